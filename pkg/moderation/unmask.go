package moderation

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/seal"
)

// AskUnmask asks a second moderator to agree that both learn whose name for one thread a
// case is about, for a written reason. Nobody learns anything yet.
func (d *Desk) AskUnmask(ctx context.Context, by account.Account, pid, reason string) (Decision, error) {
	why, err := d.reasonFor(ctx, Unmask, reason)
	if err != nil {
		return Decision{}, err
	}
	var id DecisionID
	err = d.db.Tx(ctx, func(tx *db.Tx) error {
		c, a, err := d.open(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if err := d.mayDecide(ctx, tx, by, c, Unmask); err != nil {
			return err
		}
		if !a.about.OneThread() {
			return fault.New(fault.Conflict, "fault.desk_unmask_nothing")
		}
		now := d.now()
		x := Decision{
			PID: seal.PublicID(), Case: c.ID, Verdict: Unmask, Reason: why.Slug, About: a.about.ID, By: by.Name, At: now,
			State: Waiting, UndoUntil: now.Add(UndoWithin),
		}
		if x.ID, err = insertDecision(ctx, tx, x, nil); err != nil {
			return err
		}
		id = x.ID
		if err := keepEffect(ctx, tx, x); err != nil {
			return err
		}
		if err := d.tellColleagues(ctx, tx, by, c); err != nil {
			return err
		}
		d.watching.changed(tx, c.Board)
		return d.record(ctx, tx, by, "unmask.asked", audit.Subject("decision", x.PID), why.Slug, c)
	})
	if err != nil {
		return Decision{}, err
	}
	return d.decisionNow(ctx, id)
}

// tellUnmasked tells whoever a name belongs to that two moderators look whose it is,
// unless a life is at risk.
func (d *Desk) tellUnmasked(ctx context.Context, tx *db.Tx, x Decision) error {
	if !x.tells() {
		return nil
	}
	return notice.PutIn(ctx, tx, notice.Notice{
		Name: x.About, Kind: notice.Unmasked, About: "decision " + x.PID, At: d.now(),
		Data: notice.Data{Reason: x.Reason, Decision: x.PID, Verdict: string(x.Verdict)},
	})
}

// Unmasked returns the own name of whoever is behind the name that the decision called
// pid is about, to the two moderators who agreed on it, for a day. Each look is written
// down. It is the one door in the house from a name for one thread to a person.
func (d *Desk) Unmasked(ctx context.Context, by account.Account, pid string) (account.Name, error) {
	x, err := findDecisionCalled(ctx, d.db, pid)
	if err != nil {
		return account.Name{}, err
	}
	both := []account.NameID{x.By.ID, x.SecondBy.ID}
	if by.NeedsSecondFactor() || !by.ModeratesSome() || x.Verdict != Unmask || x.State != Stands || !slices.Contains(both, by.Name.ID) {
		return account.Name{}, notHere()
	}
	if d.now().After(x.UndoUntil.Add(UndoWithin)) {
		return account.Name{}, fault.New(fault.Gone, "fault.desk_unmask_late")
	}
	err = d.db.Tx(ctx, func(tx *db.Tx) error {
		return d.record(ctx, tx, by, "unmask.read", audit.Subject("decision", x.PID), x.Reason, Case{})
	})
	if err != nil {
		return account.Name{}, err
	}
	owner, err := d.accounts.OwnerOf(ctx, d.db, x.About)
	if err != nil {
		return account.Name{}, err
	}
	names, err := d.accounts.NamesOf(ctx, d.db, owner)
	if err != nil || len(names) == 0 || names[0].OneThread() {
		return account.Name{}, orGone(err)
	}
	return names[0], nil
}

func orGone(err error) error {
	if err == nil {
		err = fault.New(fault.Gone, "fault.desk_unmask_nothing")
	}
	return err
}
