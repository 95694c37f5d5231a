-- The events that hold now of some reports (:reports, a JSON list), with what the grouping of deeds looks at.
SELECT e.event_id, e.claim, e.type, e.mode, e.modality, e.by_principal, e.date, e.told_time, e.facts,
  e.text_start, e.text_stop, g.report, g.reading_id, g.date_flag, v.date AS given
FROM json_each(:reports) asked
JOIN reading g ON g.report = asked.value AND g.until IS NULL
JOIN revision v ON v.revision_id = g.revision
JOIN event e ON e.reading = g.reading_id
ORDER BY e.event_id
