-- The reports that held at the end of run :run, by their key.
SELECT g.report
FROM reading g
JOIN report r ON r.report_id = g.report
WHERE g.run <= :run AND (g.until IS NULL OR g.until > :run)
ORDER BY r.source, r.id
