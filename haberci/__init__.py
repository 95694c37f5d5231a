"""haberci reads the wire and turns it into evidence: who did what to whom, where, when, and who says so."""

__version__ = "0.1.0"
