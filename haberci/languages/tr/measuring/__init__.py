"""How good the Turkish analysis is: commands that measure it on treebanks and texts."""
