-- Ground state: articles as imported, and the log of decisions, which only grows.

CREATE TABLE articles (
  seq      INTEGER PRIMARY KEY, -- order of import
  id       TEXT NOT NULL UNIQUE,
  file     TEXT NOT NULL,
  path     TEXT NOT NULL,
  format   TEXT NOT NULL,
  encoding TEXT NOT NULL,
  raw      BLOB NOT NULL,
  text     TEXT NOT NULL,
  lines    INTEGER NOT NULL,
  meta     TEXT NOT NULL, -- JSON
  notes    TEXT NOT NULL  -- JSON
);

CREATE TABLE decisions (
  seq   INTEGER PRIMARY KEY,
  at    TEXT NOT NULL, -- RFC 3339, UTC
  coder TEXT NOT NULL,
  kind  TEXT NOT NULL,
  act   TEXT NOT NULL  -- JSON
);

CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
  BEGIN SELECT RAISE(ABORT, 'the decision log only grows'); END;
CREATE TRIGGER decisions_hold BEFORE UPDATE ON decisions
  BEGIN SELECT RAISE(ABORT, 'the decision log only grows'); END;

-- Where the screen was; no decision.
CREATE TABLE view (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Derived values by hash of what they were derived from; may be emptied at any time.
CREATE TABLE cache (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

-- The search index: a row per paragraph of the articles as they were when last searched.
CREATE TABLE indexed (article TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE paragraphs (
  id       INTEGER PRIMARY KEY,
  article  TEXT NOT NULL,
  start    INTEGER NOT NULL,
  stop     INTEGER NOT NULL
);
CREATE INDEX paragraphs_of ON paragraphs (article);
CREATE VIRTUAL TABLE words USING fts5 (
  body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
