package moderation

import (
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
)

// What weighs on a person takes two moderators, and the second is another.
func TestSecondModerator(t *testing.T) {
	for _, tc := range []struct {
		what    string
		verdict Verdict
		days    int
		kind    FlagKind
		second  bool
	}{
		{"a pause of three days", Pause, 3, Unkind, false},
		{"a pause of a week", Pause, 7, Unkind, true},
		{"a ban", Ban, 0, Unkind, true},
		{"taking words down", Remove, 0, Unkind, false},
		{"taking a child's words down", Remove, 0, Underage, true},
		{"letting a child's words stand", Keep, 0, Underage, true},
	} {
		w := newTown(t)
		ctx := t.Context()
		p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
		must(w.Flag(ctx, w.Ben, Target{OnPost, p.PID}, ConductDoor, tc.kind, ""))(t)
		c := w.first(InFlagged)
		form := choose(c, tc.verdict)
		form.Days = tc.days
		x := w.decides(w.Mo, c, form)
		if (x.State == Waiting) != tc.second {
			t.Errorf("%s: %s", tc.what, x.State)
		}
		if !tc.second {
			continue
		}
		if s := w.standing(w.Ann.Name.ID); s.Banned || !s.PausedUntil.IsZero() || w.post(p.ID).Removed() || strings.Contains(w.told(w.Ann.Name.ID), "decided") {
			t.Errorf("%s: it was done before anybody agreed", tc.what)
		}
		c = w.first(InFlagged)
		if c.Waits == nil || c.SecondFor != string(tc.verdict) {
			t.Errorf("%s: the desk does not say so", tc.what)
		}
		_, err := w.Second(ctx, w.Mo, x.PID, c.Version, true)
		want(t, tc.what+", by the same", err, "fault.desk_second_same")
		_, err = w.Second(ctx, w.Ben, x.PID, c.Version, true)
		want(t, tc.what+", by a member", err, "fault.not_here")
		_, err = w.Second(ctx, w.May, x.PID, c.Version-1, true)
		want(t, tc.what+", on what is no longer so", err, "fault.desk_stale")
		y := must(w.Second(ctx, w.May, x.PID, c.Version, true))(t)
		if y.State != Stands || y.SecondBy.ID != w.May.Name.ID || !y.UndoUntil.Equal(w.now().Add(UndoWithin)) {
			t.Errorf("%s: %+v", tc.what, y)
		}
		if got := w.acts(2); got != "case.opened case."+string(tc.verdict) && got != "case.second_asked case."+string(tc.verdict) {
			t.Errorf("%s: written down: %s", tc.what, got)
		}
		must(w.Undo(ctx, w.Mo, x.PID))(t)
		if s := w.standing(w.Ann.Name.ID); s.Banned || !s.PausedUntil.IsZero() || w.post(p.ID).Removed() {
			t.Errorf("%s: it was not put back", tc.what)
		}
	}
}

// A second moderator says no, or whoever asked thinks again: nothing was done.
func TestSecondSaysNo(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
	w.flag(w.Ben, p)
	for _, no := range []func(x Decision) (Decision, error){
		func(x Decision) (Decision, error) { return w.Second(ctx, w.May, x.PID, 0, false) },
		func(x Decision) (Decision, error) { return w.Undo(ctx, w.Mo, x.PID) },
	} {
		c := w.first(InFlagged)
		x := w.decides(w.Mo, c, choose(c, Ban))
		_, err := w.Decide(ctx, w.May, c.PID, choose(c, Keep))
		want(t, "deciding meanwhile", err, "fault.desk_stale")
		_, err = w.Undo(ctx, w.Ola, x.PID)
		want(t, "another takes it back", err, "fault.desk_withdraw")
		x = must(no(x))(t)
		if x.State == Stands || w.standing(w.Ann.Name.ID).Banned {
			t.Errorf("it is %s", x.State)
		}
		if c = w.first(InFlagged); c.SecondFor != "" {
			t.Error("somebody is still asked for")
		}
	}
}

