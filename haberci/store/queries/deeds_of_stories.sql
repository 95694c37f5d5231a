-- The deeds of few days that reports given a day from :since to :until tell within three days of their own.
SELECT d.report, d.deed
FROM copy c
JOIN deed_event d ON d.report = c.report
WHERE (c.day BETWEEN :since AND :until AND c.day <> '' OR (:undated AND c.day = ''))
  AND d.kind IN ('done', 'planned') AND abs(julianday(c.day) - julianday(d.day)) <= 3
