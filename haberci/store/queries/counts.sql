-- What holds now, by language and by whether a pack reads it.
SELECT lang, coded, count(*) AS reports, sum(events) AS events, sum(statements) AS statements, sum(roles) AS roles
FROM reading
WHERE until IS NULL
GROUP BY lang, coded
ORDER BY lang, coded
