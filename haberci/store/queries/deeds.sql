-- Deeds by day, those without a day first; {conditions} are on deed.
SELECT d.* FROM deed d
WHERE {conditions}
ORDER BY d.day, d.id
LIMIT :limit
