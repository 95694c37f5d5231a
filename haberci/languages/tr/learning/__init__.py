"""What is learned from texts: the commands that make the models, by ``make model-...``."""
