-- The events of all deeds: the deed, the reading and report that tell it, the report's source, who says so.
SELECT d.deed, g.reading_id, d.report, r.source, d.by_whom
FROM deed_event d
JOIN reading g ON g.report = d.report AND g.until IS NULL
JOIN report r ON r.report_id = d.report
WHERE d.deed IS NOT NULL
ORDER BY d.event
