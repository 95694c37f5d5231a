-- Reports of one source that are no notices, given a day from :since to :until, both inclusive.
SELECT c.report, c.day, r.id, v.title, t.body
FROM copy c
JOIN report r ON r.report_id = c.report
JOIN reading g ON g.report = c.report AND g.until IS NULL
JOIN revision v ON v.revision_id = g.revision
JOIN text t ON t.text_id = c.text
WHERE c.day BETWEEN :since AND :until AND r.source = :source AND c.report <> :notice
  AND c.report NOT IN (SELECT report FROM notice)
