-- People at the desk: accounts with passwords and roles, their sessions and visits, and what a correction needs beside.
ALTER TABLE account ADD COLUMN password TEXT;               -- argon2id, encoded
ALTER TABLE account ADD COLUMN role TEXT NOT NULL DEFAULT 'reader';   -- reader, analyst, admin
ALTER TABLE account ADD COLUMN closed_at TEXT;              -- NULL: it may be used

CREATE TABLE session (
  token BLOB PRIMARY KEY,           -- SHA-256 of what the browser holds
  account INTEGER NOT NULL REFERENCES account,
  created_at TEXT NOT NULL,
  used_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

CREATE TABLE visit (
  account INTEGER PRIMARY KEY,      -- 0: the person at this machine, where there are no accounts
  run INTEGER NOT NULL,             -- the last run that was there then
  visited_at TEXT NOT NULL
);

ALTER TABLE correction ADD COLUMN remark TEXT;
ALTER TABLE correction ADD COLUMN withdrawn_at TEXT;        -- NULL: it holds, unless there is a later one on the same claim
CREATE INDEX correction_claim ON correction (claim);
