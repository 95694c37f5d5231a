-- Which events stand in which deeds, by deed and event: two texts of numbers, which go over an index alone.
SELECT group_concat(deed), group_concat(event)
FROM (SELECT deed, event FROM deed_event WHERE deed IS NOT NULL ORDER BY deed, event)
