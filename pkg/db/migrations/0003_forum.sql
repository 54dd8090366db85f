-- +goose Up
CREATE TABLE board (
	id          INTEGER PRIMARY KEY,
	slug        TEXT NOT NULL UNIQUE,
	category    TEXT NOT NULL CHECK (category IN ('medical', 'personal')),
	title       TEXT NOT NULL,
	purpose     TEXT NOT NULL,
	not_for     TEXT NOT NULL DEFAULT '',
	agreements  TEXT NOT NULL DEFAULT '',
	safety      TEXT NOT NULL DEFAULT '',
	audience    TEXT NOT NULL CHECK (audience IN ('members', 'public')),
	opens       TEXT NOT NULL CHECK (opens IN ('members', 'steady', 'moderators')),
	indexed     TEXT NOT NULL CHECK (indexed IN ('no', 'yes')),
	patch       TEXT NOT NULL,
	position    INTEGER NOT NULL,
	archived_at INTEGER,
	merged_into INTEGER REFERENCES board,
	version     INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The quiet labels a thread may carry: what it touches on.
CREATE TABLE label (
	id          INTEGER PRIMARY KEY,
	slug        TEXT NOT NULL UNIQUE,
	title       TEXT NOT NULL,
	position    INTEGER NOT NULL,
	archived_at INTEGER
) STRICT;

CREATE TABLE thread (
	id          INTEGER PRIMARY KEY,
	pid         TEXT NOT NULL UNIQUE,
	board       INTEGER NOT NULL REFERENCES board,
	title       TEXT NOT NULL,
	opened_by   INTEGER NOT NULL REFERENCES name,
	opened_at   INTEGER NOT NULL,
	opening     INTEGER NOT NULL DEFAULT 0,       -- the post it was opened with
	audience    TEXT NOT NULL CHECK (audience IN ('members', 'public')), -- never wider than it once was
	wish        TEXT NOT NULL CHECK (wish IN ('', 'advice', 'shared', 'listening', 'celebrating', 'telling')),
	last_at     INTEGER NOT NULL,                 -- its latest post
	last_seq    INTEGER NOT NULL DEFAULT 0,       -- highest sequence given out
	replies     INTEGER NOT NULL DEFAULT 0,       -- replies not taken back or taken down
	others      INTEGER NOT NULL DEFAULT 0,       -- of these, by another than who opened it
	short       TEXT NOT NULL DEFAULT '',         -- the short version, as written
	short_html  TEXT NOT NULL DEFAULT '',
	ending      TEXT NOT NULL DEFAULT '',         -- how it went, as written
	ending_html TEXT NOT NULL DEFAULT '',
	ask_on      INTEGER,                          -- day to ask how it went
	pinned_at   INTEGER,
	locked_at   INTEGER,
	removed_at  INTEGER,
	removed_for TEXT NOT NULL DEFAULT '',         -- a reason from the list
	moved_at    INTEGER,
	moved_from  INTEGER REFERENCES board,
	moved_words TEXT NOT NULL DEFAULT '',
	merged_into INTEGER REFERENCES thread,
	form_key    BLOB UNIQUE,
	version     INTEGER NOT NULL DEFAULT 1
) STRICT;
-- What stands in lists: neither taken down nor merged away.
CREATE INDEX thread_by_last ON thread (board, audience, last_at, id) WHERE removed_at IS NULL AND merged_into IS NULL;
CREATE INDEX thread_by_opened ON thread (board, audience, id) WHERE removed_at IS NULL AND merged_into IS NULL;
CREATE INDEX thread_pinned ON thread (board, pinned_at) WHERE pinned_at IS NOT NULL;
CREATE INDEX thread_latest ON thread (audience, last_at, id) WHERE removed_at IS NULL AND merged_into IS NULL;
CREATE INDEX thread_waiting ON thread (audience, opened_at, id) WHERE others = 0 AND removed_at IS NULL AND merged_into IS NULL AND locked_at IS NULL AND wish <> 'telling';
CREATE INDEX thread_by_name ON thread (opened_by, id);
CREATE INDEX thread_by_merge ON thread (merged_into);

CREATE TABLE thread_label (
	thread INTEGER NOT NULL REFERENCES thread,
	label  INTEGER NOT NULL REFERENCES label,
	PRIMARY KEY (thread, label)
) STRICT;
CREATE INDEX thread_by_label ON thread_label (label, thread);

CREATE TABLE post (
	id          INTEGER PRIMARY KEY,
	pid         TEXT NOT NULL UNIQUE,
	thread      INTEGER NOT NULL REFERENCES thread,
	parent      INTEGER REFERENCES post,          -- NULL for the post that opened the thread
	root        INTEGER NOT NULL DEFAULT 0,       -- the top-level reply it stands under; its own id for one; 0 for the opening
	depth       INTEGER NOT NULL,                 -- 0 for the opening, 1 for a reply to it
	seq         INTEGER NOT NULL,                 -- order of arrival in its thread, from 1
	written_by  INTEGER NOT NULL REFERENCES name,
	written_at  INTEGER NOT NULL,
	source      TEXT NOT NULL,
	html        TEXT NOT NULL,
	renderer    INTEGER NOT NULL,                 -- version of what made html of source
	know        TEXT NOT NULL DEFAULT '' CHECK (know IN ('', 'lived', 'cared', 'read', 'team', 'work')),
	know_link   TEXT NOT NULL DEFAULT '',
	note        TEXT NOT NULL DEFAULT '',         -- content note
	changed_at  INTEGER,
	revision    INTEGER NOT NULL DEFAULT 1,
	removed_at  INTEGER,
	removed_by  TEXT NOT NULL DEFAULT '' CHECK (removed_by IN ('', 'author', 'moderator', 'left')),
	removed_for TEXT NOT NULL DEFAULT '',
	children    INTEGER NOT NULL DEFAULT 0,       -- replies to it
	descendants INTEGER NOT NULL DEFAULT 0,       -- replies under it, at any depth
	thinking    INTEGER NOT NULL DEFAULT 0,       -- kind words of each kind
	same        INTEGER NOT NULL DEFAULT 0,
	thanks      INTEGER NOT NULL DEFAULT 0,
	form_key    BLOB UNIQUE,                      -- hash of the form's own key: sent twice, posted once
	version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX post_by_seq ON post (thread, seq);
CREATE INDEX post_by_branch ON post (thread, root, id);
CREATE INDEX post_by_parent ON post (parent, id);
CREATE INDEX post_by_name ON post (written_by, id);
CREATE INDEX post_by_renderer ON post (renderer, id);

-- Earlier versions of a post, for moderators and its author.
CREATE TABLE revision (
	post       INTEGER NOT NULL REFERENCES post,
	number     INTEGER NOT NULL,
	source     TEXT NOT NULL,                     -- '' once erased
	title      TEXT NOT NULL DEFAULT '',          -- of an opening post
	written_at INTEGER NOT NULL,
	erased_at  INTEGER,
	PRIMARY KEY (post, number)
) STRICT;

CREATE TABLE kind_word (
	post   INTEGER NOT NULL REFERENCES post,
	name   INTEGER NOT NULL REFERENCES name,
	kind   TEXT NOT NULL CHECK (kind IN ('thinking', 'same', 'thanks')),
	at     INTEGER NOT NULL,
	PRIMARY KEY (post, name)
) STRICT;
CREATE INDEX kind_word_by_name ON kind_word (name, post);

-- What somebody began to write. The words are as typed.
CREATE TABLE draft (
	id       INTEGER PRIMARY KEY,
	pid      TEXT NOT NULL UNIQUE,
	name     INTEGER NOT NULL REFERENCES name,
	kind     TEXT NOT NULL CHECK (kind IN ('thread', 'reply', 'edit')),
	board    INTEGER REFERENCES board,            -- of a thread to be opened
	post     INTEGER REFERENCES post,             -- the post to be answered or changed
	fields   TEXT NOT NULL,                       -- JSON: every field of the form
	excerpt  TEXT NOT NULL,
	saved_at INTEGER NOT NULL,
	thrown_at INTEGER,                            -- thrown away, and kept for 30 days
	version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX draft_by_name ON draft (name, saved_at, id);
CREATE INDEX draft_by_post ON draft (post);
CREATE INDEX draft_by_saved ON draft (saved_at, id);

-- What a guest began to write, sealed, for 24 hours. Its cookie only names it.
CREATE TABLE guest_draft (
	token   BLOB NOT NULL PRIMARY KEY,            -- hash
	sealed  BLOB NOT NULL,
	ends_at INTEGER NOT NULL
) STRICT;
CREATE INDEX guest_draft_by_end ON guest_draft (ends_at);

-- Who to ring or write to, as the operator set it.
CREATE TABLE helpline (
	id       INTEGER PRIMARY KEY,
	pid      TEXT NOT NULL UNIQUE,
	kind     TEXT NOT NULL CHECK (kind IN ('now', 'cancer', 'grief', 'carers', 'money')),
	title    TEXT NOT NULL,
	about    TEXT NOT NULL,
	phone    TEXT NOT NULL DEFAULT '',
	message  TEXT NOT NULL DEFAULT '',            -- number for text messages
	hours    TEXT NOT NULL DEFAULT '',            -- in words
	opens    TEXT NOT NULL DEFAULT '',            -- '' is always; else 'mon-fri 08:00-20:00; sat 09:00-12:00'
	position INTEGER NOT NULL,
	checked_at INTEGER                            -- when the operator last said that all this is right
) STRICT;

-- What an import has taken: where each line of it stands, so that running it
-- again adds nothing.
CREATE TABLE imported (
	source  TEXT NOT NULL,
	kind    TEXT NOT NULL CHECK (kind IN ('thread', 'post', 'name')),
	foreign_id TEXT NOT NULL,
	id      INTEGER NOT NULL,
	PRIMARY KEY (source, kind, foreign_id)
) STRICT;
