-- +goose Up
CREATE TABLE board (
	id    INTEGER PRIMARY KEY,
	slug  TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL
) STRICT;

CREATE TABLE thread (
	id    INTEGER PRIMARY KEY,
	board INTEGER NOT NULL REFERENCES board,
	words TEXT NOT NULL,
	seal  BLOB
) STRICT;
CREATE INDEX thread_by_board ON thread (board, id);
