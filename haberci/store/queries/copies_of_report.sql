-- A report and the copies of it, with their texts as given.
SELECT r.source, r.id, c.text, c.day, t.body, r.source = :source AND r.id = :id AS is_asked
FROM report own
JOIN copy mine ON mine.report = own.report_id
JOIN copy c ON c.copies = mine.copies
JOIN report r ON r.report_id = c.report
JOIN text t ON t.text_id = c.text
WHERE own.source = :source AND own.id = :id
