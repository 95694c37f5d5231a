-- Reports whose repaired text has the words, at the end of run :run; the best match first.
SELECT r.source, r.id
FROM text_search s
JOIN reading g ON g.text = s.rowid
JOIN report r ON r.report_id = g.report
WHERE text_search MATCH :words AND g.run <= :run AND (g.until IS NULL OR g.until > :run)
ORDER BY s.rank, r.source, r.id
LIMIT :limit
