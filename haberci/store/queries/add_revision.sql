-- What a source gave under a key.
INSERT INTO revision (
  report, number, text, title, date, url, digest
) VALUES (?, ?, ?, ?, ?, ?, ?)
