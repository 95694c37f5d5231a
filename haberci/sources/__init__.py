"""Floor 2: files and streams to raw reports. Knows no language."""
