-- +goose Up
-- The board that an act was about; NULL when it concerns the whole site.
ALTER TABLE audit ADD COLUMN board INTEGER;
CREATE INDEX audit_by_board ON audit (board, id) WHERE board IS NOT NULL;
CREATE INDEX audit_by_actor ON audit (actor, id);

-- The chain: each entry's number, and a hash over the entry and the hash before it.
-- It stands beside the entries, so that those written before there was a chain stay
-- as they are, refused every change, while the first start links them.
CREATE TABLE audit_link (
	n     INTEGER NOT NULL PRIMARY KEY,          -- 1, 2, 3 …
	entry INTEGER NOT NULL UNIQUE REFERENCES audit,
	hash  BLOB NOT NULL
) STRICT;

-- How often each act was done in a month, for a page that everybody reads.
CREATE TABLE audit_count (
	month INTEGER NOT NULL,                      -- 202611, in UTC
	act   TEXT NOT NULL,
	n     INTEGER NOT NULL,
	PRIMARY KEY (month, act)
) STRICT;
