package moderation

import (
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// Each verdict does what it says, tells whoever it concerns and those who flagged, is
// written down, and is put back whole within the day.
func TestVerdictsAndUndo(t *testing.T) {
	for _, tc := range []struct {
		verdict Verdict
		on      TargetKind
		form    func(*Choice)
		done    func(w *town, p forum.Post) bool
		hears   string // what ben is told
	}{
		{verdict: Keep, on: OnPost, hears: "kept", done: func(w *town, p forum.Post) bool { return !p.Removed() }},
		{verdict: Ask, on: OnPost, hears: "changed", done: func(w *town, p forum.Post) bool { return p.FoldedFor == forum.ForChange }},
		{verdict: Fold, on: OnPost, hears: "part", done: func(w *town, p forum.Post) bool { return p.FoldedFor == forum.ByDesk }},
		{verdict: Remove, on: OnPost, hears: "down", done: func(w *town, p forum.Post) bool { return p.Removed() }},
		{verdict: Redact, on: OnPost, hears: "part", form: func(c *Choice) { c.Passages = []string{"secret"} },
			done: func(w *town, p forum.Post) bool { return p.Redacted() && !strings.Contains(p.Source, "secret") }},
		{verdict: NoteUnder, on: OnPost, hears: "noted", form: func(c *Choice) { c.Note = "Ask your team." }, done: func(w *town, p forum.Post) bool { return p.DeskNotes == 1 }},
		{verdict: Lock, on: OnThread, hears: "rests", done: func(w *town, p forum.Post) bool { return w.thread(p.Thread).Locked() }},
		{verdict: Move, on: OnThread, hears: "moved", form: func(c *Choice) { c.Board = "work" }, done: func(w *town, p forum.Post) bool { return w.thread(p.Thread).Board == w.other }},
		{verdict: Remove, on: OnThread, hears: "down", done: func(w *town, p forum.Post) bool { return w.thread(p.Thread).Removed() }},
		{verdict: Pause, on: OnPost, hears: "acted", form: func(c *Choice) { c.Days = 3 }, done: func(w *town, p forum.Post) bool {
			return w.standing(p.By.ID).PausedUntil.Equal(w.now().Add(72 * time.Hour))
		}},
		{verdict: HoldFirst, on: OnName, hears: "acted", done: func(w *town, p forum.Post) bool { return w.standing(p.By.ID).HeldFirst }},
		{verdict: RemoveAll, on: OnName, hears: "down", done: func(w *town, p forum.Post) bool { return p.Removed() && w.standing(p.By.ID).HeldFirst }},
	} {
		t.Run(string(tc.verdict)+" "+string(tc.on), func(t *testing.T) {
			w := newTown(t)
			ctx := t.Context()
			thread := w.opens(w.Ann, "My secret words", "")
			p := w.post(thread.Opening)
			if tc.on == OnPost {
				p = w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "My secret words")
			}
			pid := map[TargetKind]string{OnPost: p.PID, OnThread: thread.PID, OnName: p.By.PID}[tc.on]
			must(w.Flag(ctx, w.Ben, Target{tc.on, pid}, ConductDoor, Unkind, ""))(t)
			c := w.first(InFlagged)
			form := choose(c, tc.verdict)
			if tc.form != nil {
				tc.form(&form)
			}
			before := w.told(w.Ann.Name.ID)
			x := w.decides(w.Mo, c, form)
			if !tc.done(w, w.post(p.ID)) && tc.verdict != Keep {
				t.Error("nothing was done")
			}
			if got := w.outcomes(w.Ben.Name.ID); got != tc.hears {
				t.Errorf("ben heard %q", got)
			}
			wantTold := "decided"
			if tc.verdict == Keep {
				wantTold = ""
			}
			if got := strings.TrimSpace(strings.TrimPrefix(w.told(w.Ann.Name.ID), before)); got != wantTold {
				t.Errorf("ann was told %q", got)
			}
			if got := w.acts(1); got != "case."+string(tc.verdict) {
				t.Errorf("written down: %s", got)
			}
			if x.State != Stands || x.Verdict.needsReason() && x.Agreement == "" {
				t.Errorf("it is %+v", x)
			}
			if counts := must(w.Counts(ctx, w.Mo))(t); counts[InFlagged] != 0 {
				t.Error("the case is still open")
			}
			must(w.Undo(ctx, w.May, x.PID))(t)
			if tc.done(w, w.post(p.ID)) != (tc.verdict == Keep) {
				t.Error("it was not put back")
			}
			if after := w.post(p.ID); after.Source != "My secret words" || after.Removed() || after.Folded() {
				t.Errorf("the post is not as it was: %q", after.Source)
			}
			if counts := must(w.Counts(ctx, w.Mo))(t); counts[InFlagged] != 1 {
				t.Error("the case is not open again")
			}
			if wantTold != "" && !strings.HasSuffix(w.told(w.Ann.Name.ID), "decided undone") {
				t.Errorf("ann was told %q", w.told(w.Ann.Name.ID))
			}
			_, err := w.Undo(ctx, w.Mo, x.PID)
			want(t, "undone twice", err, "fault.desk_undo_late")
		})
	}
}

