package moderation

import (
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

const (
	aWish = "I do not want to live any more. I wish I would not wake up."
	aPlan = "I have saved up my pills and I will take them all tonight. Goodbye everyone."
)

// A post with a sign opens one case of care, as grave as the gravest of its signs, and
// closing it leaves nothing that says about whom.
func TestCare(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	if care.Distress(aWish).Class != care.Wish || care.Distress(aPlan).Class != care.Plan {
		t.Fatal("the words of this test raise no sign")
	}
	thread := w.opens(w.Ann, aWish, "Night Heron")
	p := w.post(thread.Opening)
	w.steps()
	w.must(w.Signed(ctx, forum.Signed{Thread: thread.ID, Post: p.ID, Class: care.Wish})) // told twice
	c := w.first(InCare)
	if c.Sign != care.Wish || c.Harm != harmCare || c.Urgent() || w.count(`SELECT COUNT(*) FROM flag_case`) != 1 {
		t.Errorf("%+v", c.Case)
	}
	if !c.Goal.Equal(c.OpenedAt.Add(time.Hour)) {
		t.Errorf("somebody hopes to look by %s", c.Goal)
	}
	if due := must(w.Urgent(ctx, w.Mo))(t); len(due) != 0 {
		t.Error("somebody is called for a wish")
	}
	p = w.edit(w.Ann, p, aPlan)
	w.steps()
	must(w.Flag(ctx, w.Ben, Target{OnPost, p.PID}, CareDoor, Worried, "I am afraid for them"))(t)
	c = w.first(InCare)
	if !c.Urgent() || c.Harm != harmUrgent || c.Case.Flags != 1 || w.count(`SELECT COUNT(*) FROM flag_case WHERE queue = 'care'`) != 1 {
		t.Errorf("%+v", c.Case)
	}
	if lone := must(w.Unanswered(ctx, w.Mo, AloneFilter{}, ""))(t); len(lone.Threads) != 1 || !lone.Threads[0].Lifted {
		t.Errorf("it is not first among those without an answer: %+v", lone)
	}
	w.must(w.AddNote(ctx, w.Mo, c.PID, "I have written to them."))
	w.answers(w.Mo, thread, "I am here.")
	_, err := w.Decide(ctx, w.Mo, c.PID, choose(c, Remove))
	want(t, "taking it down", err, "fault.desk_verdict")
	w.decides(w.Mo, c, choose(c, Close)) // also by somebody who answered
	if n := w.count(`SELECT COUNT(*) FROM flag_case WHERE target <> 0 OR about IS NOT NULL OR sign <> '' OR thread <> 0 OR board <> 0 OR kind <> ''`); n != 0 {
		t.Error("the closed case says about whom it was")
	}
	if w.count(`SELECT COUNT(*) FROM flag`)+w.count(`SELECT COUNT(*) FROM case_note`) != 0 {
		t.Error("flags or notes are left")
	}
	if n := w.count(`SELECT COUNT(*) FROM audit WHERE act LIKE 'care.%' AND (subject <> '' OR board IS NOT NULL)`); n != 0 {
		t.Error("the record says about whom it was")
	}
	if w.count(`SELECT COUNT(*) FROM audit WHERE act = 'care.closed'`) != 1 || w.count(`SELECT COUNT(*) FROM decision WHERE about IS NOT NULL OR post IS NOT NULL`) != 0 {
		t.Error("it is not counted, or the decision says about whom")
	}
	if got := w.outcomes(w.Ben.Name.ID); got != "cared" {
		t.Errorf("ben heard %q", got)
	}
	if got := w.told(p.By.ID); got != "" {
		t.Errorf("its author was told %q", got)
	}
	if w.post(p.ID).Removed() || w.post(p.ID).Folded() {
		t.Error("the post does not stand as it was")
	}
	if n := w.count(`SELECT COUNT(*) FROM notice WHERE data LIKE '%` + p.PID + `%'`); n != 0 {
		t.Error("a notice says about whom it was")
	}
}

// A case that is closed stays closed while its post says no more than it did.
func TestCareIsNotOpenedAgainForTheSameWords(t *testing.T) {
	w := newTown(t)
	p := w.post(w.opens(w.Ann, aPlan, "").Opening)
	w.steps()
	c := w.first(InCare)
	w.decides(w.Mo, c, choose(c, Close))
	for words, open := range map[string]int{aPlan + " Thank you all.": 0, aPlan + " I want to kill myself.": 1} {
		w.edit(w.Ann, p, words)
		w.steps()
		if got := w.count(`SELECT COUNT(*) FROM flag_case WHERE queue = 'care' AND state = 'open'`); got != open {
			t.Errorf("%q: %d cases are open, want %d", words, got, open)
		}
		w.edit(w.Ann, p, aPlan)
		if open == 1 {
			c := w.first(InCare)
			w.decides(w.Mo, c, choose(c, Close))
		}
	}
}

// Words aimed at another are a matter of conduct, raised by the site's own rules once.
func TestAimedIsConduct(t *testing.T) {
	w := newTown(t)
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
	for range 2 {
		w.must(w.Signed(t.Context(), forum.Signed{Post: p.ID, Class: care.Aimed}))
		w.must(w.Matched(t.Context(), forum.Matched{Post: p.ID, Filters: []string{"one"}}))
	}
	c := w.first(InFlagged)
	if c.Case.Flags != 2 || !c.Flags[0].ByRules || c.Kind != Unkind {
		t.Errorf("%+v", c.Flags)
	}
	if counts := must(w.Counts(t.Context(), w.Mo))(t); counts[InCare] != 0 {
		t.Error("it is a case of care")
	}
	w.decides(w.Mo, c, choose(c, Keep))
}

// A worry about a name or a thread is looked after too.
func TestWorryAboutSomebody(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	thread := w.opens(w.Ann, "Words", "Night Heron")
	for _, on := range []Target{{OnThread, thread.PID}, {OnName, thread.OpenedBy.PID}, {OnName, w.Ann.Name.PID}} {
		out := must(w.Flag(ctx, w.Ben, on, CareDoor, Worried, ""))(t)
		if len(out.Helps()) == 0 {
			t.Error("ben is not told what he can say now")
		}
	}
	for range 3 {
		c := w.first(InCare)
		x := w.decides(w.Mo, c, choose(c, Close))
		_, err := w.Undo(ctx, w.Mo, x.PID)
		want(t, "undoing care", err, "fault.desk_undo_late")
	}
	if got := w.outcomes(w.Ben.Name.ID); got != "cared cared cared" {
		t.Errorf("ben heard %q", got)
	}
}

// A detail that could put others in danger is taken out, while somebody goes on looking
// after whoever wrote it.
func TestRedactInCare(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	p := w.post(w.opens(w.Ann, aPlan, "").Opening)
	w.steps()
	c := w.first(InCare)
	form := choose(c, Redact)
	form.Passages = []string{"saved up my pills"}
	x := w.decides(w.Mo, c, form)
	if strings.Contains(w.post(p.ID).Source, "pills") || w.told(w.Ann.Name.ID) != "decided" {
		t.Errorf("%q, told %q", w.post(p.ID).Source, w.told(w.Ann.Name.ID))
	}
	c = w.first(InCare)
	w.decides(w.Mo, c, choose(c, Close))
	must(w.Undo(ctx, w.May, x.PID))(t)
	if !strings.Contains(w.post(p.ID).Source, "pills") {
		t.Error("it was not put back")
	}
}

// What waits is posted or not, and its author is told; what they took back waits no more.
func TestHeld(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	w.tx(func(tx *db.Tx) error {
		return w.accounts.HoldFirstIn(ctx, tx, w.Ann.Name.ID, time.Time{}, "earlier")
	})
	w.Ann = w.again(w.Ann)
	thread := w.opens(w.Dan, "Words", "")
	opening := w.post(thread.Opening)
	for range 3 {
		if _, err := w.forum.Reply(ctx, w.Ann, opening.PID, forum.NewReply{Words: "Some words"}); err == nil {
			t.Fatal("it did not wait")
		}
		w.pass(time.Minute)
	}
	w.steps()
	c := w.first(InHeld)
	if c.Held.Source != "Some words" || c.Answers.ID != opening.ID || c.Kind == "" {
		t.Errorf("%+v", c.Held)
	}
	x := w.decides(w.Mo, c, choose(c, Release))
	if p := w.post(x.Post); p.Source != "Some words" || p.Removed() {
		t.Errorf("posted: %+v", p)
	}
	must(w.Undo(ctx, w.Mo, x.PID))(t)
	if !w.post(x.Post).Removed() {
		t.Error("it was not taken back")
	}
	c = w.first(InHeld)
	w.decides(w.Mo, c, choose(c, Release))
	c = w.first(InHeld)
	y := w.decides(w.May, c, choose(c, Decline))
	if got := w.told(w.Ann.Name.ID); !strings.Contains(got, "held_posted undone") || !strings.HasSuffix(got, "held_declined") {
		t.Errorf("ann was told %q", got)
	}
	w.must(w.Appeal(ctx, w.Ann, y.PID, "It is only a link to the hospital"))
	c = w.first(InHeld)
	w.must(w.forum.Withdraw(ctx, w.Ann, c.Held.PID))
	_, err := w.Decide(ctx, w.Mo, c.PID, choose(c, Release))
	want(t, "what was taken back", err, "fault.desk_stale")
	w.steps()
	if counts := must(w.Counts(ctx, w.Mo))(t); counts[InHeld] != 0 || counts[InAppeals] != 1 {
		t.Errorf("waiting: %v", counts)
	}
	a := must(w.Desk.Queue(ctx, w.May, InAppeals, Filter{}, ""))(t).Cases[0]
	whole := must(w.Case(ctx, w.Mo, a.PID))(t)
	if whole.Held.PID == "" {
		t.Error("the appeal does not show what was declined")
	}
	w.must(w.DecideAppeal(ctx, w.Mo, a.PID, whole.Version, true))
	if c = w.first(InHeld); c.Held.State != forum.Waiting {
		t.Errorf("it is %s", c.Held.State)
	}
}

// again is who as they are now.
func (w *town) again(who account.Account) account.Account {
	w.t.Helper()
	return w.Opened(w.t, who).Account
}
