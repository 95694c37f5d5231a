-- The events of one type and kind that have no day, of reports that are copies of one.
SELECT d.*, e.claim, r.source, r.id
FROM deed_event d
JOIN event e ON e.event_id = d.event
JOIN report r ON r.report_id = d.report
WHERE d.type = :type AND d.kind = :kind AND d.day = '' AND d.copies = :copies
