"""The desk: web pages and a JSON API over one database, for the people who work with what was read."""
