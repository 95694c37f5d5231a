-- What some deeds (:deeds, a JSON list) are counted by; those that did not happen, or on no one day, are not.
SELECT d.deed_id, d.day, d.type, d.sources, d.tolls, p.part, p.principal
FROM json_each(:deeds) asked
JOIN deed d ON d.deed_id = asked.value
JOIN deed_party p ON p.deed = d.deed_id
WHERE d.modality = 'happened' AND d.day = d.last_day
