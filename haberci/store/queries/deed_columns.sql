-- All deeds, as plain columns; for counting many at once.
SELECT deed_id, day, type, modality, intensity, mode, state, place, lat, lon
FROM deed
ORDER BY deed_id
