-- Events by day; those without a day come first. Runs over the index of days, or of types; {conditions} are on event.
SELECT date, event_id
FROM event
WHERE {conditions}
ORDER BY date, event_id
