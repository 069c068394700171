-- What a person did in one go is one step of undo: the number of its first decision. Decisions of
-- before are steps of their own.

ALTER TABLE decisions ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
