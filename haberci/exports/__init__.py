"""Out and in again: a store as tables, as POLECAT has them, as a calendar; with the manifest of a release."""
