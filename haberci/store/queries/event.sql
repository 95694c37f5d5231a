-- One event with its report and the repaired text, if it held at the end of run :run.
SELECT e.*, g.run, r.source, r.id, t.body, given.body AS base, t.difference
FROM event e
JOIN reading g ON g.reading_id = e.reading
JOIN report r ON r.report_id = g.report
JOIN text t ON t.text_id = g.text
LEFT JOIN text given ON given.text_id = t.base
WHERE e.event_id = :event AND g.run <= :run AND (g.until IS NULL OR g.until > :run)
