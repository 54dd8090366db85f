package moderation

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// apply has by do what a verdict says and notes in x what would put it back.
func (d *Desk) apply(ctx context.Context, tx *db.Tx, by account.Account, a *aim, x *Decision) error {
	switch x.Verdict {
	case Keep:
		return d.keep(ctx, tx, *a, x)
	case Ask, Fold:
		return d.fold(ctx, tx, *a, x)
	case Redact:
		return d.redact(ctx, tx, *a, x)
	case Remove, Restore:
		return d.removeOrRestore(ctx, tx, *a, x)
	case Move, Lock:
		return d.moveOrLock(ctx, tx, *a, x)
	case NoteUnder:
		note, err := d.forum.NoteIn(ctx, tx, a.post.ID, x.By.ID, x.effect.Plan.Note, x.effect.Plan.Link)
		x.effect.Note, x.effect.Plan.Note, x.effect.Plan.Link = note, "", "" // they stand under the post
		return err
	case Pause, HoldFirst, Ban:
		return d.bind(ctx, tx, a.about.ID, x)
	case RemoveAll:
		return d.removeAll(ctx, tx, by, *a, x)
	case Release, Decline:
		return d.releaseOrDecline(ctx, tx, a, x)
	case Close:
		return d.uncover(ctx, tx, *a)
	case Destroy:
		return d.destroy(ctx, tx, x)
	}
	return nil
}

// keep lets words stand as they are: a fold opens, and what others did not see yet is
// shown.
func (d *Desk) keep(ctx context.Context, tx *db.Tx, a aim, x *Decision) error {
	if a.post.Folded() {
		x.effect.Folded = a.post.FoldedFor
		if err := d.forum.UnfoldIn(ctx, tx, a.post.ID); err != nil {
			return err
		}
	}
	return d.uncover(ctx, tx, a)
}

// uncover shows what nobody but its author saw until a moderator had read it.
func (d *Desk) uncover(ctx context.Context, tx *db.Tx, a aim) error {
	if !a.post.Covered() || a.post.Removed() {
		return nil
	}
	return d.forum.UncoverIn(ctx, tx, a.post.ID)
}

func (d *Desk) fold(ctx context.Context, tx *db.Tx, a aim, x *Decision) error {
	why := forum.ByDesk
	if x.Verdict == Ask {
		why = forum.ForChange
	}
	x.effect.Folded = a.post.FoldedFor
	return d.forum.FoldIn(ctx, tx, a.post.ID, why)
}

func (d *Desk) removeOrRestore(ctx context.Context, tx *db.Tx, a aim, x *Decision) error {
	if a.kind == OnThread {
		x.effect.Thread = a.thread
		if x.Verdict == Remove {
			return d.forum.RemoveThreadIn(ctx, tx, a.thread, forum.Reason(x.Reason))
		}
		t, err := forum.FindWholeThread(ctx, tx, a.thread)
		if err != nil {
			return err
		}
		x.effect.For = t.RemovedFor
		return d.forum.RestoreThreadIn(ctx, tx, a.thread)
	}
	x.effect.Removed = []forum.PostID{a.post.ID}
	if x.Verdict == Remove {
		return d.forum.RemoveIn(ctx, tx, a.post.ID, forum.Reason(x.Reason))
	}
	x.effect.For = a.post.RemovedFor
	return d.forum.RestoreIn(ctx, tx, a.post.ID)
}

func (d *Desk) moveOrLock(ctx context.Context, tx *db.Tx, a aim, x *Decision) error {
	if x.Verdict == Move {
		x.effect.Thread, x.effect.From = a.thread, a.board
		if err := d.forum.MoveIn(ctx, tx, a.thread, x.effect.Plan.Board, x.effect.Plan.Note, x.By.ID); err != nil {
			return err
		}
		x.effect.Plan.Note = "" // it stands in the thread
		return d.rehome(ctx, tx, a.thread)
	}
	t, err := forum.FindWholeThread(ctx, tx, a.thread)
	if err != nil {
		return err
	}
	if t.Locked() {
		return fault.Field("verdict", "fault.desk_locked")
	}
	x.effect.Thread = a.thread
	return d.forum.LockIn(ctx, tx, a.thread)
}

// bind stops whoever is behind a name, through the seal where there is one. The desk
// does not learn who it is.
func (d *Desk) bind(ctx context.Context, tx *db.Tx, name account.NameID, x *Decision) error {
	x.effect.Bound = true
	switch x.Verdict {
	case Pause:
		x.Ends = d.now().Add(time.Duration(x.effect.Plan.Days) * 24 * time.Hour)
		return d.accounts.PauseIn(ctx, tx, name, x.Ends, x.PID)
	case Ban:
		return d.accounts.BanIn(ctx, tx, name, x.PID)
	}
	x.Ends = d.now().Add(heldFirstFor)
	return d.accounts.HoldFirstIn(ctx, tx, name, x.Ends, x.PID)
}

// heldFirstFor is how long what somebody writes waits for a moderator after one has
// decided so: long enough to see a change, and it ends by itself.
const heldFirstFor = 30 * 24 * time.Hour

// releaseOrDecline posts what waited, or does not.
func (d *Desk) releaseOrDecline(ctx context.Context, tx *db.Tx, a *aim, x *Decision) error {
	x.effect.Held = forum.HeldID(a.id)
	if x.Verdict == Decline {
		return d.forum.DeclineIn(ctx, tx, x.effect.Held)
	}
	p, err := d.forum.ReleaseIn(ctx, tx, x.effect.Held)
	a.post, x.Post, x.Revision = p, p.ID, p.Revision
	return err
}
