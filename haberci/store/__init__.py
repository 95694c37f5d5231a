"""Floor 3: one SQLite file that keeps reports, claims and judgements."""