// Whoever a decision concerns asks once, in time, and somebody who had no part answers.
func TestAppeal(t *testing.T) {
	for _, grant := range []bool{true, false} {
		w := newTown(t)
		ctx := t.Context()
		thread := w.opens(w.Ann, "Words under a name for this alone", "Night Heron")
		p := w.post(thread.Opening)
		w.flag(w.Ben, p)
		c := w.first(InFlagged)
		x := w.decides(w.Mo, c, choose(c, Fold))
		for _, tc := range []struct {
			what  string
			by    account.Account
			words string
			key   string
		}{
			{"a guest", account.Account{}, "", "fault.not_here"},
			{"somebody else", w.Ben, "", "fault.not_here"},
			{"too many words", w.Ann, strings.Repeat("x", MaxAppeal+1), "fault.site_long"},
			{"under that name", w.Ann, "It is my own story.", ""},
			{"twice", w.Ann, "Again", "fault.appeal_twice"},
		} {
			want(t, tc.what, w.Appeal(ctx, tc.by, x.PID, tc.words), tc.key)
		}
		_, err := w.Undo(ctx, w.Mo, x.PID)
		want(t, "the first takes it back", err, "fault.desk_undo_appealed")
		page := must(w.Desk.Queue(ctx, w.May, InAppeals, Filter{}, ""))(t)
		a := must(w.Case(ctx, w.May, page.Cases[0].PID))(t)
		if a.Appeal == nil || a.Appeal.Words != "It is my own story." || a.Appealed.PID != x.PID || a.Appealed.By.ID != 0 || a.Post.ID != p.ID {
			t.Errorf("the appeal shows %+v of %+v", a.Appeal, a.Appealed)
		}
		want(t, "by whoever decided", w.DecideAppeal(ctx, w.Mo, a.PID, a.Version, grant), "fault.appeal_own")
		want(t, "by whoever flagged", w.DecideAppeal(ctx, w.Ben, a.PID, a.Version, grant), "fault.not_here")
		want(t, "on another version", w.DecideAppeal(ctx, w.May, a.PID, a.Version+1, grant), "fault.desk_stale")
		w.must(w.DecideAppeal(ctx, w.May, a.PID, a.Version, grant))
		want(t, "twice", w.DecideAppeal(ctx, w.Ola, a.PID, a.Version, grant), "fault.desk_stale")
		if w.post(p.ID).Folded() == grant {
			t.Errorf("granted %v, folded %v", grant, w.post(p.ID).Folded())
		}
		if got := w.told(p.By.ID); got != "decided appeal_answered" {
			t.Errorf("its author was told %q", got)
		}
		if act := map[bool]string{true: "appeal.granted", false: "appeal.refused"}[grant]; w.acts(1) != act {
			t.Errorf("written down: %s", w.acts(1))
		}
		if counts := must(w.Counts(ctx, w.May))(t); counts[InAppeals] != 0 || counts[InFlagged] != 0 {
			t.Errorf("still waiting: %v", counts)
		}
	}
}

func TestAppealInTime(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	thread := w.opens(w.Dan, "Words", "")
	var last Decision
	for _, v := range []Verdict{Keep, Fold} {
		p := w.answers(w.Ann, thread, "Some words")
		w.flag(w.Ben, p)
		c := w.first(InFlagged)
		last = w.decides(w.Mo, c, choose(c, v))
		if v == Keep {
			want(t, "against being let stand", w.Appeal(ctx, w.Ann, last.PID, ""), "fault.appeal_nothing")
		}
	}
	w.pass(AppealWithin + time.Minute)
	want(t, "after twenty days", w.Appeal(ctx, w.Ann, last.PID, ""), "fault.appeal_late")
	_, err := w.Undo(ctx, w.Mo, last.PID)
	want(t, "undone after twenty days", err, "fault.desk_undo_late")
}

