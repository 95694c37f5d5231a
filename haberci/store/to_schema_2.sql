-- From schema 1 to 2: place, numbers and contexts of an event. Rows stored earlier have none.
ALTER TABLE event ADD COLUMN facts TEXT;
