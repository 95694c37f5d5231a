-- One party of an event.
INSERT INTO event_party (
  event, n, part, code_no, part_no, principal, sector, text, start, stop, text_start, text_stop, date
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
