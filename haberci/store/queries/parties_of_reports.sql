-- The actors and recipients of the events that hold now of some reports (:reports, a JSON list).
SELECT p.event, p.part, p.principal, p.sector
FROM json_each(:reports) asked
JOIN reading g ON g.report = asked.value AND g.until IS NULL
JOIN event e ON e.reading = g.reading_id
JOIN event_party p ON p.event = e.event_id
WHERE p.code_no IS NOT NULL
ORDER BY p.event, p.n
