-- Reports whose repaired text has the words and that hold now, the best match first, with their text. Of very many texts
-- that have the words, those stored last are ranked: to rank half a million takes a second. Which reports are told, is
-- found out before any text is looked at.
WITH newest AS MATERIALIZED (
  SELECT rowid AS text, rank FROM text_search WHERE text_search MATCH :words ORDER BY rowid DESC LIMIT :ranked
), matched AS MATERIALIZED (
  SELECT text, rank FROM newest ORDER BY rank, text LIMIT :window
), chosen AS MATERIALIZED (
  SELECT m.rank, g.reading_id, r.source, r.id
  FROM matched m
  JOIN reading g ON g.text = m.text
  JOIN report r ON r.report_id = g.report
  WHERE g.until IS NULL
  ORDER BY m.rank, r.source, r.id
  LIMIT :limit OFFSET :offset
)
SELECT c.source, c.id, v.date, v.title, g.lang, g.coded, g.events, g.statements, t.body, given.body AS base, t.difference
FROM chosen c
JOIN reading g ON g.reading_id = c.reading_id
JOIN text t ON t.text_id = g.text
JOIN revision v ON v.revision_id = g.revision
LEFT JOIN text given ON given.text_id = t.base
ORDER BY c.rank, c.source, c.id
