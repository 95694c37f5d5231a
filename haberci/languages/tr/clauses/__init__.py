"""Turkish clauses: verbs with their case-marked parts, their subjects, and what is nested in what."""
