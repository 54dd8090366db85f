package web

import (
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/moderation"
)

// What every page says of who is on duty follows the rota, also on the pages that
// are remembered for guests.
func TestDutyIsTrue(t *testing.T) {
	w := newTown(t)
	foot := func(says string) {
		t.Helper()
		if page := w.get("", "/"); !strings.Contains(page, says) {
			t.Errorf("a guest does not read %q", says)
		}
	}
	foot("No moderator is on duty just now.")
	w.does("mo", "/desk/shift", "It is on the rota.", "do", "plan", "day", "2026-11-03", "starts", "14:00", "hours", "2")
	foot("The next one comes Tuesday 3 November 2026, 2:00pm.")
	w.clock.pass(3 * time.Hour)
	foot("On duty now: mo until 4:00pm.")
	w.does("mo", "/desk/shift", "Your shift has ended.", "do", "end", "hand_over", "Two people wait for an answer.")
	foot("No moderator is on duty just now.")
	if page := w.get("ola", "/desk/shift"); !strings.Contains(page, "Two people wait for an answer.") {
		t.Error("whoever comes next does not read what was left for them")
	}
	w.does("mo", "/desk/shift", "It is on the rota.", "do", "here", "hours", "1")
	foot("On duty now: mo until 4:00pm.")
	w.clock.pass(time.Hour)
	foot("No moderator is on duty just now.")
}

// What was typed comes back with what to mend.
func TestShiftRefuses(t *testing.T) {
	w := newTown(t)
	for _, test := range []struct {
		says string
		form []string
	}{
		{"Choose a day and a time.", []string{"do", "plan", "day", "soon", "starts", "16:30"}},
		{"already over", []string{"do", "plan", "hours", "1", "starts", "08:00", "day", "2026-11-02"}},
		{"Choose a number from 1", []string{"do", "terms", "most", "lots"}},
		{"Choose for how long.", []string{"do", "here"}},
		{"letters too long", []string{"do", "end", "hand_over", strings.Repeat("a", 2010)}},
	} {
		if status, page := w.send("mo", "/desk/shift", test.form...); status != 422 || !strings.Contains(page, test.says) {
			t.Errorf("%q: %d without %q", test.form, status, test.says)
		} else if typed := test.form[len(test.form)-1]; !strings.Contains(page, typed) {
			t.Errorf("%q: what was typed is gone", test.form)
		}
	}
}

// Who goes home hands over all that they had picked up.
func TestEndingAShiftReleasesClaims(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	ctx := t.Context()
	_, err := w.Desk.Flag(ctx, w.people["ben"], moderation.Target{Kind: moderation.OnPost, PID: w.opening(thread)}, moderation.ConductDoor, moderation.Unkind, "")
	w.must(err)
	mo := w.people["mo"]
	mo.SecondFactor = true
	first := func() moderation.Case {
		t.Helper()
		page, err := w.Desk.Queue(ctx, mo, moderation.InFlagged, moderation.Filter{}, "")
		w.must(err)
		if len(page.Cases) != 1 {
			t.Fatalf("%d cases", len(page.Cases))
		}
		return page.Cases[0]
	}
	w.does("mo", "/desk/shift", "It is on the rota.", "do", "here", "hours", "1")
	w.must(w.Desk.Claim(ctx, mo, first().PID))
	if !first().Claimed(w.clock.now()) {
		t.Fatal("not claimed")
	}
	w.does("mo", "/desk/shift", "Your shift has ended.", "do", "end")
	if first().Claimed(w.clock.now()) {
		t.Error("still held by somebody who went home")
	}
}
