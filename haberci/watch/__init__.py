"""The watch: areas, daily series over deeds, signs that something changed, and warnings that a person confirmed."""
