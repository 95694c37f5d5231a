-- How many reports are dated on each day, of one month to another.
SELECT substr(revision.date, 1, 10) AS day, count(*) AS reports
FROM reading JOIN revision ON revision.revision_id = reading.revision
WHERE reading.until IS NULL AND revision.date >= :since AND revision.date <= :until
GROUP BY day ORDER BY day
