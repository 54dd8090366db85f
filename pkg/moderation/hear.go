package moderation

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// Subscribe has the desk hear of what it must look at.
func (d *Desk) Subscribe(q *events.Queue) {
	events.On(q, "moderation.signed", d.Signed)
	events.On(q, "moderation.matched", d.Matched)
	events.On(q, "moderation.waits", d.Waits)
	events.On(q, "moderation.waits-no-more", func(ctx context.Context, e forum.WaitsNoMore) error { return d.Waits(ctx, forum.Waits(e)) })
	events.On(q, "moderation.opened", func(ctx context.Context, e forum.Opened) error { return d.unread(ctx, e.Post) })
	events.On(q, "moderation.replied", func(ctx context.Context, e forum.Replied) error { return d.unread(ctx, e.Post) })
	events.On(q, "moderation.taken-back", func(ctx context.Context, e forum.TakenBack) error { return d.read(ctx, e.Post) })
	events.On(q, "moderation.tidied", d.tidied)
	events.On(q, "moderation.ends", d.Ended)
	events.On(q, "moderation.name-left", d.NameLeft)
}

// Waits opens a case for something that waits for a moderator, or closes it when it does
// not wait any more: its author has taken it back. It does no more when it is told again.
func (d *Desk) Waits(ctx context.Context, e forum.Waits) error {
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		a, err := aimAt(ctx, tx, OnHeld, int64(e.Held))
		if fault.Is(err, fault.NotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		d.watching.changed(tx, a.board)
		if !a.gone {
			_, err = openCase(ctx, tx, opening{queue: InHeld, aim: a, flag: heldFor(a.held), harm: harmHeld, at: a.held.HeldAt})
			return err
		}
		c, err := openCaseOf(ctx, tx, InHeld, OnHeld, a.id)
		if errors.Is(err, db.ErrNone) {
			return nil
		}
		if err != nil {
			return err
		}
		return closeCase(ctx, tx, c.ID, d.now())
	})
}

// harmHeld is that of everything that waits: people wait to be heard, and the one who
// has waited longest comes first.
const harmHeld = 1

// heldFor is what the queue of what waits is filtered by: the first reason for it.
func heldFor(h forum.Held) FlagKind {
	if len(h.Why) == 0 {
		return ""
	}
	return FlagKind(h.Why[0])
}

// Matched calls a moderator to a post with a word that operators set so. It does no more
// when it is told again.
func (d *Desk) Matched(ctx context.Context, e forum.Matched) error {
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		a, err := aimAt(ctx, tx, OnPost, int64(e.Post))
		if fault.Is(err, fault.NotFound) || err == nil && a.post.Removed() {
			return nil
		}
		if err != nil {
			return err
		}
		return d.raiseOnce(ctx, tx, a, Other)
	})
}

// unread notes a post that no moderator has looked at. Moderators' own need no look.
func (d *Desk) unread(ctx context.Context, p forum.PostID) error {
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		s, err := forum.FindSubject(ctx, tx, p)
		if fault.Is(err, fault.NotFound) || err == nil && s.Post.Removed() {
			return nil
		}
		if err != nil || s.Post.By.Role == account.Moderator || s.Post.By.Role == account.Operator {
			return err
		}
		if read, err := approved(ctx, tx, s.Post); err != nil || read {
			return err
		}
		return insertUnread(ctx, tx, s)
	})
}

// read takes a post from those that no moderator has looked at.
func (d *Desk) read(ctx context.Context, p forum.PostID) error {
	return d.db.Tx(ctx, func(tx *db.Tx) error { return deleteUnread(ctx, tx, p) })
}

// tidied follows what a moderator did around a thread: what they took down they have
// read, and cases go where their posts went.
func (d *Desk) tidied(ctx context.Context, e forum.Tidied) error {
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		if err := deleteUnread(ctx, tx, e.Post); err != nil {
			return err
		}
		for _, t := range []forum.ThreadID{e.Thread, e.Other} {
			if err := d.rehome(ctx, tx, t); err != nil {
				return err
			}
		}
		return nil
	})
}
