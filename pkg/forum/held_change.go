package forum

import (
	"context"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

// hold keeps h for a moderator to look at. It triggers nothing else.
func (f *Forum) hold(ctx context.Context, tx *db.Tx, h Held, key []byte) (*Held, error) {
	h.HeldAt = f.now()
	id, err := insertHeld(ctx, tx, h, key)
	if err != nil {
		return nil, err
	}
	if err := f.events.Tell(ctx, tx, Waits{Held: id, Board: h.Board}); err != nil {
		return nil, err
	}
	h, err = FindHeld(ctx, tx, id)
	return &h, err
}

// Withdraw takes what is called pid and waits back, for its author. Its words become
// a draft.
func (f *Forum) Withdraw(ctx context.Context, by account.Account, pid string) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		h, err := f.ownHeld(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if h.State == Withdrawn {
			return nil // pressed twice
		}
		if h.State != Waiting || h.Post != 0 {
			return fault.New(fault.Conflict, "fault.held_over")
		}
		d, err := f.draftOf(ctx, tx, by, h)
		if err != nil {
			return err
		}
		if _, err := f.keepDraft(ctx, tx, d); err != nil {
			return err
		}
		return f.letGo(ctx, tx, h)
	})
}

// letGo says that h is its author's again, or nobody's.
func (f *Forum) letGo(ctx context.Context, tx *db.Tx, h Held) error {
	waited := h.State == Waiting
	if err := setHeld(ctx, tx, h, Withdrawn, h.Post, time.Time{}); err != nil || !waited {
		return err
	}
	return f.events.Tell(ctx, tx, WaitsNoMore{Held: h.ID, Board: h.Board})
}

// draftOf returns h as a draft. The name it was to be posted with is wished for in
// it: sent again, it must not come to stand under another by mistake.
func (f *Forum) draftOf(ctx context.Context, r db.Reader, by account.Account, h Held) (Draft, error) {
	d := Draft{PID: seal.PublicID(), Name: h.By.ID, Kind: h.Kind, SavedAt: f.now(), Fields: h.Fields()}
	if h.Kind == DraftReply {
		up, err := findPostID(ctx, r, h.Parent)
		d.Post = up.PID
		return d, err
	}
	b, err := findBoardID(ctx, r, h.Board)
	d.Name, d.Board = by.Name.ID, b.Slug
	return d, err
}

// ChangeHeld writes anew what is called pid and waits, for its author. When nothing
// in it has to wait any more, it is posted now. When a moderator has looked at it
// meanwhile, or its author changed it elsewhere, the answer is fault.Conflict.
func (f *Forum) ChangeHeld(ctx context.Context, by account.Account, pid string, version int64, title, words string) error {
	h, err := f.ownHeld(ctx, f.db, by, pid)
	if err != nil {
		return err
	}
	title, words = text.CleanTitle(title), text.Clean(words)
	wrong := CheckWords(words)
	if h.Kind == DraftThread {
		wrong = fault.Fields(CheckTitle(title), wrong)
	}
	if wrong != nil {
		return wrong
	}
	source := words
	if h.Kind == DraftReply {
		if source, err = referIn(ctx, f.db, h.Thread, words); err != nil {
			return err
		}
	}
	seen, err := f.look(ctx, screen.Draft{By: by, Name: h.By.ID, Title: title, Source: source, Opening: h.Kind == DraftThread,
		Trap: slices.Contains(h.Why, screen.HoldTrap), Fast: slices.Contains(h.Why, screen.HoldFast)})
	if err != nil {
		return err
	}
	if seen.Refuse != nil {
		return seen.Refuse
	}
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		h, err := f.ownHeld(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if h.State != Waiting || h.Post != 0 {
			return fault.New(fault.Conflict, "fault.held_over")
		}
		if h.Version != version {
			return fault.New(fault.Conflict, "fault.changed_meanwhile")
		}
		if err := account.CanPublish(by); err != nil && !(takesAway(h.Title, title) && takesAway(h.Source, words)) {
			return err
		}
		h.Title, h.Source, h.Why = title, words, seen.Hold
		h.thread.Title, h.thread.Words, h.reply.Words = title, words, words
		if len(seen.Hold) == 0 && account.CanPublish(by) == nil {
			if _, err := f.release(ctx, tx, h, seen); err != nil {
				return err
			}
			return f.events.Tell(ctx, tx, WaitsNoMore{Held: h.ID, Board: h.Board})
		}
		if err := rewriteHeld(ctx, tx, h); err != nil {
			return err
		}
		return f.events.Tell(ctx, tx, Waits{Held: h.ID, Board: h.Board})
	})
}