func (w *town) standing(name account.NameID) account.Standing {
	w.t.Helper()
	return must(w.accounts.StandingOf(w.t.Context(), w.db, name))(w.t)
}

// Nobody decides on their own words, on what they flagged, or on a conversation they are
// in, whichever name they wrote with.
func TestWhoMayDecide(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	some := w.settle("Sam Saucer", account.Moderator)
	some.Boards = []int64{int64(w.other)}
	thread := w.opens(w.May, "Words under a name for this alone", "Night Heron")
	w.flag(w.Ben, w.post(thread.Opening))
	own := w.first(InFlagged)
	unproved := w.Mo
	unproved.SecondFactor = false
	for _, tc := range []struct {
		what string
		by   account.Account
		key  string
	}{
		{"a guest", account.Account{}, "fault.not_here"},
		{"a member", w.Ben, "fault.not_here"},
		{"a moderator without a second factor", unproved, "fault.not_here"},
		{"a moderator of another board", some, "fault.not_here"},
		{"its author, under another name", w.May, "fault.desk_own_words"},
	} {
		_, err := w.Decide(ctx, tc.by, own.PID, choose(own, Keep))
		want(t, tc.what, err, tc.key)
	}
	if c := must(w.Case(ctx, w.May, own.PID))(t); c.May == nil {
		t.Error("its page does not say so")
	}
	w.decides(w.Mo, own, choose(own, Keep))

	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Other words")
	must(w.Flag(ctx, w.Mo, Target{OnPost, p.PID}, ConductDoor, Unkind, ""))(t)
	c := w.first(InFlagged)
	_, err := w.Decide(ctx, w.Mo, c.PID, choose(c, Keep))
	want(t, "what mo flagged", err, "fault.desk_own_flag")
	w.answers(w.May, w.thread(p.Thread), "I am in it")
	_, err = w.Decide(ctx, w.May, c.PID, choose(c, Keep))
	want(t, "may's conversation", err, "fault.desk_in_thread")
	w.pass(8 * 24 * time.Hour)
	w.decides(w.May, c, choose(c, Keep))
}

// What is decided on what is no longer so is not decided, and says what has changed.
func TestStale(t *testing.T) {
	for why, change := range map[string]func(w *town, c Whole, p forum.Post){
		StaleDecided: func(w *town, c Whole, p forum.Post) { w.decides(w.May, c, choose(c, Keep)) },
		StaleChanged: func(w *town, c Whole, p forum.Post) { w.edit(w.Ann, p, "Better words") },
		StaleGone:    func(w *town, c Whole, p forum.Post) { w.must(w.forum.TakeBack(w.t.Context(), w.Ann, p.PID)) },
		StaleGraver: func(w *town, c Whole, p forum.Post) {
			must(w.Flag(w.t.Context(), w.Cat, Target{OnPost, p.PID}, ConductDoor, Underage, ""))(w.t)
		},
		StaleSecond: func(w *town, c Whole, p forum.Post) {
			w.must(w.AskSecond(w.t.Context(), w.May, c.PID, "", "What do you think?"))
		},
	} {
		w := newTown(t)
		p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
		w.flag(w.Ben, p)
		c := w.first(InFlagged)
		change(w, c, p)
		told := w.told(w.Ann.Name.ID)
		_, err := w.Decide(t.Context(), w.Mo, c.PID, choose(c, Remove))
		var old *StaleError
		if !errors.As(err, &old) || old.Why != why || old.Now.PID != c.PID {
			t.Errorf("%s: %v", why, err)
			continue
		}
		want(t, why, err, "fault.desk_stale")
		if got := w.post(p.ID); got.Removed() && got.RemovedBy == forum.ByModerator || w.told(w.Ann.Name.ID) != told {
			t.Errorf("%s: it was done all the same", why)
		}
	}
}

