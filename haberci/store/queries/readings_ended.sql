-- The readings that were superseded by readings with a number above :above.
SELECT old.reading_id
FROM reading new
JOIN reading old ON old.report = new.report AND old.until IS NOT NULL
WHERE new.reading_id > :above AND old.reading_id <= :above
