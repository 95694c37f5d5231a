"""Floor 0: what things are. No input or output but loading the package's own data files."""
