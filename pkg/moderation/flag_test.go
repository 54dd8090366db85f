package moderation

import (
	"sync"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

func TestWhoMayFlagWhat(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	thread := w.opens(w.Ann, "Some words", "")
	p := w.post(thread.Opening)
	fresh := w.opens(w.Dan, "Other words", "Night Heron")
	gone := w.answers(w.Ann, fresh, "Gone soon")
	w.must(w.forum.TakeBack(ctx, w.Ann, gone.PID))
	post := Target{OnPost, p.PID}
	for _, tc := range []struct {
		what  string
		by    account.Account
		on    Target
		door  Door
		kind  FlagKind
		words string
		key   string
	}{
		{"a guest", account.Account{}, post, ConductDoor, Unkind, "", "fault.sign_in"},
		{"nothing of that name", w.Ben, Target{OnPost, "none"}, ConductDoor, Unkind, "", "fault.not_here"},
		{"no sort of thing", w.Ben, Target{OnHeld, p.PID}, ConductDoor, Unkind, "", "fault.not_here"},
		{"worry at the other door", w.Ben, post, ConductDoor, Worried, "", "fault.flag_kind"},
		{"a complaint at the door of care", w.Ben, post, CareDoor, Unkind, "", "fault.flag_kind"},
		{"something else, unsaid", w.Ben, post, ConductDoor, Other, " ", "fault.flag_words"},
		{"one's own words", w.Ann, post, ConductDoor, Unkind, "", "fault.flag_own"},
		{"one's own words under another name", w.Dan, Target{OnThread, fresh.PID}, ConductDoor, Unkind, "", "fault.flag_own"},
		{"what was taken back", w.Ben, Target{OnPost, gone.PID}, ConductDoor, Unkind, "", "fault.post_gone"},
		{"a post", w.Ben, post, ConductDoor, Unkind, "", ""},
		{"a thread", w.Ben, Target{OnThread, fresh.PID}, ConductDoor, Spam, "", ""},
		{"a name", w.Ben, Target{OnName, fresh.OpenedBy.PID}, ConductDoor, Other, "Something", ""},
		{"worry", w.Ben, post, CareDoor, Worried, "", ""},
	} {
		out, err := w.Flag(ctx, tc.by, tc.on, tc.door, tc.kind, tc.words)
		want(t, tc.what, err, tc.key)
		if err == nil && (out.Already || out.Door != tc.door || out.Says() == "") {
			t.Errorf("%s: %+v", tc.what, out)
		}
	}
	counts := must(w.Counts(ctx, w.Mo))(t)
	if counts[InFlagged] != 3 || counts[InCare] != 1 {
		t.Errorf("counted %v", counts)
	}
	if n := w.count(`SELECT COUNT(*) FROM flag_case WHERE board = $1`, w.board); n != 4 {
		t.Errorf("%d cases are on the board of their thread", n)
	}
}

// One flag of a person stands at a time; after a decision it takes something new.
func TestFlaggingAgain(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
	again := func(words string) (bool, error) {
		out, err := w.Flag(ctx, w.Ben, Target{OnPost, p.PID}, ConductDoor, Unkind, words)
		return out.Already, err
	}
	for i, standing := range []bool{false, true, true} {
		if already, err := again("words"); err != nil || already != standing {
			t.Errorf("time %d: %v, %v", i+1, already, err)
		}
	}
	c := w.first(InFlagged)
	if c.Case.Flags != 1 || len(c.Flags) != 1 || c.Flags[0].Words != "words" || c.Flags[0].Revision != 1 {
		t.Errorf("the case has %d flags: %+v", c.Case.Flags, c.Flags)
	}
	w.decides(w.Mo, c, choose(c, Keep))
	_, err := again("")
	want(t, "the same again", err, "fault.flag_decided")
	_, err = again("words")
	want(t, "in the same words", err, "fault.flag_decided")
	if already, err := again("It goes on"); err != nil || already {
		t.Errorf("in new words: %v %v", already, err)
	}
	c = w.first(InFlagged)
	w.decides(w.Mo, c, choose(c, Keep))
	w.edit(w.Ann, p, "Worse words")
	if already, err := again(""); err != nil || already {
		t.Errorf("after it was changed: %v %v", already, err)
	}
	if got := w.outcomes(w.Ben.Name.ID); got != "kept kept" {
		t.Errorf("ben heard %q", got)
	}
}

// Many people flag one thing at once, and it is one case.
func TestFlagTogether(t *testing.T) {
	w := newTown(t)
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
	var crowd sync.WaitGroup
	for _, who := range []account.Account{w.Ben, w.Cat, w.May, w.Ola, w.Ben, w.Cat, w.Mo, w.Dan} {
		crowd.Go(func() {
			if _, err := w.Flag(t.Context(), who, Target{OnPost, p.PID}, ConductDoor, Unkind, ""); err != nil {
				t.Error(err)
			}
		})
	}
	crowd.Wait()
	if c := w.first(InFlagged); c.Case.Flags != 6 || w.count(`SELECT COUNT(*) FROM flag_case`) != 1 {
		t.Errorf("%d flags in %d cases", c.Case.Flags, w.count(`SELECT COUNT(*) FROM flag_case`))
	}
}

// The gravest of its flags says where a case stands, never how many there are.
func TestQueueIsByHarm(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	thread := w.opens(w.Ann, "Words", "")
	var order []string
	for _, kind := range []FlagKind{Other, Spam, Unkind, Identifies, Underage} {
		p := w.answers(w.Ann, thread, "Words "+string(kind))
		must(w.Flag(ctx, w.Ben, Target{OnPost, p.PID}, ConductDoor, kind, "x"))(t)
		order = append([]string{string(kind)}, order...)
		w.pass(1)
	}
	page := must(w.Desk.Queue(ctx, w.Mo, InFlagged, Filter{}, ""))(t)
	for i, c := range page.Cases {
		if string(c.Kind) != order[i] {
			t.Errorf("case %d is %s, want %s", i, c.Kind, order[i])
		}
	}
	last := page.Cases[len(page.Cases)-1]
	target := w.post(forum.PostID(last.target))
	must(w.Flag(ctx, w.Cat, Target{OnPost, target.PID}, ConductDoor, Harm, ""))(t)
	c := must(w.Case(ctx, w.Mo, last.PID))(t)
	if c.Kind != Harm || c.Harm != harms[Harm] || c.Version != last.Version+1 {
		t.Errorf("it is %s, %d, version %d", c.Kind, c.Harm, c.Version)
	}
	must(w.Flag(ctx, w.Dan, Target{OnPost, target.PID}, ConductDoor, Spam, ""))(t)
	if c = must(w.Case(ctx, w.Mo, last.PID))(t); c.Kind != Harm {
		t.Errorf("a lesser flag made it %s", c.Kind)
	}
}

// Three members fold a post, and nothing else is folded by a number.
func TestFold(t *testing.T) {
	const sign = "I do not want to live any more, I wish I would not wake up"
	for _, tc := range []struct {
		what   string
		by     func(w *town) account.Account
		words  string
		door   Door
		kind   FlagKind
		before func(w *town, p forum.Post)
		folds  bool
	}{
		{what: "unkind words", folds: true},
		{what: "worry", door: CareDoor, kind: Worried},
		{what: "a moderator's", by: func(w *town) account.Account { return w.May }},
		{what: "an operator's", by: func(w *town) account.Account { return w.Ola }},
		{what: "somebody's in distress", words: sign},
		{what: "somebody's who is looked after", before: func(w *town, p forum.Post) {
			must(w.Flag(w.t.Context(), w.May, Target{OnPost, p.PID}, CareDoor, Worried, ""))(w.t)
		}},
		{what: "approved words", before: func(w *town, p forum.Post) {
			w.flag(w.Ola, p)
			c := w.first(InFlagged)
			w.decides(w.Mo, c, choose(c, Keep))
		}},
		{what: "approved words, changed since", folds: true, before: func(w *town, p forum.Post) {
			w.flag(w.Ola, p)
			c := w.first(InFlagged)
			w.decides(w.Mo, c, choose(c, Keep))
			w.edit(w.Ann, p, "Other words")
		}},
		{what: "flagged by newcomers", before: func(w *town, p forum.Post) { w.setStep(&w.Cat, account.New) }},
	} {
		w := newTown(t)
		author, words := w.Ann, "Some words"
		if tc.by != nil {
			author = tc.by(w)
		}
		if tc.words != "" {
			words = tc.words
		}
		if tc.door == "" {
			tc.door, tc.kind = ConductDoor, Unkind
		}
		p := w.answers(author, w.opens(w.Dan, "Words", ""), words)
		if tc.before != nil {
			tc.before(w, p)
		}
		for i, who := range []account.Account{w.Ben, w.Cat, w.Dan} {
			must(w.Flag(t.Context(), who, Target{OnPost, p.PID}, tc.door, tc.kind, ""))(t)
			if folded := w.post(p.ID).Folded(); folded != (tc.folds && i == 2) {
				t.Errorf("%s: folded %v after %d", tc.what, folded, i+1)
			}
		}
	}
}

// A flag that was answered stands again once that answer is undone, also when its owner
// has raised a newer one since.
func TestFlagStandsAgainAfterUndo(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
	on := Target{OnPost, p.PID}
	var first Decision
	for i, words := range []string{"one", "two"} {
		must(w.Flag(ctx, w.Ben, on, ConductDoor, Unkind, words))(t)
		c := w.first(InFlagged)
		if x := w.decides(w.Mo, c, choose(c, Keep)); i == 0 {
			first = x
		}
	}
	must(w.Undo(ctx, w.Mo, first.PID))(t)
	if out := must(w.Flag(ctx, w.Ben, on, ConductDoor, Unkind, "three"))(t); !out.Already {
		t.Error("two flags of ben stand")
	}
}
