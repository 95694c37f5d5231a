"""Plans that a report tells, and what a later report tells of them."""
