-- Readings that hold no more.
SELECT reading_id FROM reading WHERE until IS NOT NULL
