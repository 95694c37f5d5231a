-- The packed details of all readings that held at the end of run :run.
SELECT d.packed
FROM reading g
JOIN detail d ON d.reading = g.reading_id
WHERE g.run <= :run AND (g.until IS NULL OR g.until > :run)
ORDER BY g.reading_id
