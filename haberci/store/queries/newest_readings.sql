-- The reports read last, that hold now.
SELECT r.source, r.id, v.date, v.title, v.url, g.lang, g.coded, g.date_flag, g.events, g.statements, g.roles, u.recorded_at
FROM reading g
JOIN report r ON r.report_id = g.report
JOIN revision v ON v.revision_id = g.revision
JOIN run u ON u.run_id = g.run
WHERE g.until IS NULL
ORDER BY g.reading_id DESC
LIMIT :limit
