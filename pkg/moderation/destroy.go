package moderation

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// AskDestroy asks a second moderator to destroy at once, and for good, the words that the
// decision called pid took out. Until they agree nothing is done.
func (d *Desk) AskDestroy(ctx context.Context, by account.Account, pid string) (Decision, error) {
	var id DecisionID
	err := d.db.Tx(ctx, func(tx *db.Tx) error {
		x, c, err := findDecisionAndCase(ctx, tx, pid)
		if err != nil {
			return err
		}
		a, err := aimOfDecision(ctx, tx, x.ID)
		if err != nil {
			return err
		}
		c.Board, c.Thread, c.About = a.board, a.thread, a.about
		if err := d.mayDecide(ctx, tx, by, c, Destroy); err != nil {
			return err
		}
		if x.State != Stands || len(x.effect.Redaction) == 0 {
			return fault.New(fault.Conflict, "fault.desk_nothing")
		}
		now := d.now()
		y := Decision{
			PID: seal.PublicID(), Case: c.ID, Verdict: Destroy, About: x.About, Post: x.Post, Revision: x.Revision,
			By: by.Name, At: now, State: Waiting, UndoUntil: now.Add(UndoWithin), effect: effect{Redaction: x.effect.Redaction, Of: x.ID},
		}
		if y.ID, err = insertDecision(ctx, tx, y, nil); err != nil {
			return err
		}
		id = y.ID
		if err := keepEffect(ctx, tx, y); err != nil {
			return err
		}
		if err := d.tellColleagues(ctx, tx, by, c); err != nil {
			return err
		}
		d.watching.changed(tx, c.Board)
		return d.record(ctx, tx, by, "case.destroy_asked", audit.Subject("decision", x.PID), "", c)
	})
	if err != nil {
		return Decision{}, err
	}
	return d.decisionNow(ctx, id)
}

// destroy destroys what was taken out. From then on the decision that took it out can
// neither be undone nor put back by an appeal, so one that is open keeps it.
func (d *Desk) destroy(ctx context.Context, tx *db.Tx, x *Decision) error {
	asked, err := appealed(ctx, tx, x.effect.Of)
	if err != nil {
		return err
	}
	if asked {
		appeal, err := findAppeal(ctx, tx, x.effect.Of)
		if err != nil {
			return err
		}
		if appeal.AnsweredAt.IsZero() {
			return fault.New(fault.Conflict, "fault.desk_undo_appealed")
		}
	}
	if err := d.destroyRedacted(ctx, tx, x); err != nil {
		return err
	}
	return endUndo(ctx, tx, x.effect.Of, d.now())
}
