"""Events: which frames fire, who did it to whom, whether, when and where it took place, and each deed once."""
