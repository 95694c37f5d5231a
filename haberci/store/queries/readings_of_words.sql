-- The readings that hold now whose repaired text has the words.
SELECT g.reading_id
FROM text_search s
JOIN reading g ON g.text = s.rowid
WHERE text_search MATCH :words AND g.until IS NULL
