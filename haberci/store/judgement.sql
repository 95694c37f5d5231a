-- What people judged of events (layer 3, see schema.sql). It is made when the first judgement is kept, in a database of
-- any schema: no other table changes. A judgement hangs on a claim as it was told, and says which version told it.
CREATE TABLE IF NOT EXISTS judgement (
  judgement_id INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,              -- event.claim
  told TEXT NOT NULL,               -- the event as it was judged: mode, parties, modality, source
  verdict TEXT NOT NULL,
  code TEXT NOT NULL,               -- the version that told it
  rules TEXT NOT NULL,
  data TEXT NOT NULL,
  register TEXT NOT NULL,
  seed INTEGER NOT NULL,            -- of the sample it was drawn in
  sample INTEGER NOT NULL,
  recorded_at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS judgement_claim ON judgement (claim);
