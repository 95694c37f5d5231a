-- Those of some reports (:reports, a JSON list) whose claims do not count.
SELECT value FROM json_each(:reports)
WHERE value IN (SELECT report FROM superseded) OR value IN (SELECT report FROM notice WHERE kind = :kill)
