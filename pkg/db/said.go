package db

import (
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"
)

// A failure is a query that went wrong. It says which, and never with which
// values: those are people's words, and an error may end in a log.
type failure struct {
	err   error
	query string
}

func failed(q string, err error) error { return &failure{err, q} }

func (f *failure) Error() string {
	return said(f.err, f.query) + ", in " + strings.Join(strings.Fields(f.query), " ")
}

func (f *failure) Unwrap() error { return f.err }

// said is err's message without anything that is not in q itself: both databases
// and both drivers quote the value they stumbled over.
func said(err error, q string) string {
	var (
		lite sqlite3.Error
		pg   *pgconn.PgError
		text = err.Error()
	)
	switch {
	case errors.As(err, &lite) && lite.Code == sqlite3.ErrConstraint, errors.As(err, &pg) && strings.HasPrefix(pg.Code, "23"):
		return text // the name of a rule that was broken
	case lite.Code == sqlite3.ErrError:
		if before, about, ok := strings.Cut(text, ": "); ok && !strings.Contains(q, about) { // FTS5 quotes without quotes
			text = before
		}
	}
	text, _, _ = strings.Cut(text, ": unable to encode") // pgx prints the whole value
	if i, j := strings.Index(text, `"`), strings.LastIndex(text, `"`); i < j && !strings.Contains(q, text[i+1:j]) {
		text = text[:i] + "…" + text[j+1:]
	}
	return text
}
