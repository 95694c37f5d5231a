-- The newest statements of one principal that hold now, with their report and its text.
SELECT s.*, r.source, r.id, v.date, t.body, given.body AS base, t.difference
FROM statement s
JOIN reading g ON g.reading_id = s.reading
JOIN report r ON r.report_id = g.report
JOIN revision v ON v.revision_id = g.revision
JOIN text t ON t.text_id = g.text
LEFT JOIN text given ON given.text_id = t.base
WHERE s.principal = :principal AND g.until IS NULL
ORDER BY s.statement_id DESC
LIMIT :limit OFFSET :offset
