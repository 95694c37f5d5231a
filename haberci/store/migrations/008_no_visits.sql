-- What a reader saw last stands in a cookie of the browser: looking at a page writes nothing. No row was ever stored here.
DROP TABLE IF EXISTS visit;
