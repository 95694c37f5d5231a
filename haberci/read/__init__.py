"""Floor 2: text to Report, one stage a file, in the order of STAGES."""
