-- The coded parties of the events whose number is above :above, superseded ones among them.
SELECT event, part, principal, sector
FROM event_party
WHERE event > :above AND code_no IS NOT NULL
ORDER BY event, n
