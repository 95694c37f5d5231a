-- Deeds of all actors toward all recipients, from a day to another, both inclusive.
SELECT actor, recipient, day, type, deeds, sources, dead FROM dyad_day
WHERE recipient <> '' AND actor <> '' AND day BETWEEN :since AND :until
ORDER BY actor, recipient, day, type
