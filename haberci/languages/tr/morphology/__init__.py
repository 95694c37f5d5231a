"""What a Turkish word can be by its stem and suffixes, and what it is in its sentence."""
