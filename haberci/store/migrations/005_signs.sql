-- Signs, which the watch found, and warnings, which people made of them. Nothing here is ever deleted: what changes is
-- kept as it was in a row of its own.
CREATE TABLE sign (
  sign_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,          -- a hash of area, subject and first day
  area TEXT NOT NULL,
  subject TEXT NOT NULL,            -- 'area', a principal, or two joined by an en dash
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  level TEXT,                       -- by the area's levels; NULL: below all
  per_year REAL NOT NULL,           -- how many such alarms a year a quiet series has
  body TEXT NOT NULL                -- JSON: all that is told of it (signs.py)
);
CREATE INDEX sign_day ON sign (area, first_day);
CREATE TABLE sign_change (
  sign INTEGER NOT NULL REFERENCES sign,
  n INTEGER NOT NULL,               -- from 1, which is how it was first seen
  recorded_at TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (sign, n)
) WITHOUT ROWID;

CREATE TABLE warning (
  warning_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  area TEXT NOT NULL,
  state TEXT NOT NULL,              -- confirmed, rejected, merged, closed
  merged_into INTEGER REFERENCES warning,
  body TEXT NOT NULL                -- JSON: the sign as it was when it was judged
);
CREATE TABLE warning_sign (
  warning INTEGER NOT NULL REFERENCES warning,
  sign INTEGER NOT NULL REFERENCES sign,
  PRIMARY KEY (warning, sign)
) WITHOUT ROWID;
CREATE INDEX warning_sign_sign ON warning_sign (sign);
CREATE TABLE warning_change (
  warning INTEGER NOT NULL REFERENCES warning,
  n INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,             -- confirm, reject, merge, close
  note TEXT NOT NULL,
  PRIMARY KEY (warning, n)
) WITHOUT ROWID;
