-- What a run found in a report; it holds from now on.
INSERT INTO reading (
  report, revision, run, text, lang, coded, date_flag, events, statements, roles
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
