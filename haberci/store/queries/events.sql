-- Events that held at the end of run :run. {drive} is the table event alone, or the events of one actor joined to it.
SELECT e.*, g.run, r.source, r.id, t.body, given.body AS base, t.difference
FROM {drive}
CROSS JOIN reading g ON g.reading_id = e.reading
JOIN report r ON r.report_id = g.report
JOIN text t ON t.text_id = g.text
LEFT JOIN text given ON given.text_id = t.base
WHERE g.run <= :run AND (g.until IS NULL OR g.until > :run)
