-- Texts that share one of some bands (:bands, a JSON list) with a text, with the groups and days of their reports; those
-- that share most bands first.
SELECT c.copies, c.text, c.day, count(DISTINCT b.band) AS bands
FROM json_each(:bands) asked
JOIN text_band b ON b.band = asked.value
JOIN copy c ON c.text = b.text
WHERE b.text <> :text
GROUP BY c.copies, c.text, c.day
ORDER BY bands DESC, c.text, c.day
