package moderation

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/notice"
)

// Undo takes the decision called pid back within its day: all that it did is put back,
// whoever it concerns is told once more, and the case is open again. A decision that
// still waits for a second moderator is withdrawn. Once its author has asked somebody
// else to look, that is for them to say.
func (d *Desk) Undo(ctx context.Context, by account.Account, pid string) (Decision, error) {
	var id DecisionID
	err := d.db.Tx(ctx, func(tx *db.Tx) error {
		x, c, err := findDecisionAndCase(ctx, tx, pid)
		if err != nil {
			return err
		}
		id = x.ID
		if err := d.mayUndo(ctx, tx, by, c, x); err != nil {
			return err
		}
		if x.State == Waiting {
			return d.withdraw(ctx, tx, by, c, x)
		}
		a, err := aimOfDecision(ctx, tx, x.ID)
		if err != nil {
			return err
		}
		if err := d.putBack(ctx, tx, by, a, x); err != nil {
			return err
		}
		if err := endDecision(ctx, tx, x.ID, Undone, by.Name.ID, d.now()); err != nil {
			return err
		}
		if err := d.tellUndone(ctx, tx, a, x); err != nil {
			return err
		}
		if err := d.reopen(ctx, tx, c); err != nil {
			return err
		}
		return d.record(ctx, tx, by, c.act("undone"), audit.Subject("decision", x.PID), "", c)
	})
	if err != nil {
		return Decision{}, err
	}
	return d.decisionNow(ctx, id)
}

// mayUndo returns nil when by may take x back now: whoever decided it, or any other
// moderator who could have.
func (d *Desk) mayUndo(ctx context.Context, r db.Reader, by account.Account, c Case, x Decision) error {
	board := c
	if c.target == 0 { // care that was closed and forgotten: where the words stand says who looks after them
		a, err := aimOfDecision(ctx, r, x.ID)
		if err != nil {
			return err
		}
		board.Board, board.Thread, board.About = a.board, a.thread, a.about
	}
	if by.Name.ID == x.By.ID || by.Name.ID == x.SecondBy.ID {
		if err := canLook(by, board); err != nil {
			return err
		}
	} else if err := d.mayDecide(ctx, r, by, board, x.Verdict); err != nil {
		return err
	}
	if !x.Undoable(d.now()) || x.Verdict == Close || x.Verdict.apart() && x.State != Waiting {
		return fault.New(fault.Conflict, "fault.desk_undo_late")
	}
	asked, err := appealed(ctx, r, x.ID)
	if err == nil && asked {
		err = fault.New(fault.Conflict, "fault.desk_undo_appealed")
	}
	return err
}

// withdraw has a decision that nobody has agreed to yet come to nothing.
func (d *Desk) withdraw(ctx context.Context, tx *db.Tx, by account.Account, c Case, x Decision) error {
	if by.Name.ID != x.By.ID {
		return fault.New(fault.Forbidden, "fault.desk_withdraw")
	}
	if err := endDecision(ctx, tx, x.ID, Undone, by.Name.ID, d.now()); err != nil {
		return err
	}
	if err := d.waitsStill(ctx, tx, c, x); err != nil {
		return err
	}
	return d.record(ctx, tx, by, c.act("withdrawn"), audit.Subject("decision", x.PID), "", c)
}

// putBack undoes all that x did.
func (d *Desk) putBack(ctx context.Context, tx *db.Tx, by account.Account, a aim, x Decision) error {
	c, err := findCase(ctx, tx, x.Case)
	if err != nil {
		return err
	}
	if err := d.learn(ctx, tx, c, a, x, true); err != nil {
		return err
	}
	e := x.effect
	if e.Bound {
		if err := d.accounts.LiftIn(ctx, tx, x.About, x.PID); err != nil {
			return err
		}
	}
	switch x.Verdict {
	case Keep:
		return d.refold(ctx, tx, a.post, e.Folded)
	case Ask, Fold:
		return d.refold(ctx, tx, a.post, e.Folded)
	case Redact:
		return d.unredact(ctx, tx, e.Redaction)
	case Remove, RemoveAll:
		return d.restoreAll(ctx, tx, e)
	case Restore:
		if e.Thread != 0 {
			return d.forum.RemoveThreadIn(ctx, tx, e.Thread, forum.Reason(e.For))
		}
		return d.forum.RemoveIn(ctx, tx, x.Post, forum.Reason(e.For))
	case Move:
		if err := d.forum.MoveIn(ctx, tx, e.Thread, e.From, "", by.Name.ID); err != nil {
			return err
		}
		return d.rehome(ctx, tx, e.Thread)
	case Lock:
		return d.forum.UnlockIn(ctx, tx, e.Thread)
	case NoteUnder:
		return d.forum.DropNoteIn(ctx, tx, e.Note)
	case Release:
		return d.forum.UndoReleaseIn(ctx, tx, e.Held)
	case Decline:
		return d.forum.UndoDeclineIn(ctx, tx, e.Held)
	}
	return nil
}

// refold folds a post as it was before, or opens it.
func (d *Desk) refold(ctx context.Context, tx *db.Tx, p forum.Post, was forum.Fold) error {
	switch {
	case p.ID == 0 || p.Removed() || p.FoldedFor == was:
		return nil
	case was == forum.NoFold:
		return d.forum.UnfoldIn(ctx, tx, p.ID)
	}
	return d.forum.FoldIn(ctx, tx, p.ID, was)
}

// restoreAll puts back what was taken down, but for what has been put back since.
func (d *Desk) restoreAll(ctx context.Context, tx *db.Tx, e effect) error {
	if e.Thread != 0 {
		return d.forum.RestoreThreadIn(ctx, tx, e.Thread)
	}
	for _, p := range e.Removed {
		if err := d.forum.RestoreIn(ctx, tx, p); err != nil && !fault.Is(err, fault.Conflict) {
			return err
		}
	}
	if e.Held != 0 {
		return d.forum.UndoDeclineIn(ctx, tx, e.Held)
	}
	return nil
}

// tellUndone tells whoever was told of x that it is no more.
func (d *Desk) tellUndone(ctx context.Context, tx *db.Tx, a aim, x Decision) error {
	if !x.tells() {
		return nil
	}
	return notice.PutIn(ctx, tx, notice.Notice{Name: x.About, Kind: notice.Undone, About: "decision " + x.PID, At: d.now(), Data: dataOf(a, x)})
}

// reopen has a case wait for a decision again, unless its target has another by now.
func (d *Desk) reopen(ctx context.Context, tx *db.Tx, c Case) error {
	d.watching.changed(tx, c.Board)
	if c.Open() || c.target == 0 {
		return nil
	}
	again, err := reopenCase(ctx, tx, c)
	if err != nil || !again {
		return err
	}
	return reopenFlags(ctx, tx, c.ID)
}
