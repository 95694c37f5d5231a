-- Deeds whose id, or the id of one of whose events, begins with a prefix.
SELECT * FROM deed WHERE id >= :low AND id < :high
UNION
SELECT d.* FROM event e JOIN deed_event m ON m.event = e.event_id JOIN deed d ON d.deed_id = m.deed
WHERE e.claim >= :low AND e.claim < :high
ORDER BY id
LIMIT 6
