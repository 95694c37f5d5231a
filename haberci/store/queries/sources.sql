-- All sources of reports that hold now, with what the user set.
SELECT r.source, count(*), s.grade, s.owner
FROM reading g
JOIN report r ON r.report_id = g.report
LEFT JOIN source s ON s.name = r.source
WHERE g.until IS NULL
GROUP BY r.source
ORDER BY r.source
