-- The deeds that the readings above :reading tell, those of the most independent sources first.
SELECT DISTINCT d.*
FROM reading g
JOIN deed_event m ON m.report = g.report
JOIN deed d ON d.deed_id = m.deed
WHERE g.reading_id > :reading AND g.until IS NULL
ORDER BY d.day DESC, d.sources DESC, d.id
LIMIT :limit
