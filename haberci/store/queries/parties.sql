-- The parties of one event.
SELECT part, code_no, part_no, principal, sector, text, start, stop, text_start, text_stop
FROM event_party
WHERE event = ?
ORDER BY part, code_no
