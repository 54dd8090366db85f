// Package audit is the permanent record of what moderators and operators did.
// Entries are only ever added; the database refuses to change or remove one.
//
// An entry holds ids and keys, never anybody's words: it must be able to stay
// when the words it is about are gone.
package audit

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// An Entry is one act.
type Entry struct {
	ID      int64 // its place in the record, once it is written
	At      time.Time
	Actor   account.NameID
	Act     string // a key: "thread.locked", "board.changed"
	Subject string // what it was done to: a kind and a public id, as [Subject] writes them
	Reason  string // a key from the list the act offers, or none
}

// Subject names what an act was done to.
func Subject(kind, pid string) string { return kind + " " + pid }

// errWords is all that is said of an entry that would hold words: the words
// themselves must not reach a log either.
var errWords = errors.New("audit: an entry holds keys and ids, not words")

// Record adds e, in the transaction of the act itself: there is no act without
// its entry, and no entry without its act.
func Record(ctx context.Context, tx *db.Tx, e Entry) error {
	if e.Act == "" || !plain(e.Act, false) || !plain(e.Subject, true) || !plain(e.Reason, false) {
		return errWords
	}
	if err := insertEntry(ctx, tx, e); err != nil {
		return fmt.Errorf("record %s: %w", e.Act, err)
	}
	return nil
}

// Recent returns the newest entries, newest first, at most limit of them.
func Recent(ctx context.Context, r db.Reader, limit int) ([]Entry, error) {
	return Before(ctx, r, math.MaxInt64, limit)
}

// Before returns the entries that were written before the one with an id, newest
// first, at most limit of them.
func Before(ctx context.Context, r db.Reader, id int64, limit int) ([]Entry, error) {
	return entriesBefore(ctx, r, id, limit)
}

// By returns every entry of one actor, oldest first: what is held about them.
func By(ctx context.Context, r db.Reader, actor account.NameID) ([]Entry, error) {
	return entriesBy(ctx, r, actor)
}

// plain reports whether s is made of the letters of keys and ids alone. A
// subject has one space, between its kind and its id.
func plain(s string, spaced bool) bool {
	if len(s) > 100 {
		return false
	}
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '.', c == '_', c == '-':
		case c == ' ' && spaced:
			spaced = false
		default:
			return false
		}
	}
	return true
}
