-- The reports that have a reading with a number above :above: those that came or changed since.
SELECT DISTINCT r.source, r.id
FROM reading g
JOIN report r ON r.report_id = g.report
WHERE g.reading_id > :above
