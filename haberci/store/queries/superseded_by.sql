-- The notices that name a report.
SELECT n.source, n.id
FROM report r
JOIN superseded s ON s.report = r.report_id
JOIN report n ON n.report_id = s.notice
WHERE r.source = :source AND r.id = :id
ORDER BY n.source, n.id
