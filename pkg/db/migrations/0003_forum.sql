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
	id          INTEGER PRIMARY KEY,              -- random: known before the row, for a name made for this thread
	pid         TEXT NOT NULL UNIQUE,
	board       INTEGER NOT NULL REFERENCES board,
	title       TEXT NOT NULL,
	opened_by   INTEGER NOT NULL REFERENCES name,
	opened_at   INTEGER NOT NULL,
	opening     INTEGER NOT NULL DEFAULT 0,       -- the post it was opened with
	audience    TEXT NOT NULL CHECK (audience IN ('members', 'public')), -- never wider than it once was
	wish        TEXT NOT NULL CHECK (wish IN ('', 'advice', 'shared', 'listening', 'celebrating', 'telling')),
	last_at     INTEGER NOT NULL,                 -- when the latest of its posts that stand was written
	last_seq    INTEGER NOT NULL DEFAULT 0,       -- highest sequence given out
	replies     INTEGER NOT NULL DEFAULT 0,       -- replies not taken back or taken down
	others      INTEGER NOT NULL DEFAULT 0,       -- of these, by another name than the one that opened it
	emptied_at  INTEGER,                          -- its opening post was taken back or down; title, short and ending go with it
	pinned_at   INTEGER,
	locked_at   INTEGER,
	removed_at  INTEGER,
	removed_for TEXT NOT NULL DEFAULT '',         -- a reason from the list
	moved_at    INTEGER,
	moved_from  INTEGER REFERENCES board,
	moved_words TEXT NOT NULL DEFAULT '',
	moved_by    INTEGER REFERENCES name,          -- whose words those are
	merged_into INTEGER REFERENCES thread,        -- always a thread that is not merged itself
	split_from  INTEGER REFERENCES thread,        -- names for one thread hold in what was split from it
	ask_on      INTEGER,                          -- day to ask how it went
	asked_on    INTEGER,                          -- day on which that was done
	renderer    INTEGER NOT NULL DEFAULT 0,       -- version of what made short_html and ending_html
	version     INTEGER NOT NULL DEFAULT 1,
	short       TEXT NOT NULL DEFAULT '',         -- the short version, as written
	short_html  TEXT NOT NULL DEFAULT '',
	ending      TEXT NOT NULL DEFAULT '',         -- how it went, as written
	ending_html TEXT NOT NULL DEFAULT ''
) STRICT;
-- What stands in lists: neither taken down, nor merged away, nor left with nothing in it.
CREATE INDEX thread_by_last ON thread (board, audience, last_at, id)
	WHERE removed_at IS NULL AND merged_into IS NULL AND (emptied_at IS NULL OR replies > 0);
CREATE INDEX thread_by_opened ON thread (board, audience, opened_at, id)
	WHERE removed_at IS NULL AND merged_into IS NULL AND (emptied_at IS NULL OR replies > 0);
CREATE INDEX thread_pinned ON thread (board, pinned_at) WHERE pinned_at IS NOT NULL;
CREATE INDEX thread_latest ON thread (audience, last_at, id) WHERE removed_at IS NULL AND merged_into IS NULL AND replies > 0;
-- What nobody has answered yet, on a board and everywhere.
CREATE INDEX thread_waiting_here ON thread (board, audience, opened_at, id)
	WHERE others = 0 AND removed_at IS NULL AND merged_into IS NULL AND emptied_at IS NULL AND locked_at IS NULL AND wish <> 'telling';
CREATE INDEX thread_waiting ON thread (audience, opened_at, id)
	WHERE others = 0 AND removed_at IS NULL AND merged_into IS NULL AND emptied_at IS NULL AND locked_at IS NULL AND wish <> 'telling';
CREATE INDEX thread_by_name ON thread (opened_by, id);
CREATE INDEX thread_by_merge ON thread (merged_into);
CREATE INDEX thread_by_split ON thread (split_from) WHERE split_from IS NOT NULL;
CREATE INDEX thread_by_mover ON thread (moved_by) WHERE moved_by IS NOT NULL;
CREATE INDEX thread_to_ask ON thread (ask_on, id) WHERE ask_on IS NOT NULL AND asked_on IS NULL;
CREATE INDEX thread_by_renderer ON thread (renderer, id) WHERE renderer > 0;

CREATE TABLE thread_label (
	thread INTEGER NOT NULL REFERENCES thread,
	label  INTEGER NOT NULL REFERENCES label,
	PRIMARY KEY (thread, label)
) STRICT;
CREATE INDEX thread_by_label ON thread_label (label, thread);

-- What is read of every post comes first; its words, which may fill pages, last.
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
	children    INTEGER NOT NULL DEFAULT 0,       -- replies to it, standing or not
	descendants INTEGER NOT NULL DEFAULT 0,       -- replies under it, at any depth, standing or not
	thinking    INTEGER NOT NULL DEFAULT 0,       -- kind words of each kind
	same        INTEGER NOT NULL DEFAULT 0,
	thanks      INTEGER NOT NULL DEFAULT 0,
	version     INTEGER NOT NULL DEFAULT 1,
	revision    INTEGER NOT NULL DEFAULT 1,
	renderer    INTEGER NOT NULL,                 -- version of what made html of source
	changed_at  INTEGER,                          -- last changed, as readers are told: not in the first half hour
	rewritten_at INTEGER,                         -- last changed, whenever
	removed_at  INTEGER,
	removed_by  TEXT NOT NULL DEFAULT '' CHECK (removed_by IN ('', 'author', 'moderator', 'left')),
	removed_for TEXT NOT NULL DEFAULT '',
	wiped_at    INTEGER,                          -- its words are gone for good
	form_key    BLOB UNIQUE,                      -- keyed hash of the form's own key: sent twice, posted once
	know        TEXT NOT NULL DEFAULT '' CHECK (know IN ('', 'lived', 'cared', 'read', 'team', 'work')),
	know_link   TEXT NOT NULL DEFAULT '',
	note        TEXT NOT NULL DEFAULT '',         -- content note
	html        TEXT NOT NULL,
	source      TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX post_by_seq ON post (thread, seq);
CREATE INDEX post_by_branch ON post (thread, root, id);
CREATE INDEX post_by_parent ON post (parent, id);
CREATE INDEX post_by_name ON post (written_by, thread, id);
CREATE INDEX post_by_renderer ON post (renderer, id);
CREATE INDEX post_to_wipe ON post (removed_at, id) WHERE removed_by = 'author' AND wiped_at IS NULL;

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
	day    INTEGER NOT NULL,                      -- no time: a kind word is no trace of when somebody was here
	PRIMARY KEY (post, name)
) STRICT;
CREATE INDEX kind_word_by_name ON kind_word (name, post);

-- What somebody began to write. All of it is sealed, the name it belongs to
-- among it: what is not posted is for its author alone, and a draft that asks
-- for a name for one thread must not lead from one name to the other.
CREATE TABLE draft (
	pid     TEXT NOT NULL PRIMARY KEY,
	owner   BLOB NOT NULL,                        -- keyed: (name)
	sealed  BLOB NOT NULL,
	day     INTEGER NOT NULL,                     -- last changed, or thrown away
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX draft_by_owner ON draft (owner);
CREATE INDEX draft_by_day ON draft (day);

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
