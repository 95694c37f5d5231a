-- Deeds as plain columns, for counting many at once; {among} says which.
SELECT deed_id AS deed, day, type, modality, intensity, mode, state, place, lat, lon
FROM deed
WHERE {among}
ORDER BY deed_id
