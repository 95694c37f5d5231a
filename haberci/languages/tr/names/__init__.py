"""The people, places and organisations that a Turkish report names."""
