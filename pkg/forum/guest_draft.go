package forum

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

const (
	// GuestDraftLives is how long what a guest began to write is kept after its last
	// change: long enough to sleep on joining.
	GuestDraftLives = 24 * time.Hour
	// maxGuestForms is how many forms a guest may have begun at a time.
	maxGuestForms = 5
	// maxGuestBytes is how much those may hold together: two of the longest posts.
	maxGuestBytes = 80 << 10
	// maxGuests is how many guests' drafts are kept at a time. It bounds what a
	// machine can fill; a community's real guests stay far below it.
	maxGuests = 5_000
)

// SaveGuestDraft keeps what a guest wrote in one form, beside what the same
// browser wrote in others: a form is known by its key. The token is what the
// guest's cookie holds; for none, or one that has run out, a new one is returned.
func (f *Forum) SaveGuestDraft(ctx context.Context, token string, d Draft) (string, error) {
	next := ""
	err := f.db.Tx(ctx, func(tx *db.Tx) error {
		next = token
		drafts, err := f.guestDrafts(ctx, tx, token)
		switch {
		case fault.Is(err, fault.NotFound):
			next = seal.Token()
			if err := roomForGuest(ctx, tx); err != nil {
				return err
			}
		case err != nil:
			return err
		}
		d.SavedAt, d.PID, d.Version = f.now(), "", 0
		drafts = slices.DeleteFunc(drafts, func(old Draft) bool { return old.Fields.FormKey == d.Fields.FormKey })
		drafts = append([]Draft{d}, drafts...)
		return f.keepGuestDrafts(ctx, tx, next, drafts)
	})
	return next, err
}

// GuestDrafts returns what a guest began to write, newest first.
func (f *Forum) GuestDrafts(ctx context.Context, token string) ([]Draft, error) {
	return f.guestDrafts(ctx, f.db, token)
}

// ThrowGuestDrafts forgets what a guest began to write, at once.
func (f *Forum) ThrowGuestDrafts(ctx context.Context, token string) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error { return deleteGuestDrafts(ctx, tx, seal.Hash(token)) })
}

// TakeGuestDraft makes what a guest began to write by's own, now that they have
// joined or signed in, and returns it newest first.
func (f *Forum) TakeGuestDraft(ctx context.Context, by account.Account, token string) ([]Draft, error) {
	if by.Guest() {
		return nil, fault.New(fault.SignIn, "fault.draft_sign_in")
	}
	var taken []Draft
	err := f.db.Tx(ctx, func(tx *db.Tx) error {
		taken = nil
		drafts, err := f.guestDrafts(ctx, tx, token)
		if err != nil {
			return err
		}
		for _, d := range drafts {
			name, err := f.draftName(ctx, tx, by, d)
			if err != nil {
				return err
			}
			d.PID, d.Name = seal.PublicID(), name.ID
			if d, err = f.keepDraft(ctx, tx, d); err != nil {
				return err
			}
			taken = append(taken, d)
		}
		return deleteGuestDrafts(ctx, tx, seal.Hash(token))
	})
	return taken, err
}

func (f *Forum) guestDrafts(ctx context.Context, r db.Reader, token string) ([]Draft, error) {
	hash := seal.Hash(token)
	sealed, err := findGuestDrafts(ctx, r, hash, f.now())
	if err != nil {
		return nil, orNotHere(err)
	}
	return openGuestDrafts(f.keys.Load(), hash, sealed)
}

func (f *Forum) keepGuestDrafts(ctx context.Context, tx *db.Tx, token string, drafts []Draft) error {
	hash := seal.Hash(token)
	sealed, err := sealDrafts(f.keys.Load(), guestDraftPurpose, guestDraftRow(hash), drafts)
	if err != nil {
		return err
	}
	if len(drafts) > maxGuestForms || len(sealed) > maxGuestBytes {
		return fault.New(fault.TooLarge, "fault.guest_drafts_full")
	}
	return putGuestDrafts(ctx, tx, hash, sealed, f.now().Add(GuestDraftLives))
}

func roomForGuest(ctx context.Context, r db.Reader) error {
	switch n, err := countGuestDrafts(ctx, r, maxGuests); {
	case err != nil:
		return err
	case n >= maxGuests:
		return fault.New(fault.TooOften, "fault.guest_drafts_many")
	}
	return nil
}

var errGuestDraft = errors.New("a guest's draft cannot be read as JSON")
