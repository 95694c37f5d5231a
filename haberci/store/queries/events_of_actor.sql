-- Events in which an actor has a part, by day. Runs over one index; {conditions} are on event_party.
SELECT DISTINCT date, event
FROM event_party
WHERE principal = :principal AND code_no IS NOT NULL AND {conditions}
ORDER BY date, event
