-- +goose Up

-- What the site is set to: one row a setting, and the words the operator wrote.
CREATE TABLE setting (
	key   TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT;

-- A member. Rows keyed by an account carry days (since 1970-01-01), never times,
-- so that no moment of writing leads from a name back to its account.
CREATE TABLE account (
	id             INTEGER PRIMARY KEY,           -- random: tells no order
	role           TEXT NOT NULL CHECK (role IN ('member', 'welcomer', 'moderator', 'operator')),
	step           TEXT NOT NULL CHECK (step IN ('new', 'member', 'steady')),
	joined_day     INTEGER NOT NULL,
	last_day       INTEGER NOT NULL,              -- shown to nobody
	days_here      INTEGER NOT NULL DEFAULT 1,    -- days on which they came
	posts_read     INTEGER NOT NULL DEFAULT 0,
	handle         BLOB NOT NULL UNIQUE,          -- random; what a passkey calls this account
	passphrase     TEXT NOT NULL DEFAULT '',      -- argon2id, or '' when only passkeys open it
	recovery_index BLOB NOT NULL UNIQUE,          -- keyed: finds the account from the six words
	recovery_hash  TEXT NOT NULL,                 -- argon2id: proves them
	recovery_kept  INTEGER,                       -- day on which they said the words are kept
	totp           BLOB,                          -- sealed
	totp_step      INTEGER NOT NULL DEFAULT 0,    -- last step used: a code opens once
	email          BLOB,                          -- sealed
	email_index    BLOB,                          -- keyed
	email_for      TEXT NOT NULL DEFAULT '' CHECK (email_for IN ('', 'recovery', 'notices', 'both')),
	renamed_day    INTEGER,                       -- on which they last chose another name
	language       TEXT NOT NULL DEFAULT '',
	leaving        TEXT NOT NULL DEFAULT '' CHECK (leaving IN ('', 'remove', 'former', 'keep')),
	leaving_day    INTEGER,
	leaving_key    BLOB                           -- random: tells this leaving from one taken back
) STRICT;
CREATE INDEX account_by_email ON account (email_index);
CREATE INDEX account_by_role ON account (role, id);

-- The boards a moderator looks after; none means all.
CREATE TABLE account_board (
	account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
	board   INTEGER NOT NULL,
	PRIMARY KEY (account, board)
) STRICT;

-- What everything written belongs to. A name for one thread has no account but
-- the sealed one; slot and place are keyed indexes for its owner's own pages.
CREATE TABLE name (
	id       INTEGER PRIMARY KEY,                 -- random: tells no order
	pid      TEXT NOT NULL UNIQUE,
	shown    TEXT NOT NULL,                       -- '' once its owner has left as a former member
	account  INTEGER UNIQUE REFERENCES account,   -- of an account's own name, until it leaves
	known_as BLOB UNIQUE,                         -- keyed: finds an account's own name however it is typed
	thread   INTEGER,                             -- of a name for one thread
	sealed   BLOB,                                -- of a name for one thread: its account
	slot     BLOB UNIQUE,                         -- keyed: (account, 0, 1, 2 …)
	place    BLOB UNIQUE,                         -- keyed: (account, thread)
	about    TEXT NOT NULL DEFAULT '',
	since    INTEGER NOT NULL,                    -- day
	state    TEXT NOT NULL DEFAULT 'here' CHECK (state IN ('here', 'former', 'left', 'died')),
	posts    INTEGER NOT NULL DEFAULT 0,          -- shown to nobody: who is a first-time author
	version  INTEGER NOT NULL DEFAULT 1,
	CHECK (account IS NULL OR sealed IS NULL)
) STRICT;
CREATE INDEX name_by_thread ON name (thread, id);

-- Every name ever used, as a keyed hash of what it could be confused with: none
-- is given out again, and none can be read back.
CREATE TABLE name_used (
	skeleton BLOB NOT NULL PRIMARY KEY
) STRICT;

-- The key of indexes whose words nobody keeps (names once used, recovery words),
-- sealed, so that a new master key has only this row to change.
CREATE TABLE kept_key (
	id     INTEGER PRIMARY KEY,                   -- always 1
	sealed BLOB NOT NULL
) STRICT;

CREATE TABLE session (
	token    BLOB NOT NULL PRIMARY KEY,           -- hash
	pid      TEXT NOT NULL UNIQUE,
	account  INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
	label    TEXT NOT NULL DEFAULT '',
	kind     TEXT NOT NULL CHECK (kind IN ('own', 'shared')),
	made_day INTEGER NOT NULL,
	used_day INTEGER NOT NULL
) STRICT;
CREATE INDEX session_by_account ON session (account, made_day);

CREATE TABLE passkey (
	id         INTEGER PRIMARY KEY,
	pid        TEXT NOT NULL UNIQUE,
	account    INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
	key_id     BLOB NOT NULL UNIQUE,
	credential TEXT NOT NULL,                     -- the whole credential, as JSON
	label      TEXT NOT NULL,
	made_day   INTEGER NOT NULL,
	used_day   INTEGER NOT NULL
) STRICT;
CREATE INDEX passkey_by_account ON passkey (account, id);

-- A browser that signed in before is never slowed by strangers' tries.
CREATE TABLE known_browser (
	token   BLOB NOT NULL PRIMARY KEY,            -- hash
	account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
	day     INTEGER NOT NULL
) STRICT;
CREATE INDEX known_browser_by_account ON known_browser (account);

-- A one-time link: it makes an account of a role, or lets one back in by e-mail.
CREATE TABLE pass (
	token   BLOB NOT NULL PRIMARY KEY,            -- hash
	kind    TEXT NOT NULL CHECK (kind IN ('operator', 'recovery', 'email')),
	account INTEGER REFERENCES account ON DELETE CASCADE,
	sealed  BLOB,                                 -- the address to be confirmed
	ends_at INTEGER NOT NULL
) STRICT;
CREATE INDEX pass_by_end ON pass (ends_at);
CREATE INDEX pass_by_account ON pass (account);

CREATE TABLE agreement (
	version INTEGER PRIMARY KEY,
	words   TEXT NOT NULL,
	day     INTEGER NOT NULL
) STRICT;

CREATE TABLE agreed (
	account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
	version INTEGER NOT NULL REFERENCES agreement,
	day     INTEGER NOT NULL,
	PRIMARY KEY (account, version)
) STRICT;

-- Names somebody chose not to see. The key is made of their own name and that one, so
-- that it is found from both sides; what it stands for is sealed, so that a new master key can make a new one.
CREATE TABLE unseen_name (
	key    BLOB NOT NULL PRIMARY KEY,             -- keyed: (own name, name)
	slot   BLOB NOT NULL UNIQUE,                  -- keyed: (account, 0, 1, 2 …)
	sealed BLOB NOT NULL
) STRICT;

-- Where somebody is in a thread.
CREATE TABLE mark (
	key    BLOB NOT NULL PRIMARY KEY,             -- keyed: (account, thread)
	sealed BLOB NOT NULL,                         -- account and thread, for a new master key
	seen   INTEGER NOT NULL,                      -- highest sequence seen
	before INTEGER NOT NULL,                      -- highest sequence seen when this visit began
	day    INTEGER NOT NULL
) STRICT;

-- What happened, for whoever must act on it later.
CREATE TABLE job (
	id       INTEGER PRIMARY KEY,                 -- random: tells no order
	who      TEXT NOT NULL,
	event    BLOB NOT NULL,
	due_at   INTEGER NOT NULL,
	tries    INTEGER NOT NULL DEFAULT 0,
	last_err TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX job_by_due ON job (due_at, id);

-- What moderators and operators did: ids and reasons, never anybody's words.
CREATE TABLE audit (
	id      INTEGER PRIMARY KEY,
	at      INTEGER NOT NULL,
	actor   INTEGER NOT NULL REFERENCES name,
	act     TEXT NOT NULL,
	subject TEXT NOT NULL,
	reason  TEXT NOT NULL
) STRICT;
