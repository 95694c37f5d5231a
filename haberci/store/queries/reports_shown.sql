-- Some reports (:reports, a JSON list) that hold now, with the text and day that they are given.
SELECT g.report, v.text, v.date, g.date_flag
FROM json_each(:reports) asked
JOIN reading g ON g.report = asked.value AND g.until IS NULL
JOIN revision v ON v.revision_id = g.revision
ORDER BY g.report
