package moderation

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/text"
)

// An Appeal asks somebody else to look at a decision.
type Appeal struct {
	Decision   DecisionID
	WrittenAt  time.Time
	Words      string
	AnsweredBy account.Name
	AnsweredAt time.Time // zero while it waits
	Answer     notice.Answer
}

// CanAppeal returns nil when whoever x concerns, if owns, may ask somebody else to look.
func CanAppeal(owns bool, x Decision, now time.Time) error {
	switch {
	case !owns:
		return notHere()
	case x.State != Stands || !x.Verdict.Appealable():
		return fault.New(fault.Conflict, "fault.appeal_nothing")
	case now.After(x.AppealUntil()):
		return fault.New(fault.Conflict, "fault.appeal_late")
	}
	return nil
}

// Appeal asks a moderator who had no part in it to look at the decision called pid, for
// whoever it concerns: once, and in their own words if they like. What was taken out of
// a post is kept until they have answered.
func (d *Desk) Appeal(ctx context.Context, by account.Account, pid, words string) error {
	words = strings.TrimSpace(text.Clean(words))
	if over := utf8.RuneCountInString(words) - MaxAppeal; over > 0 {
		return fault.Field("words", "fault.site_long", "N", over)
	}
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		x, owns, err := d.ownDecision(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if err := CanAppeal(owns, x, d.now()); err != nil {
			return err
		}
		asked, err := appealed(ctx, tx, x.ID)
		if err != nil {
			return err
		}
		if asked {
			return fault.New(fault.Conflict, "fault.appeal_twice")
		}
		if err := insertAppeal(ctx, tx, x, words, d.now()); err != nil {
			return err
		}
		if err := d.keepRedacted(ctx, tx, x, time.Time{}); err != nil {
			return err
		}
		a, err := aimOfDecision(ctx, tx, x.ID)
		if err != nil {
			return err
		}
		_, err = openCase(ctx, tx, opening{queue: InAppeals, aim: a, harm: harmAppeal, at: d.now()})
		d.watching.changed(tx, a.board)
		return err
	})
}

// harmAppeal is that of every appeal: they are looked at in the order they came.
const harmAppeal = 1

// ownDecision returns a decision, and whether it concerns by under any of their names.
func (d *Desk) ownDecision(ctx context.Context, r db.Reader, by account.Account, pid string) (Decision, bool, error) {
	if by.Guest() {
		return Decision{}, false, notHere()
	}
	x, err := findDecisionCalled(ctx, r, pid)
	if err != nil {
		return x, false, err
	}
	names, err := d.accounts.NamesOf(ctx, r, by.ID)
	return x, slices.ContainsFunc(names, func(n account.Name) bool { return n.ID == x.About }), err
}

// DecideAppeal answers the appeal whose case is called pid, for a moderator who had no
// part in what it is about. Granting it takes the decision back; refusing it leaves it,
// and what was taken out is destroyed. Version is that of the case, as it was shown.
func (d *Desk) DecideAppeal(ctx context.Context, by account.Account, pid string, version int64, grant bool) error {
	err := d.db.Tx(ctx, func(tx *db.Tx) error {
		c, a, err := d.open(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if c.Queue != InAppeals {
			return notHere()
		}
		x, err := findDecision(ctx, tx, DecisionID(c.target))
		if err != nil {
			return err
		}
		if err := d.mayAnswer(ctx, tx, by, c, x); err != nil {
			return err
		}
		if !c.Open() || c.Version != version {
			return &StaleError{Why: StaleDecided, of: c.PID}
		}
		return d.answerAppeal(ctx, tx, by, c, a, x, grant)
	})
	return d.explained(ctx, by, err)
}

// mayAnswer returns nil when by may answer an appeal against x: they neither decided
// it nor agreed to it, and have no part in what it is about.
func (d *Desk) mayAnswer(ctx context.Context, r db.Reader, by account.Account, c Case, x Decision) error {
	if err := canLook(by, c); err != nil {
		return err
	}
	if by.Name.ID == x.By.ID || by.Name.ID == x.SecondBy.ID {
		return fault.New(fault.Forbidden, "fault.appeal_own")
	}
	first := c
	first.ID = x.Case // those who flagged stand there
	return d.mayDecide(ctx, r, by, first, Keep)
}

func (d *Desk) answerAppeal(ctx context.Context, tx *db.Tx, by account.Account, c Case, a aim, x Decision, grant bool) error {
	answer, act := notice.Refused, "appeal.refused"
	if grant {
		answer, act = notice.Granted, "appeal.granted"
		if err := d.grant(ctx, tx, by, a, x); err != nil {
			return err
		}
	} else if err := d.keepRedacted(ctx, tx, x, later(x.UndoUntil, d.now())); err != nil {
		return err
	}
	if err := setAnswer(ctx, tx, x.ID, by.Name.ID, answer, d.now()); err != nil {
		return err
	}
	if err := d.conclude(ctx, tx, c); err != nil {
		return err
	}
	data := dataOf(a, x)
	data.Answer = answer
	err := notice.PutIn(ctx, tx, notice.Notice{Name: x.About, Kind: notice.AppealAnswered, About: "decision " + x.PID, At: d.now(), Data: data})
	if err != nil {
		return err
	}
	return d.record(ctx, tx, by, act, audit.Subject("decision", x.PID), "", c)
}

// grant takes x back on an appeal.
func (d *Desk) grant(ctx context.Context, tx *db.Tx, by account.Account, a aim, x Decision) error {
	if err := d.putBack(ctx, tx, by, a, x); err != nil && !fault.Is(err, fault.Gone) { // destroyed before anybody asked
		return err
	}
	if x.effect.Held != 0 { // it waits again, and somebody has to say what becomes of it
		c, err := findCase(ctx, tx, x.Case)
		if err != nil {
			return err
		}
		if err := d.reopen(ctx, tx, c); err != nil {
			return err
		}
	}
	return endDecision(ctx, tx, x.ID, Granted, by.Name.ID, d.now())
}
