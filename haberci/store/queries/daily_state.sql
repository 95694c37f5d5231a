-- Deeds of all principals, in whatever part, from a day to another, both inclusive.
SELECT state, day, type, deeds, sources, dead FROM state_day
WHERE part = 'any' AND day BETWEEN :since AND :until
ORDER BY state, day, type