// Eight moderators decide at the same moment; one of them does.
func TestDecideTogether(t *testing.T) {
	w := newTown(t)
	for range 5 {
		p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
		w.flag(w.Ben, p)
		c := w.first(InFlagged)
		var won atomic.Int32
		var crowd sync.WaitGroup
		for i := range 8 {
			by := []account.Account{w.Mo, w.May, w.Ola}[i%3]
			crowd.Go(func() {
				_, err := w.Decide(t.Context(), by, c.PID, choose(c, Remove))
				var old *StaleError
				switch {
				case err == nil:
					won.Add(1)
				case !errors.As(err, &old) || len(old.Now.Decisions) != 1:
					t.Errorf("lost with %v", err)
				}
			})
		}
		crowd.Wait()
		if won.Load() != 1 {
			t.Errorf("%d decided", won.Load())
		}
	}
	if n := w.count(`SELECT COUNT(*) FROM audit WHERE act = 'case.remove'`); n != 5 {
		t.Errorf("%d were written down", n)
	}
}

// A form sent twice decides once.
func TestDecideTwice(t *testing.T) {
	w := newTown(t)
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
	w.flag(w.Ben, p)
	c := w.first(InFlagged)
	form := choose(c, Remove)
	form.Key = "the form's own"
	x, y := w.decides(w.Mo, c, form), w.decides(w.Mo, c, form)
	if x.PID != y.PID || w.count(`SELECT COUNT(*) FROM decision`) != 1 {
		t.Error("it was decided twice")
	}
}

func TestChoicesAreChecked(t *testing.T) {
	w := newTown(t)
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "My secret words")
	w.flag(w.Ben, p)
	c := w.first(InFlagged)
	for _, tc := range []struct {
		what string
		v    Verdict
		form func(*Choice)
		key  string
	}{
		{"no verdict", "", nil, "fault.reason"},
		{"one for something else", Release, nil, "fault.desk_verdict"},
		{"no reason", Remove, func(c *Choice) { c.Reason = "" }, "fault.reason"},
		{"a reason for something else", Remove, func(c *Choice) { c.Reason = lifeAtRisk }, "fault.reason"},
		{"nothing to take out", Redact, nil, "fault.desk_passages"},
		{"something that is not there", Redact, func(c *Choice) { c.Passages = []string{"public"} }, "fault.desk_passage_gone"},
		{"the letter repeats it", Redact, func(c *Choice) { c.Passages, c.Message = []string{"secret"}, "I took Secret out" }, "fault.desk_quotes"},
		{"a pause of five days", Pause, func(c *Choice) { c.Days = 5 }, "fault.choose_again"},
		{"an empty note", NoteUnder, nil, "fault.words_empty"},
		{"to no board", Move, func(c *Choice) { c.Board = "none" }, "fault.choose_again"},
		{"too long a letter", Remove, func(c *Choice) { c.Message = strings.Repeat("x", MaxMessage+1) }, "fault.site_long"},
	} {
		form := choose(c, tc.v)
		if tc.form != nil {
			tc.form(&form)
		}
		_, err := w.Decide(t.Context(), w.Mo, c.PID, form)
		want(t, tc.what, err, tc.key)
	}
	if w.count(`SELECT COUNT(*) FROM decision`) != 0 {
		t.Error("something was decided")
	}
}
