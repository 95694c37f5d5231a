-- The events of one type and kind that are looked for from one day to another, both inclusive.
SELECT d.*, e.claim, r.source, r.id
FROM deed_event d
JOIN event e ON e.event_id = d.event
JOIN report r ON r.report_id = d.report
WHERE d.type = :type AND d.kind = :kind AND d.day BETWEEN :since AND :until AND d.day <> ''
