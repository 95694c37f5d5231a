-- How many reports that a language pack read are given each day.
SELECT c.day, count(*)
FROM copy c
JOIN reading g ON g.report = c.report AND g.until IS NULL AND g.coded
WHERE c.day <> ''
GROUP BY c.day
ORDER BY c.day
