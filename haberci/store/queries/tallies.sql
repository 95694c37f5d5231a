-- How many reports hold now, by source, language, month and version.
SELECT r.source, coalesce(g.lang, ''), CASE WHEN v.date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]*' THEN substr(v.date, 1, 7) ELSE '' END,
  u.code, count(*), sum(g.coded = 0), sum(g.events)
FROM reading g
JOIN report r ON r.report_id = g.report
JOIN revision v ON v.revision_id = g.revision
JOIN run u ON u.run_id = g.run
WHERE g.until IS NULL
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
