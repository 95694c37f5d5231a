-- What some events (:events, a JSON list) tell of their deed, with their report and who owns its source.
SELECT e.event_id, e.claim, e.date, e.mode, e.modality, e.by_principal, e.by_sector, e.quad, e.intensity, e.facts,
  d.report, d.copies, d.told, d.day, d.last_day, d.actors, d.recipients, r.source, r.id, v.date AS given, s.owner
FROM json_each(:events) asked
JOIN event e ON e.event_id = asked.value
JOIN deed_event d ON d.event = e.event_id
JOIN reading g ON g.reading_id = e.reading
JOIN report r ON r.report_id = g.report
JOIN revision v ON v.revision_id = g.revision
LEFT JOIN source s ON s.name = r.source
