package forum

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

// SaveDraft keeps d for by and returns it as kept, with the public id and version
// that the form is to send next time. A d without a public id is a new draft.
//
// Where it goes is not looked at: a thread may be locked or gone while somebody
// writes, and their words are kept all the same.
//
// A form that has been posted meanwhile, with these very words, needs no draft any
// more: what is returned then has no public id.
//
// When the draft was saved from another page meanwhile, with other words, neither
// is written over: what is returned is a second draft, and its Beside is the
// public id of the first.
func (f *Forum) SaveDraft(ctx context.Context, by account.Account, d Draft) (Draft, error) {
	if by.Guest() {
		return Draft{}, fault.New(fault.SignIn, "fault.draft_sign_in")
	}
	var saved Draft
	err := f.db.Tx(ctx, func(tx *db.Tx) error {
		name, err := f.draftName(ctx, tx, by, d)
		if err != nil {
			return err
		}
		next := d
		next.Name, next.SavedAt, next.ThrownAt, next.Beside = name.ID, f.now(), time.Time{}, ""
		known, err := f.ownDraft(ctx, tx, by, d.PID)
		switch {
		case fault.Is(err, fault.NotFound):
			posted, err := f.wasPosted(ctx, tx, by, d)
			if err != nil || posted {
				saved = Draft{}
				return err
			}
			next.PID = seal.PublicID()
		case err != nil:
			return err
		case known.Version != d.Version && known.Fields.FormKey != d.Fields.FormKey && !known.Fields.same(d.Fields):
			next.PID, next.Beside = seal.PublicID(), known.PID
		default:
			next.Name, next.Kind, next.Post, next.Beside = known.Name, known.Kind, known.Post, known.Beside
			if next.Board == "" || next.Kind != DraftThread {
				next.Board = known.Board
			}
		}
		saved, err = f.keepDraft(ctx, tx, next)
		return err
	})
	return saved, err
}

// wasPosted reports whether d's form has been sent with d's words, and they stand or
// wait. A script that
// saved a moment too late must not leave a draft of what everybody can read.
func (f *Forum) wasPosted(ctx context.Context, tx *db.Tx, by account.Account, d Draft) (bool, error) {
	p, held, err := f.sentBefore(ctx, tx, f.formKey(by, d.Fields.FormKey))
	if err != nil || p == nil && held == nil {
		return false, err
	}
	if held != nil {
		return held.Source == text.Clean(d.Fields.Words), nil
	}
	source, err := unrefer(ctx, tx, p.Source)
	return source == text.Clean(d.Fields.Words), err
}

// draftName returns the name a draft belongs to: the one by writes with where it goes.
func (f *Forum) draftName(ctx context.Context, r db.Reader, by account.Account, d Draft) (account.Name, error) {
	if d.Post == "" {
		return by.Name, nil
	}
	thread, err := db.One(ctx, r, db.Value[ThreadID], `SELECT p.thread FROM post p WHERE p.pid = $1`, d.Post)
	if err != nil && !errors.Is(err, db.ErrNone) {
		return account.Name{}, err
	}
	// Asked of no thread too: whether there is one may be more than by may know.
	return f.nameIn(ctx, r, by, thread)
}

// ownDraft returns one of by's drafts. Another's is not here, and is asked for in
// the same way: it is opened only once it is known to be by's.
func (f *Forum) ownDraft(ctx context.Context, r db.Reader, by account.Account, pid string) (Draft, error) {
	owner, err := db.One(ctx, r, func(r db.Row) (owner []byte, err error) {
		var found string
		if err = r.Scan(&found, &owner); found != pid {
			owner = nil
		}
		return owner, err
	}, `SELECT d.pid, d.owner FROM draft d WHERE d.pid >= $1 ORDER BY d.pid LIMIT 1`, pid)
	if err != nil && !errors.Is(err, db.ErrNone) {
		return Draft{}, err
	}
	names, err := f.accounts.NamesOf(ctx, r, by.ID)
	if err != nil {
		return Draft{}, err
	}
	for _, name := range names {
		if keys := f.keys.Load(); bytes.Equal(draftOwner(keys, name.ID), owner) {
			d, err := findDraft(ctx, r, keys, pid)
			return d, orNotHere(err)
		}
	}
	return Draft{}, notHere()
}

// keepDraft keeps d where there is room for it.
func (f *Forum) keepDraft(ctx context.Context, tx *db.Tx, d Draft) (Draft, error) {
	sealed, err := sealDrafts(f.keys.Load(), draftPurpose, d.PID, d)
	if err != nil {
		return Draft{}, err
	}
	if err := f.makeRoom(ctx, tx, d, len(sealed)); err != nil {
		return Draft{}, err
	}
	d.Version, err = putDraft(ctx, tx, f.keys.Load(), d)
	return d, err
}

// makeRoom lets drafts go that were thrown away, the oldest first, until d fits.
func (f *Forum) makeRoom(ctx context.Context, tx *db.Tx, d Draft, size int) error {
	fits := func() (bool, error) {
		use, err := draftsUse(ctx, tx, f.keys.Load(), d.Name, d.PID)
		return use.drafts < MaxDrafts && use.bytes+size <= MaxDraftBytes, err
	}
	if ok, err := fits(); ok || err != nil {
		return err
	}
	thrown, err := draftsOf(ctx, tx, f.keys.Load(), d.Name)
	if err != nil {
		return err
	}
	thrown = slices.DeleteFunc(thrown, func(t Draft) bool { return !t.Thrown() || t.PID == d.PID })
	slices.SortFunc(thrown, func(a, b Draft) int { return a.ThrownAt.Compare(b.ThrownAt) })
	for _, t := range thrown {
		if err := deleteDraft(ctx, tx, t.PID); err != nil {
			return err
		}
		if ok, err := fits(); ok || err != nil {
			return err
		}
	}
	return fault.New(fault.TooLarge, "fault.drafts_full")
}

// dropDraft removes the draft called pid in the transaction that posts it. One
// that is not by's, or is not there, is passed over: posting must not fail for it.
func (f *Forum) dropDraft(ctx context.Context, tx *db.Tx, by account.Account, pid string) error {
	if pid == "" {
		return nil
	}
	_, err := f.ownDraft(ctx, tx, by, pid)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return deleteDraft(ctx, tx, pid)
}
