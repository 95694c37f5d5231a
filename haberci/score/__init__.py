"""The score: how near the reader comes to reports that people coded by hand (codebook, section 6).

``python -m haberci.score`` reads every gold report, prints one table and fails below the pinned floors.
"""
