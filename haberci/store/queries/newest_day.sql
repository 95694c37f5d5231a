-- The newest day that a report which holds now is given.
SELECT max(substr(v.date, 1, 10))
FROM reading g
JOIN revision v ON v.revision_id = g.revision
WHERE g.until IS NULL AND v.date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'
