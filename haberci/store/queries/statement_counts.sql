-- How many statements each principal makes in what holds now: all of them, less those of readings that hold no more.
SELECT principal, sum(n) FROM (
  SELECT principal, count(*) AS n FROM statement GROUP BY principal
  UNION ALL
  SELECT s.principal, -count(*) FROM reading g JOIN statement s ON s.reading = g.reading_id
  WHERE g.until IS NOT NULL GROUP BY s.principal
)
GROUP BY principal
HAVING sum(n) > 0
