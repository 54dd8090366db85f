package moderation

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// Whole is a case with everything that is needed to decide on it without leaving its
// page. Nothing in it says who flagged, or leads from a name for one thread to an
// account.
type Whole struct {
	Case
	Flags []Flag
	Notes []CaseNote // moderators' own, for moderators

	Thread    forum.Thread
	Post      forum.Post // of a post; of a thread, the one it opened with
	Answers   forum.Post // what it answers, or the zero Post
	DeskNotes []forum.DeskNote
	Revisions []forum.Revision // what the post said before, the latest first
	Held      forum.Held       // of what is held
	Spam      []string         // what in a newcomer's words speaks for spam: see [screen.Reasons]
	Revision  int              // for [Choice]: of the post, or the version of what is held

	Standing account.Standing // what was decided on this very name and holds now
	Earlier  []Decision       // about this very name, in other cases, the newest first

	Decisions []Decision // of this case, the newest first
	Waits     *Decision  // the one that waits for a second moderator, if any
	Appealed  *Decision  // of an appeal: what was decided
	Appeal    *Appeal
	Redacted  []string // of an appeal: what was taken out, while it is kept

	Verdicts []Verdict // which it can come to
	Reasons  []Reason  // that can be given, with suggested messages
	May      error     // nil when whoever asks may decide, or the fault that says why not
}

// Case returns the case called pid whole, for a moderator of its board, and notes that
// somebody has looked. That private things were looked at is written down.
func (d *Desk) Case(ctx context.Context, by account.Account, pid string) (Whole, error) {
	w, err := d.whole(ctx, by, pid)
	if err != nil {
		return Whole{}, err
	}
	private := w.private()
	if !w.SeenAt.IsZero() && (!private || d.looked.again(by.Name.ID, pid, d.now())) {
		return w, nil
	}
	err = d.db.Tx(ctx, func(tx *db.Tx) error {
		if err := setSeen(ctx, tx, w.ID, d.now()); err != nil || !private {
			return err
		}
		return d.record(ctx, tx, by, w.act("opened"), audit.Subject("case", w.PID), "", w.Case)
	})
	return w, err
}

// private reports whether w shows what readers do not see.
func (w Whole) private() bool {
	return w.Queue == InCare || w.Held.ID != 0 || w.Post.Removed() || w.Post.Covered() || w.Case.Thread != 0 && w.Thread.Removed() ||
		len(w.Revisions) > 0 || len(w.Redacted) > 0
}

// whole reads a case with all that belongs to it.
func (d *Desk) whole(ctx context.Context, by account.Account, pid string) (w Whole, err error) {
	var a aim
	if w.Case, a, err = d.open(ctx, d.db, by, pid); err != nil {
		return Whole{}, err
	}
	if err := d.introduce(ctx, d.db, &w.Case); err != nil {
		return Whole{}, err
	}
	if err := d.veil(ctx, by, &w.Case); err != nil {
		return Whole{}, err
	}
	w.Thread, w.Post, w.Held, w.Revision, w.Verdicts = a.in, a.post, a.held, a.revision, w.offered()
	for _, read := range []func(context.Context, account.Account, *Whole) error{d.withWords, d.withPast, d.withDecisions, d.withAppeal, d.withSpam} {
		if err := read(ctx, by, &w); err != nil {
			return Whole{}, err
		}
	}
	all, err := d.Reasons(ctx)
	for _, r := range all {
		if !r.Archived {
			w.Reasons = append(w.Reasons, r)
		}
	}
	return w, err
}

// withWords reads what stands around the words of a case.
func (d *Desk) withWords(ctx context.Context, by account.Account, w *Whole) (err error) {
	if w.Flags, err = flagsOf(ctx, d.db, w.ID); err != nil {
		return err
	}
	if w.Notes, err = d.notesOf(ctx, w.ID); err != nil {
		return err
	}
	answers := w.Post.Parent
	if w.Held.ID != 0 {
		answers = w.Held.Parent
	}
	if answers != 0 {
		s, err := forum.FindSubject(ctx, d.db, answers)
		if err != nil {
			return err
		}
		w.Answers, w.Thread = s.Post, s.Thread
	}
	if w.Post.ID == 0 {
		return nil
	}
	notes, err := d.forum.Notes(ctx, d.db, []forum.PostID{w.Post.ID})
	if err != nil {
		return err
	}
	w.DeskNotes = notes[w.Post.ID]
	if w.Post.Revision > 1 {
		w.Revisions, err = d.forum.Revisions(ctx, by, w.Post.PID)
	}
	return err
}

// withPast reads what was decided about the very name of a case before.
func (d *Desk) withPast(ctx context.Context, _ account.Account, w *Whole) (err error) {
	if w.About.ID == 0 {
		return nil
	}
	if w.Standing, err = d.accounts.StandingOf(ctx, d.db, w.About.ID); err != nil {
		return err
	}
	all, err := decisionsAbout(ctx, d.db, w.About.ID)
	if err != nil {
		return err
	}
	for _, x := range all {
		if x.Case != w.ID {
			w.Earlier = append(w.Earlier, x)
		}
	}
	return withNames(ctx, d.db, w.Earlier)
}

func (d *Desk) withDecisions(ctx context.Context, by account.Account, w *Whole) (err error) {
	if w.Decisions, err = decisionsOf(ctx, d.db, w.ID); err != nil {
		return err
	}
	if err := withNames(ctx, d.db, w.Decisions); err != nil {
		return err
	}
	for i, x := range w.Decisions {
		if x.State == Waiting {
			w.Waits = &w.Decisions[i]
		}
	}
	w.May = d.mayDecide(ctx, d.db, by, w.Case, Keep)
	if w.Queue == InCare {
		w.May = d.mayDecide(ctx, d.db, by, w.Case, Close)
	}
	return unlessFault(w.May)
}

// withAppeal reads what an appeal is about. Whoever decided first is named only once
// somebody else has.
func (d *Desk) withAppeal(ctx context.Context, by account.Account, w *Whole) error {
	if w.Queue != InAppeals || w.target == 0 {
		return nil
	}
	x, err := findDecision(ctx, d.db, DecisionID(w.target))
	if err != nil {
		return err
	}
	w.May = d.mayAnswer(ctx, d.db, by, w.Case, x)
	if err := unlessFault(w.May); err != nil {
		return err
	}
	appeal, err := findAppeal(ctx, d.db, x.ID)
	if err != nil {
		return err
	}
	one := []Decision{x}
	if err := withNames(ctx, d.db, one); err != nil {
		return err
	}
	if w.Open() {
		one[0].Message = unsigned(one[0].Message, one[0].By.Shown)
		one[0].By, one[0].SecondBy = account.Name{}, account.Name{}
		w.Earlier = slices.DeleteFunc(w.Earlier, func(e Decision) bool { return e.ID == x.ID })
	}
	if appeal.AnsweredBy.ID != 0 {
		if appeal.AnsweredBy, err = account.FindNameID(ctx, d.db, appeal.AnsweredBy.ID); err != nil {
			return err
		}
	}
	w.Appealed, w.Appeal = &one[0], &appeal
	w.Redacted, err = d.redacted(ctx, x)
	return err
}

// unlessFault returns err when it is our own failure.
func unlessFault(err error) error {
	if err == nil || fault.Of(err).Kind != fault.Internal {
		return nil
	}
	return err
}
