-- Reports by words of their repaired text or of their title, at the end of run :run.
SELECT r.source, r.id, v.date, v.title, g.lang, t.body, given.body AS base, t.difference
FROM reading g
{texts}
{titles}
JOIN report r ON r.report_id = g.report
JOIN revision v ON v.revision_id = g.revision
JOIN text t ON t.text_id = g.text
LEFT JOIN text given ON given.text_id = t.base
WHERE g.run <= :run AND (g.until IS NULL OR g.until > :run) AND {conditions}
ORDER BY {order}, r.source, r.id
LIMIT :limit
