-- Deeds in which an actor has a part, by day; {conditions} are on deed and deed_party.
SELECT DISTINCT d.* FROM deed_party p JOIN deed d ON d.deed_id = p.deed
WHERE {conditions}
ORDER BY d.day, d.id
LIMIT :limit
