-- Events whose id begins with a prefix, as they held at the end of run :run.
SELECT e.claim, e.event_id
FROM event e
JOIN reading g ON g.reading_id = e.reading
WHERE e.claim >= :low AND e.claim < :high AND g.run <= :run AND (g.until IS NULL OR g.until > :run)
ORDER BY e.claim
LIMIT 6
