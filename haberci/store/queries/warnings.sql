-- The warnings of an area (all areas when none is asked for), or the one of an id, with the one each was merged into.
SELECT w.warning_id, w.id, w.area, w.state, w.body, m.id
FROM warning w LEFT JOIN warning m ON m.warning_id = w.merged_into
WHERE w.state <> '' AND (:area IS NULL OR w.area = :area) AND (:id IS NULL OR w.id = :id)
ORDER BY w.warning_id
