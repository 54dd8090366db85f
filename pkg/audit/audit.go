// Package audit is the permanent record of what moderators and operators did.
// Entries are only ever added; the database refuses to change or remove one. Each
// is linked to the one before it by a hash, so that whoever changes the record
// behind the database's back breaks a chain that everybody can check: see chain.go.
//
// An entry holds ids and keys, never anybody's words: it must be able to stay
// when the words it is about are gone.
package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
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
	Board   int64  // the board it was about, or 0 when it concerns the whole site
}

// Subject names what an act was done to.
func Subject(kind, pid string) string { return kind + " " + pid }

// errWords is all that is said of an entry that would hold words: the words
// themselves must not reach a log either.
var errWords = errors.New("audit: an entry holds keys and ids, not words")

// CareClosed says that somebody in danger was looked after. It is the one act of
// care that is counted in public.
const CareClosed = "care.closed"

// ofCare reports whether an act was done for somebody who may be in danger.
func ofCare(act string) bool { return strings.HasPrefix(act, "care.") }

// Record adds e, in the transaction of the act itself: there is no act without
// its entry, and no entry without its act. An entry about care never keeps whom or
// which board it was about, whatever its caller says: only that it happened stays.
func Record(ctx context.Context, tx *db.Tx, e Entry) error {
	if ofCare(e.Act) {
		e.Subject, e.Board = "", 0
	}
	if e.Act == "" || !plain(e.Act, false) || !plain(e.Subject, true) || !plain(e.Reason, false) {
		return errWords
	}
	if err := add(ctx, tx, e); err != nil {
		return fmt.Errorf("record %s: %w", e.Act, err)
	}
	return nil
}

func add(ctx context.Context, tx *db.Tx, e Entry) error {
	last, err := newestOrAll(ctx, tx)
	if err != nil {
		return err
	}
	if e.ID, err = insertEntry(ctx, tx, e); err != nil {
		return err
	}
	return link(ctx, tx, last, e)
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

// About returns the entries about some boards that were written before the one with
// an id, newest first, at most limit of them.
func About(ctx context.Context, r db.Reader, boards []int64, id int64, limit int) ([]Entry, error) {
	var all []Entry
	for _, board := range boards { // each by the index: one query for all would sort
		some, err := entriesAbout(ctx, r, board, id, limit)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortFunc(all, func(a, b Entry) int { return cmp.Compare(b.ID, a.ID) })
	return all[:min(len(all), limit)], nil
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
