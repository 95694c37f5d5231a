-- Reports whose repaired text has the words and that hold now, the best match first, with their text.
SELECT r.source, r.id, v.date, v.title, g.lang, g.coded, g.events, g.statements, t.body, given.body AS base, t.difference
FROM (SELECT rowid, rank FROM text_search WHERE text_search MATCH :words ORDER BY rank, rowid LIMIT :window) s
JOIN reading g ON g.text = s.rowid
JOIN text t ON t.text_id = g.text
JOIN report r ON r.report_id = g.report
JOIN revision v ON v.revision_id = g.revision
LEFT JOIN text given ON given.text_id = t.base
WHERE g.until IS NULL
ORDER BY s.rank, r.source, r.id
LIMIT :limit OFFSET :offset
