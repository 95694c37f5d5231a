-- The ids of the events of one deed.
SELECT e.claim FROM deed_event m JOIN event e ON e.event_id = m.event WHERE m.deed = ? ORDER BY e.claim