// What was taken out is kept while somebody looks again, and for the deciders alone.
func TestRedactionIsKeptForAnAppeal(t *testing.T) {
	for _, grant := range []bool{true, false} {
		w := newTown(t)
		ctx := t.Context()
		p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "My secret words")
		w.flag(w.Ben, p)
		c := w.first(InFlagged)
		form := choose(c, Redact)
		form.Passages = []string{"secret"}
		x := w.decides(w.Mo, c, form)
		w.must(w.Appeal(ctx, w.Ann, x.PID, ""))
		w.pass(5 * 24 * time.Hour)
		for more := true; more; {
			var err error
			more, err = w.forum.DestroyDue(ctx)
			w.must(err)
		}
		page := must(w.Desk.Queue(ctx, w.May, InAppeals, Filter{}, ""))(t)
		a := must(w.Case(ctx, w.May, page.Cases[0].PID))(t)
		if strings.Join(a.Redacted, " ") != "secret" {
			t.Errorf("the deciders read %q", a.Redacted)
		}
		w.must(w.DecideAppeal(ctx, w.May, a.PID, a.Version, grant))
		w.pass(time.Minute)
		for more := true; more; {
			var err error
			more, err = w.forum.DestroyDue(ctx)
			w.must(err)
		}
		if got := w.post(p.ID).Source; strings.Contains(got, "secret") != grant {
			t.Errorf("granted %v: %q", grant, got)
		}
		if kept := w.count(`SELECT COUNT(*) FROM redaction WHERE sealed IS NOT NULL`); kept != 0 {
			t.Errorf("granted %v: %d are still kept", grant, kept)
		}
	}
}

// Two moderators destroy at once what was taken out; then nothing brings it back.
func TestDestroyNow(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "My secret words")
	w.flag(w.Ben, p)
	c := w.first(InFlagged)
	form := choose(c, Redact)
	form.Passages = []string{"secret"}
	x := w.decides(w.Mo, c, form)
	y := must(w.AskDestroy(ctx, w.Mo, x.PID))(t)
	if told := w.told(w.May.Name.ID); !strings.Contains(told, "second_asked") {
		t.Errorf("nobody is led to what waits for a second moderator: may was told %q", told)
	}
	if w.count(`SELECT COUNT(*) FROM redaction WHERE sealed IS NOT NULL`) != 1 {
		t.Error("it was destroyed before anybody agreed")
	}
	_, err := w.Second(ctx, w.Mo, y.PID, 0, true)
	want(t, "by the same", err, "fault.desk_second_same")
	must(w.Second(ctx, w.May, y.PID, 0, true))(t)
	if w.count(`SELECT COUNT(*) FROM redaction WHERE sealed IS NOT NULL`) != 0 {
		t.Error("it is still kept")
	}
	for _, pid := range []string{x.PID, y.PID} {
		_, err = w.Undo(ctx, w.Mo, pid)
		want(t, "undone", err, "fault.desk_undo_late")
	}
	if got := w.acts(1); got != "case.destroyed" {
		t.Errorf("written down: %s", got)
	}
}

// Two moderators learn whose name for one thread it is, and its owner is told; no other
// page, and no third person, does.
func TestUnmask(t *testing.T) {
	for reason, told := range map[string]string{"court-order": "unmasked", lifeAtRisk: ""} {
		w := newTown(t)
		ctx := t.Context()
		thread := w.opens(w.Ann, "Words", "Night Heron")
		w.flag(w.Ben, w.post(thread.Opening))
		c := w.first(InFlagged)
		_, err := w.AskUnmask(ctx, w.Mo, c.PID, "unkind")
		want(t, "for no such reason", err, "fault.reason")
		x := must(w.AskUnmask(ctx, w.Mo, c.PID, reason))(t)
		_, err = w.Unmasked(ctx, w.Mo, x.PID)
		want(t, "before anybody agreed", err, "fault.not_here")
		must(w.Second(ctx, w.May, x.PID, 0, true))(t)
		for _, who := range []account.Account{w.Mo, w.May} {
			if name := must(w.Unmasked(ctx, who, x.PID))(t); name.ID != w.Ann.Name.ID {
				t.Errorf("it is %s", name.Shown)
			}
		}
		_, err = w.Unmasked(ctx, w.Ola, x.PID)
		want(t, "by a third", err, "fault.not_here")
		if got := w.told(thread.OpenedBy.ID); got != told {
			t.Errorf("%s: its owner was told %q", reason, got)
		}
		if got := w.acts(3); got != "unmask.agreed unmask.read unmask.read" {
			t.Errorf("written down: %s", got)
		}
		if n := w.count(`SELECT COUNT(*) FROM decision WHERE about = $1`, w.Ann.Name.ID); n != 0 {
			t.Error("a decision leads to ann's own name")
		}
		w.decides(w.Ola, w.first(InFlagged), choose(c, Keep))
		w.pass(3 * 24 * time.Hour)
		_, err = w.Unmasked(ctx, w.Mo, x.PID)
		want(t, "days later", err, "fault.desk_unmask_late")
	}
}
