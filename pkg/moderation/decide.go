package moderation

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/seal"
)

// Decided is told when a decision has taken effect.
type Decided struct{ Decision DecisionID }

// Decide closes the case called pid with by's verdict: what it does, the word to whoever
// it concerns and to those who flagged, and the line in the record happen together. A
// verdict that needs a second moderator does nothing yet, and waits for one. When
// somebody has acted on the case, or the author on the words, since they were shown, the
// answer is a [StaleError] and nothing is done.
func (d *Desk) Decide(ctx context.Context, by account.Account, pid string, form Choice) (Decision, error) {
	form = form.tidy()
	if err := form.check(); err != nil {
		return Decision{}, err
	}
	reason, err := d.reasonFor(ctx, form.Verdict, form.Reason)
	if err != nil {
		return Decision{}, err
	}
	to, err := d.boardFor(ctx, form)
	if err != nil {
		return Decision{}, err
	}
	var x Decision
	err = d.db.Tx(ctx, func(tx *db.Tx) error {
		sent, err := decisionSent(ctx, tx, form.formKey(), by.Name.ID)
		if !errors.Is(err, db.ErrNone) {
			x = sent
			return err
		}
		c, a, err := d.open(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if !slices.Contains(c.offered(), form.Verdict) {
			return fault.Field("verdict", "fault.desk_verdict")
		}
		if err := stale(c, a, form.Version, form.Revision, form.Verdict); err != nil {
			return err
		}
		if err := errors.Join(d.mayDecide(ctx, tx, by, c, form.Verdict), canBind(form.Verdict, a.about)); err != nil {
			return err
		}
		x, err = d.decide(ctx, tx, by, c, a, form, to, reason)
		return err
	})
	if err != nil {
		return Decision{}, d.explained(ctx, by, err)
	}
	return d.decisionNow(ctx, x.ID)
}

// open returns a case and what it is about, for a moderator of its board.
func (d *Desk) open(ctx context.Context, r db.Reader, by account.Account, pid string) (Case, aim, error) {
	c, err := findCaseCalled(ctx, r, pid)
	if err != nil {
		return c, aim{}, err
	}
	if err := canLook(by, c); err != nil {
		return Case{}, aim{}, err
	}
	if c.target == 0 { // closed, and forgotten
		return c, aim{}, nil
	}
	a, err := aimAt(ctx, r, c.On, c.target)
	return c, a, err
}

// decide writes a decision down and carries it out, or has it wait for a second
// moderator.
func (d *Desk) decide(ctx context.Context, tx *db.Tx, by account.Account, c Case, a aim, form Choice, to forum.BoardID, reason Reason) (Decision, error) {
	asked, err := planFor(form, to, a.words())
	if err != nil {
		return Decision{}, err
	}
	now := d.now()
	x := Decision{
		PID: seal.PublicID(), Case: c.ID, Verdict: form.Verdict, Reason: reason.Slug, Message: form.Message, About: a.about.ID,
		Post: a.post.ID, Revision: a.revision, By: by.Name, At: now, State: Stands, UndoUntil: now.Add(UndoWithin), effect: effect{Plan: asked},
	}
	x.Agreement = reason.In(d.site.Now().Language).Agreement
	if form.Verdict == Pause {
		x.Ends = now.Add(time.Duration(form.Days) * 24 * time.Hour)
	}
	if form.Verdict.needsSecond(c, form.Days) {
		x.State = Waiting
	}
	if x.ID, err = insertDecision(ctx, tx, x, form.formKey()); err != nil {
		return x, err
	}
	if x.State == Waiting {
		return x, d.waitForSecond(ctx, tx, by, c, x)
	}
	return x, d.carryOut(ctx, tx, by, c, a, x)
}

// carryOut does what x says, and all that belongs to it.
func (d *Desk) carryOut(ctx context.Context, tx *db.Tx, by account.Account, c Case, a aim, x Decision) error {
	if err := d.apply(ctx, tx, by, &a, &x); err != nil {
		return err
	}
	if err := d.learn(ctx, tx, c, a, x, false); err != nil {
		return err
	}
	if err := keepEffect(ctx, tx, x); err != nil {
		return err
	}
	if err := deleteUnread(ctx, tx, x.Post); err != nil { // somebody has read it
		return err
	}
	if err := d.tellOf(ctx, tx, c, a, x); err != nil {
		return err
	}
	if err := d.record(ctx, tx, by, c.act(string(x.Verdict)), audit.Subject("decision", x.PID), x.Reason, c); err != nil {
		return err
	}
	if c.Queue == InCare && x.Verdict != Close { // somebody goes on looking after them
		return raiseCase(ctx, tx, c.ID, "")
	}
	if err := d.conclude(ctx, tx, c); err != nil {
		return err
	}
	if !x.Ends.IsZero() {
		if err := d.events.TellAt(ctx, tx, Ends{Decision: x.ID}, x.Ends); err != nil {
			return err
		}
	}
	return d.events.Tell(ctx, tx, Decided{Decision: x.ID})
}

// boardFor returns the board that a move leads to.
func (d *Desk) boardFor(ctx context.Context, form Choice) (forum.BoardID, error) {
	if form.Verdict != Move {
		return 0, nil
	}
	b, err := d.forum.Board(ctx, form.Board)
	if fault.Is(err, fault.NotFound) {
		err = fault.Field("board", "fault.choose_again")
	}
	return b.ID, err
}

// conclude has nothing more wait in c. What was noticed about somebody in danger is
// erased with it.
func (d *Desk) conclude(ctx context.Context, tx *db.Tx, c Case) error {
	if err := closeCase(ctx, tx, c.ID, d.now()); err != nil {
		return err
	}
	if err := refuseWaiting(ctx, tx, c.ID); err != nil {
		return err
	}
	d.watching.changed(tx, c.Board)
	if c.Queue == InCare {
		return d.forget(ctx, tx, c)
	}
	return answerFlags(ctx, tx, c.ID)
}

// act is the record's key for something done to c. What is done for somebody in danger
// is written down without saying for whom: see [audit.Record].
func (c Case) act(what string) string {
	if c.Queue == InCare {
		return "care." + what
	}
	return "case." + what
}

func (d *Desk) record(ctx context.Context, tx *db.Tx, by account.Account, act, subject, reason string, c Case) error {
	return audit.Record(ctx, tx, audit.Entry{At: d.now(), Actor: by.Name.ID, Act: act, Subject: subject, Reason: reason, Board: int64(c.Board)})
}

// decisionNow returns a decision as it stands, with its names.
func (d *Desk) decisionNow(ctx context.Context, id DecisionID) (Decision, error) {
	x, err := findDecision(ctx, d.db, id)
	if err != nil {
		return x, err
	}
	one := []Decision{x}
	err = withNames(ctx, d.db, one)
	return one[0], err
}
