package web

import (
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/screen"
)

// Before it is posted a text shows what the site would have put another way, and where
// help is when a filter asks for that; others show neither, and nothing is stopped.
func TestCheckShowsWhatFiltersSuggest(t *testing.T) {
	w := newTown(t)
	ctx, ola := t.Context(), w.people["ola"]
	for _, f := range []screen.Filter{
		{Pattern: "battle", Does: screen.DoesSuggest, Words: "Not everybody feels at war."},
		{Pattern: "cannot cope", Does: screen.DoesCard},
	} {
		_, err := w.Screen.AddFilter(ctx, ola, f)
		w.must(err)
	}
	thread := w.open("ben", w.chemo, "A question", "What helped you?")
	card := w.Words.Match("en").T("care_card.title")
	for words, want := range map[string][2]bool{
		"It is a long Battle for me.":          {true, false},
		"I cannot cope with this.":             {false, true},
		"Thank you, all of you. I rest a lot.": {false, false},
	} {
		_, page := w.send("ann", "/write/check", "kind", "reply", "post", w.opening(thread), "words", words, "do", "look", "key", words)
		says := mainOf(t, page)
		if got := [2]bool{strings.Contains(says, "Not everybody feels at war."), strings.Contains(says, card)}; got != want {
			t.Errorf("%q: suggested and card %v, want %v\n%s", words, got, want, says)
		}
		if strings.Contains(says, "Your post is up") {
			t.Error("it says that it is up, and it is not")
		}
	}
}

// What waits says until when it is read, where the rota promises so.
func TestHeldSaysUntilWhen(t *testing.T) {
	w := newTown(t)
	thread := w.open("ben", w.chemo, "A question", "What helped you?")
	w.step("ann", account.New)
	w.send("ann", postPath(w.opening(thread))+"/reply", "words", linked2, "key", "one", "do", "post")
	held, err := w.Forum.OwnHeld(t.Context(), w.people["ann"])
	w.must(err)
	path := heldPath(held[0].PID)
	if says := mainOf(t, w.get("ann", path)); strings.Contains(says, "will have read it by") || !strings.Contains(says, w.Words.Match("en").T("foot.duty_nobody")) {
		t.Errorf("with nobody on the rota: %s", says)
	}
	_, err = w.Rota.Plan(t.Context(), w.people["mo"], "", w.clock.now(), w.clock.now().Add(3*time.Hour))
	w.must(err)
	f := frame{Words: w.Words.Match("en").In(w.Site.Now().Zone)}
	by := held[0].HeldAt.Add(time.Duration(w.Site.Now().DeskHours) * time.Hour)
	if says := mainOf(t, w.get("ann", path)); !strings.Contains(says, "Someone will have read it by "+f.Moment(by)) {
		t.Errorf("with mo there: %s", says)
	}
	if h, err := w.Forum.Held(t.Context(), w.people["ann"], held[0].PID); err != nil || h.State != forum.Waiting {
		t.Errorf("%v", err)
	}
}
