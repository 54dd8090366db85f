-- +goose Up

-- What moderators did to a post short of taking it down. Covered passages stand in
-- source alone: html, which readers get, has a mark in their place.
ALTER TABLE post ADD COLUMN folded_at INTEGER;
ALTER TABLE post ADD COLUMN folded_for TEXT NOT NULL DEFAULT ''; -- 'flags', 'desk' or 'change' (until its author changed it)
ALTER TABLE post ADD COLUMN cover TEXT NOT NULL DEFAULT '';      -- JSON: passages others do not see yet, and why
ALTER TABLE post ADD COLUMN notes INTEGER NOT NULL DEFAULT 0;    -- moderators' notes under it
ALTER TABLE post ADD COLUMN redacted_at INTEGER;                 -- when a passage was last taken out
CREATE INDEX post_of_name ON post (written_by, id);

-- Who waits for a first answer, in the order of the desk: lifted by care, then a
-- name that had written nothing before, then the oldest.
ALTER TABLE thread ADD COLUMN first_time INTEGER NOT NULL DEFAULT 0;
ALTER TABLE thread ADD COLUMN lift INTEGER NOT NULL DEFAULT 0;
CREATE INDEX thread_unanswered ON thread (lift DESC, first_time DESC, opened_at, id)
	WHERE others = 0 AND removed_at IS NULL AND merged_into IS NULL AND emptied_at IS NULL AND locked_at IS NULL AND wish <> 'telling';
CREATE INDEX thread_unanswered_here ON thread (board, lift DESC, first_time DESC, opened_at, id)
	WHERE others = 0 AND removed_at IS NULL AND merged_into IS NULL AND emptied_at IS NULL AND locked_at IS NULL AND wish <> 'telling';

-- A pause, a ban, or posts that wait first: sealed, so that no moment leads from an
-- account to the name it was decided on.
ALTER TABLE account ADD COLUMN standing BLOB;

-- What waits for a moderator before it is posted. It is no post yet: no list, no
-- count and no feed can know of it.
CREATE TABLE held (
	id       INTEGER PRIMARY KEY,
	pid      TEXT NOT NULL UNIQUE,
	kind     TEXT NOT NULL CHECK (kind IN ('thread', 'reply')),
	board    INTEGER NOT NULL REFERENCES board,
	thread   INTEGER NOT NULL,                    -- the one it answers in, or the one it will be
	parent   INTEGER REFERENCES post,             -- what a reply answers
	name     INTEGER NOT NULL REFERENCES name,
	form     TEXT NOT NULL,                       -- JSON: the form as it was sent; '' once its words are elsewhere or gone
	why      TEXT NOT NULL,                       -- keys of the reasons, with spaces between
	held_at  INTEGER NOT NULL,
	state    TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'posted', 'declined', 'withdrawn')),
	post     INTEGER REFERENCES post,             -- what became of it
	form_key BLOB UNIQUE,
	ended_at INTEGER,                             -- of what was declined: its words go some time after
	version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX held_to_wipe ON held (ended_at, id) WHERE ended_at IS NOT NULL;
CREATE INDEX held_by_name ON held (name, state, id);

-- The passages that were taken out, sealed, until undo and appeal have ended.
CREATE TABLE redaction (
	id         INTEGER PRIMARY KEY,
	pid        TEXT NOT NULL UNIQUE,
	post       INTEGER NOT NULL REFERENCES post,
	sealed     BLOB,                              -- the words as they were; NULL once destroyed or put back
	made_at    INTEGER NOT NULL,
	destroy_at INTEGER,                           -- NULL while an appeal keeps it, or once it is over
	ended_at   INTEGER
) STRICT;
CREATE INDEX redaction_by_post ON redaction (post, id);
CREATE INDEX redaction_to_destroy ON redaction (destroy_at, id) WHERE destroy_at IS NOT NULL;

