-- +goose Up

-- Words and phrases that an operator wants looked at, and what each of them does.
CREATE TABLE filter_word (
	id          INTEGER PRIMARY KEY,
	pid         TEXT NOT NULL UNIQUE,
	pattern     TEXT NOT NULL,
	does        TEXT NOT NULL CHECK (does IN ('hold', 'flag', 'suggest', 'card', 'refuse')),
	words       TEXT NOT NULL DEFAULT '',         -- what the author is told
	note        TEXT NOT NULL DEFAULT '',         -- for operators and moderators
	changed_at  INTEGER NOT NULL,
	archived_at INTEGER,
	version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX filter_in_use ON filter_word (id) WHERE archived_at IS NULL;

-- Keyed prints of what was posted, by which the same text is known elsewhere. They
-- say nothing about the words to whoever has no key.
CREATE TABLE post_print (
	print BLOB NOT NULL,
	post  INTEGER NOT NULL,
	PRIMARY KEY (print, post)
) STRICT;
CREATE INDEX post_print_by_post ON post_print (post);

-- The key of those prints, sealed under the master key: a new master key need not
-- make them anew.
CREATE TABLE screen_key (
	id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
	sealed BLOB NOT NULL
) STRICT;

-- How many texts that moderators took down as spam, or left standing, had a word in
-- them. The words are keyed hashes; eight zeros stand for every text.
CREATE TABLE spam_token (
	token BLOB NOT NULL PRIMARY KEY,
	spam  INTEGER NOT NULL,
	ham   INTEGER NOT NULL
) STRICT;

-- Links by which people may join while the site is open to the invited alone. Who
-- made one is in the log; who came by one is nowhere.
CREATE TABLE invitation (
	id        INTEGER PRIMARY KEY,
	pid       TEXT NOT NULL UNIQUE,
	hash      BLOB NOT NULL UNIQUE,               -- of its token
	uses_left INTEGER NOT NULL,
	ends_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX invitation_to_end ON invitation (ends_at);
