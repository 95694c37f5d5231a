-- Adds a text (:text) of a report given a day (:day, '' for none) under its bands (:bands, a JSON list), but for those
-- that :enough texts of its group (:copies) and day have already.
INSERT OR IGNORE INTO text_band (band, day, text)
SELECT asked.value, :day, :text
FROM json_each(:bands) asked
WHERE (
  SELECT count(*)
  FROM text_band b
  WHERE b.band = asked.value AND b.day = :day
    AND (SELECT c.copies FROM copy c WHERE c.text = b.text LIMIT 1) = :copies
) < :enough
