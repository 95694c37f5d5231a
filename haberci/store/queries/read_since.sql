-- How many readings above :reading hold now: all, and those that no pack reads; and how many deeds they tell.
SELECT count(*) AS reports, coalesce(sum(NOT g.coded), 0) AS unread,
  (SELECT count(DISTINCT d.deed) FROM reading n JOIN deed_event d ON d.report = n.report
    WHERE n.reading_id > :reading AND n.until IS NULL AND d.deed IS NOT NULL) AS deeds
FROM reading g
WHERE g.reading_id > :reading AND g.until IS NULL
