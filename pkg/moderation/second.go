package moderation

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// opinion is what a second moderator is asked for when nothing has been decided.
const opinion = "opinion"

// waitForSecond has a case wait until somebody else has looked too.
func (d *Desk) waitForSecond(ctx context.Context, tx *db.Tx, by account.Account, c Case, x Decision) error {
	if err := keepEffect(ctx, tx, x); err != nil {
		return err
	}
	if err := raiseCase(ctx, tx, c.ID, string(x.Verdict)); err != nil {
		return err
	}
	d.watching.changed(tx, c.Board)
	return d.record(ctx, tx, by, c.act("second_asked"), audit.Subject("decision", x.PID), x.Reason, c)
}

// Second is a second moderator's answer to a decision that waits for one: it takes
// effect, or nothing is done and the case is open as before. Version is that of the
// case, as it was shown.
func (d *Desk) Second(ctx context.Context, by account.Account, decision string, version int64, agree bool) (Decision, error) {
	var id DecisionID
	err := d.db.Tx(ctx, func(tx *db.Tx) error {
		x, c, err := findDecisionAndCase(ctx, tx, decision)
		if err != nil {
			return err
		}
		id = x.ID
		if err := d.maySecond(ctx, tx, by, c, x); err != nil {
			return err
		}
		if x.State != Waiting {
			return &StaleError{Why: StaleDecided, of: c.PID}
		}
		if !agree {
			return d.refuse(ctx, tx, by, c, x)
		}
		x.SecondBy, x.State, x.UndoUntil = by.Name, Stands, d.now().Add(UndoWithin)
		if x.Verdict.apart() {
			return d.carryOutApart(ctx, tx, by, c, x)
		}
		a, err := aimAt(ctx, tx, c.On, c.target)
		if err != nil {
			return err
		}
		if err := stale(c, a, version, x.Revision, x.Verdict); err != nil {
			return err
		}
		return d.carryOut(ctx, tx, by, c, a, x)
	})
	if err != nil {
		return Decision{}, d.explained(ctx, by, err)
	}
	return d.decisionNow(ctx, id)
}

// maySecond returns nil when by may answer as the second moderator.
func (d *Desk) maySecond(ctx context.Context, r db.Reader, by account.Account, c Case, x Decision) error {
	if by.Name.ID == x.By.ID {
		if err := canLook(by, c); err != nil {
			return err
		}
		return fault.New(fault.Forbidden, "fault.desk_second_same")
	}
	return d.mayDecide(ctx, r, by, c, x.Verdict)
}

// refuse has a decision come to nothing.
func (d *Desk) refuse(ctx context.Context, tx *db.Tx, by account.Account, c Case, x Decision) error {
	if err := endDecision(ctx, tx, x.ID, Refused, by.Name.ID, d.now()); err != nil {
		return err
	}
	if err := d.waitsStill(ctx, tx, c, x); err != nil {
		return err
	}
	return d.record(ctx, tx, by, c.act("second_refused"), audit.Subject("decision", x.PID), x.Reason, c)
}

// waitsStill says what a case waits for once x came to nothing.
func (d *Desk) waitsStill(ctx context.Context, tx *db.Tx, c Case, x Decision) error {
	d.watching.changed(tx, c.Board)
	if x.Verdict.apart() {
		return nil
	}
	other, err := waitingOf(ctx, tx, c.ID)
	if err != nil && !errors.Is(err, db.ErrNone) {
		return err
	}
	return raiseCase(ctx, tx, c.ID, string(other.Verdict))
}

// apart reports whether v stands beside its case, which it neither needs open nor closes.
func (v Verdict) apart() bool { return v == Destroy || v == Unmask }

// carryOutApart does what two moderators have agreed on beside a case.
func (d *Desk) carryOutApart(ctx context.Context, tx *db.Tx, by account.Account, c Case, x Decision) error {
	a := aim{about: account.Name{ID: x.About}}
	if err := d.apply(ctx, tx, by, &a, &x); err != nil {
		return err
	}
	x.UndoUntil = d.now() // it cannot be undone
	if err := keepEffect(ctx, tx, x); err != nil {
		return err
	}
	act := "case.destroyed"
	if x.Verdict == Unmask {
		act = "unmask.agreed"
		if err := d.tellUnmasked(ctx, tx, x); err != nil {
			return err
		}
	}
	d.watching.changed(tx, c.Board)
	return d.record(ctx, tx, by, act, audit.Subject("decision", x.PID), x.Reason, c)
}
