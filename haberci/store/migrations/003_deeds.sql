-- Deeds with their witnesses and daily counts, copies of reports, notices, sources.
-- All of layer 2 here is made from what stands in the tables before it, for the claims that hold now, in the same
-- transaction as the claims; what it says does not hang on the order in which reports were read.

-- These two were never filled.
DROP TABLE deed_event;
DROP TABLE deed;

-- Reports whose claims are not yet grouped. It is empty between writes; here a database of an earlier schema begins.
CREATE TABLE ungrouped (
  report INTEGER PRIMARY KEY REFERENCES report
);
INSERT INTO ungrouped SELECT report FROM reading WHERE until IS NULL;

-- One occasion: all events that tell of it, in all reports (deeds.py).
CREATE TABLE deed (
  deed_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,          -- a hash of what it is: type, kind, parties, day, place
  type TEXT NOT NULL,
  mode TEXT,                        -- the mode that most of its witnesses tell
  quad INTEGER NOT NULL,
  intensity REAL NOT NULL,
  modality TEXT NOT NULL,           -- happened, when any witness says so; planned, wanted, hypothetical, denied
  day TEXT,                         -- its first day; NULL: not known
  last_day TEXT,                    -- its last day: the same, unless a longer time is told
  day_told INTEGER NOT NULL,        -- 1: told by a witness; 0: the day of the first report of it
  place TEXT,                       -- as the register has it
  state TEXT,                       -- that it lies in
  lat REAL,
  lon REAL,
  precision TEXT,                   -- of the place
  claims INTEGER NOT NULL,          -- how many events tell it,
  reports INTEGER NOT NULL,         -- in how many reports,
  sources INTEGER NOT NULL,         -- of how many independent sources: copies, and sources of one owner, are one
  tolls TEXT,                       -- JSON: by harm, the least and most over all witnesses (tolls.py)
  conflicts TEXT                    -- JSON: what its witnesses do not agree on
);
CREATE INDEX deed_day ON deed (day, type);
CREATE INDEX deed_type ON deed (type, day);

CREATE TABLE deed_party (
  deed INTEGER NOT NULL REFERENCES deed,
  part TEXT NOT NULL,               -- actor, recipient
  principal TEXT NOT NULL,
  sectors TEXT NOT NULL,            -- those told, by a blank
  day TEXT,                         -- the deed's: queries run over one actor's days
  PRIMARY KEY (deed, part, principal)
) WITHOUT ROWID;
CREATE INDEX deed_party_principal ON deed_party (principal, day, deed);

-- The events of a deed: each current event stands in one deed. What decides on the grouping is kept beside, in short.
CREATE TABLE deed_event (
  event INTEGER PRIMARY KEY REFERENCES event,
  deed INTEGER REFERENCES deed,
  report INTEGER NOT NULL REFERENCES report,
  copies INTEGER NOT NULL,          -- the group of its report's copies
  type TEXT NOT NULL,
  kind TEXT NOT NULL,               -- done (happened, denied), planned, wanted, hypothetical
  day TEXT NOT NULL,                -- on which it is looked for; '' when there is none
  last_day TEXT NOT NULL,           -- the same, or the end of a longer time that is told
  told INTEGER NOT NULL,            -- 1: the day is told in the report; 0: it is the report's
  place TEXT NOT NULL,              -- '' when none is told, or only a state
  lat REAL,
  lon REAL,
  reach REAL NOT NULL,              -- km around that point within which another place may be the same
  actors TEXT NOT NULL,             -- codes, sorted, by a comma; unknown ones left out
  recipients TEXT NOT NULL,
  mode TEXT NOT NULL,
  modality TEXT NOT NULL,
  by_whom TEXT NOT NULL,            -- principal, '' for the report's own voice
  dead INTEGER,
  words BLOB NOT NULL               -- hashes of the words of its sentence, two bytes each, sorted
);
CREATE INDEX deed_event_deed ON deed_event (deed);
CREATE INDEX deed_event_report ON deed_event (report);
CREATE INDEX deed_event_day ON deed_event (type, day);

-- How many deeds a day, of those that happened. A state's row counts a deed once, whatever its part; with part actor or
-- recipient, once in that part. A dyad is each actor with each recipient ('' when a deed has none).
CREATE TABLE state_day (
  state TEXT NOT NULL,              -- any principal
  part TEXT NOT NULL,               -- any, actor, recipient
  day TEXT NOT NULL,
  type TEXT NOT NULL,
  deeds INTEGER NOT NULL,
  sources INTEGER NOT NULL,         -- independent sources, summed over the deeds
  dead INTEGER NOT NULL,            -- the least told, summed over the deeds
  PRIMARY KEY (state, part, day, type)
) WITHOUT ROWID;
CREATE TABLE dyad_day (
  actor TEXT NOT NULL,
  recipient TEXT NOT NULL,
  day TEXT NOT NULL,
  type TEXT NOT NULL,
  deeds INTEGER NOT NULL,
  sources INTEGER NOT NULL,
  dead INTEGER NOT NULL,
  PRIMARY KEY (actor, recipient, day, type)
) WITHOUT ROWID;

-- Reports that are copies of each other: the same text, or nearly. They are kept and linked (copies.py). Each report that
-- holds stands in one group; most are alone in theirs.
CREATE TABLE text_band (
  band INTEGER NOT NULL,            -- a hash of a part of the text's signature: texts that share one are compared
  text INTEGER NOT NULL REFERENCES text,
  PRIMARY KEY (band, text)
) WITHOUT ROWID;
CREATE TABLE copy_group (
  group_id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,                -- the earliest that one of them is given; '' when none is
  reports INTEGER NOT NULL
);
CREATE TABLE copy (
  report INTEGER PRIMARY KEY REFERENCES report,
  copies INTEGER NOT NULL REFERENCES copy_group,
  text INTEGER NOT NULL REFERENCES text,          -- as given
  day TEXT NOT NULL                 -- the one day that it is given; '' when it is given none, or a longer time
);
CREATE INDEX copy_copies ON copy (copies);
CREATE INDEX copy_text ON copy (text);
CREATE INDEX copy_day ON copy (day);

-- A notice of an agency on a report that it sent before: what it corrects or takes back no longer counts (withdrawn.py).
CREATE TABLE notice (
  report INTEGER PRIMARY KEY REFERENCES report,   -- the notice
  kind TEXT NOT NULL,               -- correction, kill
  source TEXT NOT NULL,             -- its own: an agency corrects itself alone
  id TEXT,                          -- the id, folded, of the report that it names, or
  title TEXT,                       -- the headline that it names, in folded words; NULL: neither is told
  rule TEXT NOT NULL
);
CREATE INDEX notice_named ON notice (source, id);
CREATE TABLE superseded (
  report INTEGER NOT NULL REFERENCES report,
  notice INTEGER NOT NULL REFERENCES report,
  PRIMARY KEY (report, notice)
) WITHOUT ROWID;
CREATE INDEX superseded_notice ON superseded (notice);
CREATE INDEX report_named ON report (source, id COLLATE NOCASE);

-- Titles, searched as texts are: one row a revision, under its number.
CREATE VIRTUAL TABLE title_search USING fts5 (folded, content = '', tokenize = 'unicode61 remove_diacritics 2');

-- Layer 3. What the user knows of a source: how far it is trusted and who owns it.
CREATE TABLE source (
  name TEXT PRIMARY KEY,            -- report.source
  grade TEXT,                       -- A to F, as NATO's reliability of a source
  owner TEXT,                       -- an actor's code, or a name
  set_at TEXT NOT NULL
) WITHOUT ROWID;
