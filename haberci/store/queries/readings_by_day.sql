-- The reports dated within :since and :until (as given) that held at the end of run :run, by day.
SELECT g.report, v.date
FROM reading g
JOIN revision v ON v.revision_id = g.revision
WHERE g.run <= :run AND (g.until IS NULL OR g.until > :run) AND v.date >= :since AND v.date < :until
ORDER BY v.date, g.report
