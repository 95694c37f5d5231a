-- Texts of reports given a day from :since to :until, or none, that share some of the bands (:bands, a JSON list) of a
-- text, each with its group; those that share most bands first, :most of them.
WITH near AS (
  SELECT b.text, b.day
  FROM json_each(:bands) asked
  CROSS JOIN text_band b ON b.band = asked.value AND b.day BETWEEN :since AND :until
  UNION ALL
  SELECT b.text, b.day
  FROM json_each(:bands) asked
  CROSS JOIN text_band b ON b.band = asked.value AND b.day = ''
  WHERE :since <> ''
)
SELECT (SELECT c.copies FROM copy c WHERE c.text = n.text LIMIT 1) AS copies, n.text, n.day, count(*) AS bands
FROM near n
WHERE n.text <> :text
GROUP BY n.text, n.day
HAVING copies IS NOT NULL
ORDER BY bands DESC, n.text, n.day
LIMIT :most
