-- The events that hold now whose number is above :above, as plain columns; for counting many at once.
SELECT e.event_id, e.reading, g.text, g.run, g.report, r.source, e.date, e.type, e.modality, e.intensity, e.by_principal,
  e.mode, json_extract(e.facts, '$.where') AS place
FROM event e
JOIN reading g ON g.reading_id = e.reading
JOIN report r ON r.report_id = g.report
WHERE e.event_id > :above AND g.until IS NULL
ORDER BY e.event_id