-- What a moderator wrote under a post, for every reader.
CREATE TABLE desk_note (
	id         INTEGER PRIMARY KEY,
	pid        TEXT NOT NULL UNIQUE,
	post       INTEGER NOT NULL REFERENCES post,
	written_by INTEGER NOT NULL REFERENCES name,
	written_at INTEGER NOT NULL,
	link       TEXT NOT NULL DEFAULT '',          -- where it comes from
	html       TEXT NOT NULL,
	source     TEXT NOT NULL
) STRICT;
CREATE INDEX desk_note_by_post ON desk_note (post, id);
CREATE INDEX desk_note_by_name ON desk_note (written_by, id);

-- The card that stands above somebody's own post, for a day or until they close it.
CREATE TABLE care_card (
	post  INTEGER NOT NULL PRIMARY KEY REFERENCES post,
	name  INTEGER NOT NULL REFERENCES name,
	day   INTEGER NOT NULL,
	closed_day INTEGER
) STRICT;
CREATE INDEX care_card_by_name ON care_card (name, day);

-- Everything said about one target since it was last decided on. A name, a thread,
-- a post or what is held has one open case a door, however many flag it.
CREATE TABLE flag_case (
	id          INTEGER PRIMARY KEY,
	pid         TEXT NOT NULL UNIQUE,
	queue       TEXT NOT NULL CHECK (queue IN ('care', 'flagged', 'held', 'appeals')),
	target_kind TEXT NOT NULL CHECK (target_kind IN ('post', 'thread', 'name', 'held', 'decision')),
	target      INTEGER NOT NULL,
	board       INTEGER NOT NULL DEFAULT 0,       -- 0 concerns the whole site
	thread      INTEGER NOT NULL DEFAULT 0,
	about       INTEGER REFERENCES name,          -- whose words, or who
	kind        TEXT NOT NULL DEFAULT '',         -- the gravest of its flags
	harm        INTEGER NOT NULL,                 -- 1 is looked at first
	flags       INTEGER NOT NULL DEFAULT 0,       -- how many were raised
	state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'decided')),
	sign        TEXT NOT NULL DEFAULT '',         -- of care alone: erased when it is closed
	opened_at   INTEGER NOT NULL,
	seen_at     INTEGER,                          -- first opened by a moderator
	decided_at  INTEGER,
	called_at   INTEGER,                          -- of an urgent one: when somebody was last called
	calls       INTEGER NOT NULL DEFAULT 0,
	claimed_by  INTEGER REFERENCES name,
	claimed_until INTEGER,
	handed_to   INTEGER REFERENCES name,
	second_for  TEXT NOT NULL DEFAULT '',         -- why a second moderator is asked for: 'opinion', or a verdict that needs one
	version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX one_open_case ON flag_case (queue, target_kind, target) WHERE state = 'open';
CREATE INDEX case_in_queue ON flag_case (queue, harm, opened_at, id) WHERE state = 'open';
CREATE INDEX case_on_board ON flag_case (queue, board, harm, opened_at, id) WHERE state = 'open';
CREATE INDEX case_of_kind ON flag_case (queue, kind, harm, opened_at, id) WHERE state = 'open';
CREATE INDEX case_of_mine ON flag_case (claimed_by, queue, harm, opened_at, id) WHERE state = 'open';
CREATE INDEX case_of_mine_here ON flag_case (claimed_by, queue, board, harm, opened_at, id) WHERE state = 'open';
CREATE INDEX case_about ON flag_case (about, id);
CREATE INDEX case_in_thread ON flag_case (thread) WHERE state = 'open';
CREATE INDEX case_of_target ON flag_case (target_kind, target, id);
CREATE INDEX case_by_time ON flag_case (opened_at, id);
CREATE INDEX case_urgent ON flag_case (called_at, id) WHERE state = 'open' AND called_at IS NOT NULL;

