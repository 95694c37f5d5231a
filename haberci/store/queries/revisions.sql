-- What the store has of one report: its revisions, newest first, with the run of the claims that hold now.
SELECT r.report_id, v.revision_id, v.number, t.sha256, v.title, v.date, v.url,
  g.run, g.lang, u.code, u.rules, u.data, u.register, n.kind AS notice
FROM report r
JOIN revision v ON v.report = r.report_id
JOIN text t ON t.text_id = v.text
LEFT JOIN reading g ON g.report = r.report_id AND g.until IS NULL AND g.revision = v.revision_id
LEFT JOIN run u ON u.run_id = g.run
LEFT JOIN notice n ON n.report = r.report_id
WHERE r.id = :id AND r.source = :source
ORDER BY v.number DESC
