-- Reports by id, of one source or (:source NULL) of any.
SELECT report_id, source, id FROM report
WHERE id >= :low AND id <= :high AND (:source IS NULL OR source = :source)
ORDER BY id, source
LIMIT 6
