package site

import (
	"context"
	"errors"
	"fmt"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// Change sets the whole site to next; whether it is open stays as it is.
func (s *Site) Change(ctx context.Context, by Actor, next Settings) error {
	return s.ChangeFrom(ctx, by, "", next)
}

// ChangeFrom is [Site.Change] for a form that was made from the [Settings.Stamp] was:
// when somebody else has changed them since, the answer is fault.Conflict. With no
// stamp it does not ask.
func (s *Site) ChangeFrom(ctx context.Context, by Actor, was string, next Settings) error {
	next.Closed = s.Now().Closed
	return s.act(ctx, by, "site.changed", "site", func(tx *db.Tx) error {
		now := s.first
		rows, err := settings(ctx, tx)
		if err != nil {
			return err
		}
		if _, err := read(rows, &now); err != nil {
			return err
		}
		if was != "" && was != now.Stamp() {
			return fault.New(fault.Conflict, "fault.set_meanwhile")
		}
		return s.Put(ctx, tx, next)
	})
}

// AddHelpline adds h after the others and returns it with its public id.
func (s *Site) AddHelpline(ctx context.Context, by Actor, h Helpline) (Helpline, error) {
	h.PID = seal.PublicID()
	return h, s.act(ctx, by, "helpline.added", "helpline "+h.PID, func(tx *db.Tx) error { return s.PutHelpline(ctx, tx, h) })
}

// ChangeHelpline changes the helpline of h's public id into h. Saving it says
// that its number and hours are right today.
func (s *Site) ChangeHelpline(ctx context.Context, by Actor, h Helpline) error {
	return s.act(ctx, by, "helpline.changed", "helpline "+h.PID, func(tx *db.Tx) error {
		h := h.tidy()
		h.CheckedAt = s.now()
		if err := h.check(); err != nil {
			return err
		}
		if _, err := findHelpline(ctx, tx, h.PID); err != nil {
			return err
		}
		if err := updateHelpline(ctx, tx, h); err != nil {
			return err
		}
		return s.changed(ctx, tx)
	})
}

// OrderHelplines puts the helplines with these public ids in this order.
func (s *Site) OrderHelplines(ctx context.Context, by Actor, pids []string) error {
	return s.act(ctx, by, "helpline.ordered", "site", func(tx *db.Tx) error {
		for i, pid := range pids {
			if err := moveHelpline(ctx, tx, pid, i+1); err != nil {
				return err
			}
		}
		return s.changed(ctx, tx)
	})
}

// RemoveHelpline takes the helpline with this public id off every page.
func (s *Site) RemoveHelpline(ctx context.Context, by Actor, pid string) error {
	return s.act(ctx, by, "helpline.removed", "helpline "+pid, func(tx *db.Tx) error {
		if _, err := findHelpline(ctx, tx, pid); err != nil {
			return err
		}
		if err := deleteHelpline(ctx, tx, pid); err != nil {
			return err
		}
		return s.changed(ctx, tx)
	})
}

// Put sets the whole site to next within tx, for whoever needs to ask nobody: a
// first start, the demonstration.
func (s *Site) Put(ctx context.Context, tx *db.Tx, next Settings) error {
	next = next.tidy()
	if err := next.check(); err != nil {
		return err
	}
	if err := saveSettings(ctx, tx, next); err != nil {
		return fmt.Errorf("save the site's settings: %w", err)
	}
	return s.changed(ctx, tx)
}

// PutHelpline adds h within tx, as [Site.Put] does settings.
func (s *Site) PutHelpline(ctx context.Context, tx *db.Tx, h Helpline) error {
	h = h.tidy()
	h.CheckedAt = s.now()
	if h.PID == "" {
		h.PID = seal.PublicID()
	}
	if err := h.check(); err != nil {
		return err
	}
	if err := insertHelpline(ctx, tx, h); err != nil {
		return fmt.Errorf("add helpline %s: %w", h.PID, err)
	}
	return s.changed(ctx, tx)
}

// act does what only an operator may, and writes it down. To anybody else there
// is no such page.
func (s *Site) act(ctx context.Context, by Actor, act, subject string, do func(tx *db.Tx) error) error {
	if !by.Operates() {
		return notHere()
	}
	return s.db.Tx(ctx, func(tx *db.Tx) error {
		if err := do(tx); err != nil {
			return err
		}
		return s.log(ctx, tx, by, act, subject)
	})
}

func notHere() error { return fault.New(fault.NotFound, "fault.not_here") }

func orNotHere(err error) error {
	if errors.Is(err, db.ErrNone) {
		return notHere()
	}
	return err
}
