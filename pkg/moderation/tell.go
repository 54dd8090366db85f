package moderation

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/notice"
)

// lifeAtRisk is the reason for which whoever is behind a name is looked up without
// being told: everywhere else they are.
const lifeAtRisk = "life-at-risk"

// tellOf tells whoever a decision concerns, and those who flagged what it was about.
func (d *Desk) tellOf(ctx context.Context, tx *db.Tx, c Case, a aim, x Decision) error {
	n := notice.Notice{Name: x.About, Kind: notice.Decided, About: "decision " + x.PID, At: d.now(), Data: dataOf(a, x)}
	switch x.Verdict {
	case Release:
		n.Kind = notice.HeldPosted
	case Decline:
		n.Kind = notice.HeldDeclined
	case Unmask:
		n.Kind = notice.Unmasked
	}
	if x.tells() {
		if err := notice.PutIn(ctx, tx, n); err != nil {
			return err
		}
	}
	if c.Queue == InCare && x.Verdict != Close {
		return nil
	}
	raised, err := flaggers(ctx, tx, c.ID)
	if err != nil {
		return err
	}
	for _, name := range raised {
		if err := d.answer(ctx, tx, name, a, x); err != nil {
			return err
		}
	}
	return nil
}

// tells reports whether a decision has a word for whoever it concerns. Words that
// were let stand have none, unless readers were asked before they saw them.
func (x Decision) tells() bool {
	switch x.Verdict {
	case Keep:
		return x.effect.Folded != ""
	case Close, Destroy:
		return false
	case Unmask:
		return x.Reason != lifeAtRisk
	}
	return x.About != 0
}

// answer tells somebody what came of their flag, and no more than is theirs to know.
func (d *Desk) answer(ctx context.Context, tx *db.Tx, name account.NameID, a aim, x Decision) error {
	data := notice.Data{Outcome: x.Verdict.outcome()}
	if x.Verdict != Close { // of a worry, nothing is kept that says about whom
		data.Post, data.Thread = a.post.PID, a.in.PID
		if a.kind == OnName {
			data.Name = a.about.PID
		}
	}
	return notice.PutIn(ctx, tx, notice.Notice{Name: name, Kind: notice.FlagAnswered, About: "decision " + x.PID, At: d.now(), Data: data})
}

func dataOf(a aim, x Decision) notice.Data {
	return notice.Data{
		Verdict: string(x.Verdict), Reason: x.Reason, Decision: x.PID, Post: a.post.PID, Thread: a.in.PID, Held: a.held.PID,
		Revision: x.Revision, Until: x.Ends,
	}
}

func (v Verdict) outcome() notice.Outcome {
	switch v {
	case Keep, Restore:
		return notice.Kept
	case Ask:
		return notice.Changed
	case Redact, Fold:
		return notice.Part
	case Remove, RemoveAll:
		return notice.Down
	case Move:
		return notice.Moved
	case NoteUnder:
		return notice.Noted
	case Lock:
		return notice.Rests
	case Close:
		return notice.Cared
	}
	return notice.Acted
}
