-- How far sources are followed (followed.py): what the server said of the state that was read, and what fails.
CREATE TABLE followed (
  address TEXT PRIMARY KEY,
  etag TEXT,
  modified TEXT,
  read_at REAL,                     -- seconds since 1970
  next_at REAL NOT NULL,            -- before it the source is not asked again
  failures INTEGER NOT NULL,        -- in a row
  fault TEXT
) WITHOUT ROWID;

-- The hash of the bytes that a report was read from; NULL: read before this step, or not known.
ALTER TABLE revision ADD COLUMN digest TEXT;
