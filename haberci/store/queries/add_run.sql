-- A run.
INSERT INTO run (
  run_id, recorded_at, code, rules, data, register
) VALUES (?, ?, ?, ?, ?, ?)
