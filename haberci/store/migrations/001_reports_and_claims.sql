-- The database of haberci: its first step. The later ones stand beside it and are run in the order of their numbers, on
-- a new database as on an old one; a step adds and moves, and never loses a row. Three layers, kept apart.
-- Offsets are code points, half open: start and stop count in the text as given, text_start and text_stop in the
-- repaired text. Times of the clock are UTC, ISO 8601, with six decimals and a Z, so that they sort as text.

-- Layer 1: reports. Rows are added and never changed.

-- A text stands once, however many reports have it: reports of equal text are linked by it.
CREATE TABLE text (
  text_id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,      -- of the UTF-8 form
  body TEXT,                        -- never NULL for a text that a source gave
  base INTEGER REFERENCES text,     -- of a repaired text: the one it was repaired from
  difference BLOB                   -- and what to do to it: zlib with the base's UTF-8 form as dictionary (texts.py)
);

CREATE TABLE report (
  report_id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,             -- '' when none was given
  id TEXT NOT NULL,
  UNIQUE (id, source)
);

-- What a source gave under one key: a changed text, title, date or address is a further revision.
CREATE TABLE revision (
  revision_id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  number INTEGER NOT NULL,          -- from 1
  text INTEGER NOT NULL REFERENCES text,
  title TEXT,
  date TEXT,                        -- as given
  url TEXT,
  UNIQUE (report, number)
);
CREATE INDEX revision_text ON revision (text);

-- Layer 2: claims. All of it can be made again from layer 1.

-- One writing of claims by one version of code, rules, data and register (names or hashes).
CREATE TABLE run (
  run_id INTEGER PRIMARY KEY,       -- rises with time
  recorded_at TEXT NOT NULL,
  code TEXT NOT NULL,
  rules TEXT NOT NULL,
  data TEXT NOT NULL,
  register TEXT NOT NULL
);

-- What one run found in one report. It holds from its run until the run that superseded it (NULL: it holds now).
CREATE TABLE reading (
  reading_id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  revision INTEGER NOT NULL REFERENCES revision,
  run INTEGER NOT NULL REFERENCES run,
  until INTEGER REFERENCES run,
  text INTEGER NOT NULL REFERENCES text,    -- the repaired text
  lang TEXT,
  coded INTEGER NOT NULL,                   -- 0: no language pack reads it
  date_flag TEXT,
  events INTEGER NOT NULL,                  -- how many rows of each kind
  statements INTEGER NOT NULL,
  roles INTEGER NOT NULL
);
CREATE INDEX reading_report ON reading (report, run);
CREATE UNIQUE INDEX reading_current ON reading (report) WHERE until IS NULL;
CREATE INDEX reading_text ON reading (text);

-- Edits, layout, sentences, mentions, times and names of a reading, which are shown and not asked for (details.py).
CREATE TABLE detail (
  reading INTEGER PRIMARY KEY REFERENCES reading,
  packed BLOB NOT NULL              -- deflated JSON
);

-- A claim's id is a hash of report, raw span, kind and type (claims.py): the same in every run that makes the claim.
CREATE TABLE event (
  event_id INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  reading INTEGER NOT NULL REFERENCES reading,
  date TEXT,                        -- the deed's day when told, else the report's
  type TEXT NOT NULL,
  mode TEXT,
  quad INTEGER NOT NULL,
  intensity REAL NOT NULL,
  modality TEXT NOT NULL,
  by_principal TEXT,                -- NULL: the report says it in its own voice
  by_sector TEXT,
  trigger_text TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_stop INTEGER NOT NULL,
  trigger_text_start INTEGER NOT NULL,
  trigger_text_stop INTEGER NOT NULL,
  start INTEGER NOT NULL,           -- the evidence sentence
  stop INTEGER NOT NULL,
  text_start INTEGER NOT NULL,
  text_stop INTEGER NOT NULL,
  rule TEXT NOT NULL,
  why TEXT,                         -- JSON list of further rules
  also TEXT,                        -- JSON list of further evidence, four offsets each
  told_time TEXT                    -- JSON: the time expression that dates the deed
);
CREATE INDEX event_claim ON event (claim);
CREATE INDEX event_reading ON event (reading);
CREATE INDEX event_date ON event (date);
CREATE INDEX event_type ON event (type, date);

