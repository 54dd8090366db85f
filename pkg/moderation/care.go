package moderation

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// Signed opens a case of care for a post that shows a sign of distress, or makes the one
// there is more grave. Words aimed at another are a matter of conduct. It does no more
// when it is told again.
func (d *Desk) Signed(ctx context.Context, e forum.Signed) error {
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		a, err := aimAt(ctx, tx, OnPost, int64(e.Post))
		if fault.Is(err, fault.NotFound) || err == nil && a.post.Removed() {
			return nil // gone before anybody could look
		}
		if err != nil {
			return err
		}
		switch {
		case e.Class == care.Aimed:
			return d.raiseOnce(ctx, tx, a, Unkind)
		case e.Class == care.Wish, e.Class == care.Plan, e.Means:
			return d.look(ctx, tx, a, e.Class)
		}
		return nil
	})
}

// look opens a case of care for a sign, lifts its thread, and has somebody called when it
// cannot wait.
func (d *Desk) look(ctx context.Context, tx *db.Tx, a aim, sign care.Class) error {
	if sign != care.Plan {
		sign = care.Wish
	}
	c, err := openCase(ctx, tx, opening{queue: InCare, aim: a, harm: harmOfSign(sign), sign: sign, at: d.now()})
	if err != nil {
		return err
	}
	urgent := sign == care.Plan && (c.Sign != care.Plan || c.CalledAt.Equal(c.OpenedAt) && c.Calls == 0)
	if err := setSign(ctx, tx, c, sign, d.now()); err != nil {
		return err
	}
	d.watching.changed(tx, c.Board)
	if err := d.lift(ctx, tx, a.thread, true); err != nil {
		return err
	}
	if !urgent {
		return nil
	}
	return d.events.Tell(ctx, tx, Urgent{Case: c.ID})
}

// raiseOnce has the site's own rules call a moderator, once while a case is open.
func (d *Desk) raiseOnce(ctx context.Context, tx *db.Tx, a aim, kind FlagKind) error {
	c, err := openCaseOf(ctx, tx, InFlagged, a.kind, a.id)
	if err == nil {
		raised, err := raisedByRules(ctx, tx, c.ID, kind)
		if err != nil || raised {
			return err
		}
	} else if !errors.Is(err, db.ErrNone) {
		return err
	}
	return d.raise(ctx, tx, a, Flag{Door: ConductDoor, Kind: kind, RaisedAt: d.now(), Revision: a.revision, on: a.kind, target: a.id}, false)
}

// forget erases what was noticed about somebody in danger, and who worried: a closed
// case says only that there was one, and how soon somebody looked.
func (d *Desk) forget(ctx context.Context, tx *db.Tx, c Case) error {
	if err := d.lift(ctx, tx, c.Thread, false); err != nil {
		return err
	}
	return eraseCase(ctx, tx, c.ID)
}
