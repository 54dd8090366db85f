package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

// Only a program is taken for one: somebody who types, pastes, looks first, comes back
// to a draft, or fills in a form that knows nothing of when it was made, is not.
func TestFormsThatComeBackTooFast(t *testing.T) {
	w := newTown(t)
	const key, words = "a form's key", "Twenty letters and some more."
	at := func(before time.Duration) string {
		w.clock.pass(-before)
		made := w.madeNow(key)
		w.clock.pass(before)
		return made
	}
	whole := writing{Made: at(time.Second)}
	whole.FormKey, whole.Words = key, words
	for _, test := range []struct {
		name string
		is   func(*writing)
		fast bool
	}{
		{"within a second", func(*writing) {}, true},
		{"after three", func(f *writing) { f.Made = at(3 * time.Second) }, false},
		{"from the future", func(f *writing) { f.Made = at(-time.Minute) }, false},
		{"two words", func(f *writing) { f.Words = "Thank you" }, false},
		{"a draft that was restored", func(f *writing) { *f = drafted(forum.Draft{PID: "0123456789abc", Fields: f.Fields}) }, false},
		{"a form that came with words", func(f *writing) { f.Made = "" }, false},
		{"another form's", func(f *writing) { f.FormKey = "another key" }, false},
		{"made up", func(f *writing) { f.Made = "bm90IHNlYWxlZA" }, false},
	} {
		form := whole
		test.is(&form)
		if got := w.fast(form); got != test.fast {
			t.Errorf("%s: fast is %v", test.name, got)
		}
	}
}

// A newcomer's form that a program filled in waits; the same words, typed, do not. The
// trap is in no form that a reader, a keyboard or a screen reader would come to.
func TestProgramsWait(t *testing.T) {
	w := newTown(t)
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `UPDATE account SET step = 'new' WHERE id = $1`, w.people["ann"].ID)
		return err
	})
	site, thread := w.serve(), w.open("ben", w.chemo, "First chemo", "It starts on Thursday.")
	path := "/p/" + w.opening(thread) + "/reply"
	for _, test := range []struct {
		name  string
		takes time.Duration
		pairs []string
		waits bool
	}{
		{"typed", time.Minute, nil, false},
		{"at once", 0, nil, true},
		{"into the trap", time.Minute, []string{trapField, "Hello"}, true},
	} {
		v := w.visit(site, "ann")
		v.goTo(path)
		if made := v.field("made"); made == "" || !strings.Contains(v.body, `name="subject" tabindex="-1" autocomplete="off"`) {
			t.Fatalf("the form does not say when it was made, or has no trap")
		}
		w.clock.pass(test.takes)
		words := "I had mine in May and took a blanket, " + test.name + "."
		v.press("Look before you post", append([]string{"words", words}, test.pairs...)...)
		v.press("Post it", test.pairs...)
		shown := w.ask(asking{as: "ben", path: threadPath(thread.PID)})
		if stands := strings.Contains(shown.Body.String(), words); shown.Code != http.StatusOK || stands == test.waits {
			t.Errorf("%s: %d, stands %v\n%s", test.name, shown.Code, stands, mainOf(t, v.body))
		}
		w.clock.pass(time.Hour)
	}
}