CREATE TABLE flag (
	id          INTEGER PRIMARY KEY,
	flag_case   INTEGER NOT NULL REFERENCES flag_case,
	target_kind TEXT NOT NULL,
	target      INTEGER NOT NULL,
	door        TEXT NOT NULL CHECK (door IN ('care', 'conduct')),
	kind        TEXT NOT NULL,                    -- 'worried', or one of the conduct kinds
	raised_by   INTEGER REFERENCES name,          -- NULL: the site's own rules
	raised_at   INTEGER NOT NULL,
	revision    INTEGER NOT NULL DEFAULT 0,       -- of the post it was made on
	weighs      INTEGER NOT NULL DEFAULT 0,       -- 1 when whoever raised it is past 'new'
	words       TEXT NOT NULL DEFAULT '',
	state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered'))
) STRICT;
CREATE UNIQUE INDEX one_open_flag ON flag (raised_by, target_kind, target, door) WHERE state = 'open';
CREATE INDEX flag_by_case ON flag (flag_case, id);
CREATE INDEX flag_by_name ON flag (raised_by, target_kind, target, id);

CREATE TABLE case_note (
	id         INTEGER PRIMARY KEY,
	flag_case  INTEGER NOT NULL REFERENCES flag_case,
	written_by INTEGER NOT NULL REFERENCES name,
	written_at INTEGER NOT NULL,
	words      TEXT NOT NULL
) STRICT;
CREATE INDEX case_note_by_case ON case_note (flag_case, id);

-- The written reasons that a decision is given for.
CREATE TABLE reason (
	id          INTEGER PRIMARY KEY,
	slug        TEXT NOT NULL UNIQUE,
	position    INTEGER NOT NULL,
	verdicts    TEXT NOT NULL,                    -- which they are for, with spaces between
	archived_at INTEGER,
	version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE reason_words (
	reason    INTEGER NOT NULL REFERENCES reason,
	language  TEXT NOT NULL,
	title     TEXT NOT NULL,
	agreement TEXT NOT NULL,                      -- the agreement concerned, quoted
	message   TEXT NOT NULL,                      -- what the letter begins with
	PRIMARY KEY (reason, language)
) STRICT;

CREATE TABLE decision (
	id         INTEGER PRIMARY KEY,
	pid        TEXT NOT NULL UNIQUE,
	flag_case  INTEGER NOT NULL REFERENCES flag_case,
	verdict    TEXT NOT NULL,
	reason     TEXT NOT NULL,                     -- a reason's slug
	agreement  TEXT NOT NULL DEFAULT '',          -- quoted as it stood
	message    TEXT NOT NULL DEFAULT '',          -- to the author
	about      INTEGER REFERENCES name,           -- whom it concerns
	post       INTEGER REFERENCES post,
	revision   INTEGER NOT NULL DEFAULT 0,        -- of the post it was made on
	decided_by INTEGER NOT NULL REFERENCES name,
	decided_at INTEGER NOT NULL,
	second_by  INTEGER REFERENCES name,           -- who agreed, where two must
	state      TEXT NOT NULL CHECK (state IN ('waiting', 'stands', 'refused', 'undone', 'granted')),
	undo_until INTEGER NOT NULL,
	undone_by  INTEGER REFERENCES name,
	undone_at  INTEGER,
	ends_at    INTEGER,                           -- of a pause
	effect     TEXT NOT NULL DEFAULT '',          -- JSON of ids: what undo puts back, never words
	form_key   BLOB UNIQUE                        -- the form's own: sent twice, it is decided once
) STRICT;
CREATE INDEX decision_by_case ON decision (flag_case, id);
CREATE INDEX decision_about ON decision (about, id);
CREATE INDEX decision_by_moderator ON decision (decided_by, decided_at);
CREATE INDEX decision_by_time ON decision (decided_at, id);
CREATE INDEX decision_of_post ON decision (post, id);

CREATE TABLE appeal (
	id         INTEGER PRIMARY KEY,
	decision   INTEGER NOT NULL UNIQUE REFERENCES decision,
	written_by INTEGER NOT NULL REFERENCES name,
	written_at INTEGER NOT NULL,
	words      TEXT NOT NULL DEFAULT '',
	answered_by INTEGER REFERENCES name,
	answered_at INTEGER,
	answer     TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'granted', 'refused'))
) STRICT;
CREATE INDEX appeal_by_name ON appeal (written_by);

