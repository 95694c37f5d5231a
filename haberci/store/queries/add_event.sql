-- One event.
INSERT INTO event (
  event_id, claim, reading, date, type, mode, quad, intensity, modality, by_principal, by_sector,
  trigger_text, trigger_start, trigger_stop, trigger_text_start, trigger_text_stop, start, stop, text_start,
  text_stop, rule, why, also, told_time, facts
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
