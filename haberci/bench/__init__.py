"""How fast haberci is: ``python -m haberci.bench`` prints its tables, each peer beside it."""
