-- The events of deeds: the deed, the event, reading, text and report that tell it, its source, who says so; {among} says
-- of which deeds.
SELECT d.deed, d.event, g.reading_id, g.text, d.report, r.source, d.by_whom
FROM deed_event d
JOIN reading g ON g.report = d.report AND g.until IS NULL
JOIN report r ON r.report_id = d.report
WHERE d.deed IS NOT NULL AND {among}
ORDER BY d.deed, d.event
