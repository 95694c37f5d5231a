-- How many deeds a day and type, of one state (its rows with one part), from a day to another, both inclusive.
SELECT day, type, deeds, sources, dead FROM state_day
WHERE state = :state AND part = :part AND day BETWEEN :since AND :until
ORDER BY day, type
