-- Notices that are among some reports (:reports, a JSON list), or may name one of them.
SELECT n.report, n.source, n.id, n.title, c.day
FROM json_each(:reports) asked
JOIN notice n ON n.report = asked.value
JOIN copy c ON c.report = n.report
UNION
SELECT n.report, n.source, n.id, n.title, c.day
FROM json_each(:reports) asked
JOIN report r ON r.report_id = asked.value
JOIN notice n ON n.source = r.source AND (n.id IS NULL OR n.id = r.id COLLATE NOCASE)
JOIN copy c ON c.report = n.report
LEFT JOIN copy mine ON mine.report = r.report_id
WHERE n.id IS NOT NULL OR mine.day IS NULL
  OR c.day BETWEEN mine.day AND coalesce(date(mine.day, '+10 days'), '')
