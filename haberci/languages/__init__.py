"""Floor 1: one folder a language; a pack is a value, built from code and tables, that the stages are handed."""
