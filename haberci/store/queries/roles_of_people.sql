-- The newest roles that hold now of people, by their names as written (:people, a JSON list).
SELECT o.*, r.source, r.id, v.date, t.body, given.body AS base, t.difference
FROM role o
JOIN reading g ON g.reading_id = o.reading
JOIN report r ON r.report_id = g.report
JOIN revision v ON v.revision_id = g.revision
JOIN text t ON t.text_id = g.text
LEFT JOIN text given ON given.text_id = t.base
WHERE o.person IN (SELECT value FROM json_each(:people)) AND g.until IS NULL
ORDER BY o.role_id DESC
LIMIT :limit