-- Parties of an event. code_no: its place among the event's codes of that part (NULL: further words for a code that
-- stands in another row); part_no: its place among the words that filled the parts (NULL: no words are known).
CREATE TABLE event_party (
  event INTEGER NOT NULL REFERENCES event,
  n INTEGER NOT NULL,
  part TEXT NOT NULL,               -- actor, recipient
  code_no INTEGER,
  part_no INTEGER,
  principal TEXT NOT NULL,
  sector TEXT NOT NULL,
  text TEXT,
  start INTEGER,
  stop INTEGER,
  text_start INTEGER,
  text_stop INTEGER,
  date TEXT,                        -- the event's: queries run over one actor's days
  PRIMARY KEY (event, n)
) WITHOUT ROWID;
CREATE INDEX event_party_principal ON event_party (principal, date, event, sector, code_no);

CREATE TABLE statement (
  statement_id INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  reading INTEGER NOT NULL REFERENCES reading,
  kind TEXT NOT NULL,
  principal TEXT NOT NULL,
  sector TEXT NOT NULL,
  speaker_text TEXT NOT NULL,
  speaker_start INTEGER,
  speaker_stop INTEGER,
  speaker_text_start INTEGER,
  speaker_text_stop INTEGER,
  cue TEXT NOT NULL,
  cue_start INTEGER NOT NULL,
  cue_stop INTEGER NOT NULL,
  cue_text_start INTEGER NOT NULL,
  cue_text_stop INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  text_start INTEGER NOT NULL,
  text_stop INTEGER NOT NULL,
  content TEXT,                     -- JSON list of the spans of what is said, four offsets each
  force TEXT NOT NULL,
  rule TEXT NOT NULL
);
CREATE INDEX statement_reading ON statement (reading);
CREATE INDEX statement_principal ON statement (principal);

CREATE TABLE role (
  role_id INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  reading INTEGER NOT NULL REFERENCES reading,
  person TEXT NOT NULL,
  office TEXT NOT NULL,
  principal TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  text_start INTEGER NOT NULL,
  text_stop INTEGER NOT NULL,
  rule TEXT NOT NULL
);
CREATE INDEX role_reading ON role (reading);
CREATE INDEX role_person ON role (person);

-- A deed groups the event claims that tell of one occasion, over reports.
CREATE TABLE deed (
  deed_id INTEGER PRIMARY KEY,
  date TEXT,
  type TEXT NOT NULL
);
CREATE TABLE deed_event (
  deed INTEGER NOT NULL REFERENCES deed,
  claim TEXT NOT NULL,              -- event.claim
  PRIMARY KEY (deed, claim)
) WITHOUT ROWID;
CREATE INDEX deed_event_claim ON deed_event (claim);

-- Full text: one row a repaired text, under its text_id, folded by the caller (FTS5 does not fold the dotless ı).
CREATE VIRTUAL TABLE text_search USING fts5 (folded, content = '', tokenize = 'unicode61 remove_diacritics 2');

-- Layer 3: judgements of people. Never made again by a run: they hang on a report and a raw span of one revision, not
-- on a claim's row, so that they outlive every run.

CREATE TABLE account (
  account_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
);

CREATE TABLE correction (
  correction_id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  revision INTEGER NOT NULL,        -- its number
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  kind TEXT NOT NULL,               -- event, statement, role, mention, edit
  claim TEXT,                       -- the claim as it was when judged
  was TEXT,                         -- JSON; NULL: a claim was missing
  becomes TEXT,                     -- JSON; NULL: the claim is wrong
  account INTEGER REFERENCES account,
  recorded_at TEXT NOT NULL
);
CREATE INDEX correction_report ON correction (report);

CREATE TABLE note (
  note_id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  revision INTEGER NOT NULL,
  start INTEGER,                    -- NULL: on the whole report
  stop INTEGER,
  body TEXT NOT NULL,
  account INTEGER REFERENCES account,
  recorded_at TEXT NOT NULL
);
CREATE INDEX note_report ON note (report);

CREATE TABLE audit (
  audit_id INTEGER PRIMARY KEY,
  recorded_at TEXT NOT NULL,
  account INTEGER REFERENCES account,
  action TEXT NOT NULL,
  subject TEXT NOT NULL
);
