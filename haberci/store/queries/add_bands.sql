-- Adds a text (:text) under its bands (:bands, a JSON list), but for those that :enough texts of its reports' group
-- (:copies) and day (:day) have already. (CROSS JOIN: bands hold few texts, a group may hold many reports.)
INSERT OR IGNORE INTO text_band (band, text)
SELECT asked.value, :text
FROM json_each(:bands) asked
WHERE (
  SELECT count(DISTINCT b.text)
  FROM text_band b
  CROSS JOIN copy c ON c.text = b.text
  WHERE b.band = asked.value AND c.copies = :copies AND c.day = :day
) < :enough
