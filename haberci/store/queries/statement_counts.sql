-- How many statements each principal makes in what holds now.
SELECT s.principal, count(*)
FROM statement s
JOIN reading g ON g.reading_id = s.reading
WHERE g.until IS NULL
GROUP BY s.principal
