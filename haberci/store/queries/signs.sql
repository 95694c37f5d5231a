-- The signs of an area (all areas when none is asked for) that were on between two days.
SELECT body FROM sign
WHERE (:area IS NULL OR area = :area) AND last_day >= :since AND first_day <= :until
ORDER BY first_day, area, subject
