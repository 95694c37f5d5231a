-- Other reports that had the same text as the given one at the end of run :run.
SELECT r.source, r.id
FROM revision v
JOIN reading g ON g.report = v.report AND g.revision = v.revision_id
JOIN report r ON r.report_id = v.report
WHERE v.text = :text AND v.report <> :report AND g.run <= :run AND (g.until IS NULL OR g.until > :run)
ORDER BY r.source, r.id
