-- One role.
INSERT INTO role (
  claim, reading, person, office, principal, start, stop, text_start, text_stop, rule
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