-- Posts no moderator has looked at yet.
CREATE TABLE unread_post (
	post       INTEGER NOT NULL PRIMARY KEY REFERENCES post,
	board      INTEGER NOT NULL,
	written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX unread_in_order ON unread_post (written_at, post);
CREATE INDEX unread_on_board ON unread_post (board, written_at, post);

-- Who is about to answer a thread, so that two do not.
CREATE TABLE answering (
	thread     INTEGER NOT NULL PRIMARY KEY REFERENCES thread,
	name       INTEGER NOT NULL REFERENCES name,
	until_at   INTEGER NOT NULL
) STRICT;

-- What a name is told, and its conversations with the moderators.
CREATE TABLE notice (
	id      INTEGER PRIMARY KEY,
	pid     TEXT NOT NULL UNIQUE,
	name    INTEGER NOT NULL REFERENCES name,
	kind    TEXT NOT NULL,                        -- a key: 'decided', 'undone', 'flag_answered', 'held', 'appeal_answered' …
	about   TEXT NOT NULL,                        -- a kind and an id; once a name and kind
	data    TEXT NOT NULL DEFAULT '',             -- JSON of keys and ids, never words
	at      INTEGER NOT NULL,
	seen_day INTEGER,                             -- a day: moments would tell which names one person looks at together
	letter_at INTEGER                             -- when a letter may say that it is here; NULL once that was looked at
) STRICT;
CREATE UNIQUE INDEX notice_once ON notice (name, kind, about);
CREATE INDEX notice_by_name ON notice (name, at, id);
CREATE INDEX notice_unseen ON notice (name, id) WHERE seen_day IS NULL;
CREATE INDEX notice_seen ON notice (seen_day, id) WHERE seen_day IS NOT NULL AND kind <> 'talk'; -- that one goes with its talk
CREATE INDEX notice_letters ON notice (letter_at, id) WHERE letter_at IS NOT NULL;

CREATE TABLE talk (
	id       INTEGER PRIMARY KEY,
	pid      TEXT NOT NULL UNIQUE,
	name     INTEGER NOT NULL REFERENCES name,    -- the member's side
	board    INTEGER NOT NULL DEFAULT 0,
	decision INTEGER REFERENCES decision,
	begun_at INTEGER NOT NULL,
	last_at  INTEGER NOT NULL,
	waiting  TEXT NOT NULL CHECK (waiting IN ('desk', 'member', '')) -- whose turn it is
) STRICT;
CREATE INDEX talk_by_name ON talk (name, last_at, id);
CREATE INDEX talk_in_order ON talk (waiting, last_at, id);
CREATE INDEX talk_on_board ON talk (waiting, board, last_at, id);
CREATE INDEX talk_by_decision ON talk (decision);
CREATE INDEX talk_by_age ON talk (last_at, id);
CREATE TABLE talk_line (
	id         INTEGER PRIMARY KEY,
	talk       INTEGER NOT NULL REFERENCES talk,
	written_by INTEGER NOT NULL REFERENCES name,
	side       TEXT NOT NULL CHECK (side IN ('member', 'desk')),
	written_at INTEGER NOT NULL,
	form_key   BLOB UNIQUE,
	wiped_at   INTEGER,                           -- when words of it went: the one change that is possible
	source     TEXT NOT NULL
) STRICT;
CREATE INDEX talk_line_by_talk ON talk_line (talk, id);
CREATE INDEX talk_line_by_name ON talk_line (written_by, id);
