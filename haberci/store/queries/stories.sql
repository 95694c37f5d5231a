-- The reports given a day from :since to :until, both inclusive, or with :undated those of none, as they hold now.
SELECT r.source, r.id, c.day, v.title, g.lang, t.body, c.copies, c.report, s.owner
FROM copy c
JOIN report r ON r.report_id = c.report
JOIN reading g ON g.report = c.report AND g.until IS NULL
JOIN revision v ON v.revision_id = g.revision
JOIN text t ON t.text_id = c.text
LEFT JOIN source s ON s.name = r.source
WHERE (c.day BETWEEN :since AND :until AND c.day <> '') OR (:undated AND c.day = '')
