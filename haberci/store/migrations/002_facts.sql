-- Place, numbers and contexts of an event, as JSON (facts.py). Rows stored earlier have none.
ALTER TABLE event ADD COLUMN facts TEXT;
