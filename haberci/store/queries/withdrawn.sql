-- The reports whose claims do not count: corrected or taken back, or themselves a kill (:kill).
SELECT source, id
FROM report
WHERE report_id IN (SELECT report FROM superseded) OR report_id IN (SELECT report FROM notice WHERE kind = :kill)
