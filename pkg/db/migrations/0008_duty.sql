-- +goose Up

-- Times for which a moderator said they would be there. It belongs to their own
-- name, which members see anyway.
CREATE TABLE shift (
	id        INTEGER PRIMARY KEY,
	pid       TEXT NOT NULL UNIQUE,
	name      INTEGER NOT NULL REFERENCES name,
	starts_at INTEGER NOT NULL,
	ends_at   INTEGER NOT NULL,
	ended_at  INTEGER,                            -- earlier than it was to end: a break, or done for today
	hand_over TEXT NOT NULL DEFAULT ''            -- to whoever comes next
) STRICT;
CREATE INDEX shift_by_end ON shift (ends_at, id);
CREATE INDEX shift_by_name ON shift (name, ends_at);

-- How a moderator agreed to be called, and how much they take on in one shift.
CREATE TABLE duty_terms (
	name  INTEGER PRIMARY KEY REFERENCES name,
	mail  TEXT NOT NULL DEFAULT 'no' CHECK (mail IN ('no', 'yes')),
	sound TEXT NOT NULL DEFAULT 'no' CHECK (sound IN ('no', 'yes')),
	heavy TEXT NOT NULL DEFAULT 'folded' CHECK (heavy IN ('folded', 'open')),
	most  INTEGER NOT NULL                        -- cases in one shift
) STRICT;
