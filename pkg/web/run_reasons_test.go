package web

import (
	"net/http"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/moderation"
)

// An operator writes a reason, in one language or more; moderators are offered it at
// once, in the words it has now, and no more when it is archived.
func TestWrittenReasons(t *testing.T) {
	w := newTown(t)
	path := w.flagged(w.opening(w.open("ann", w.chemo, "Title", "Words.")), moderation.Unkind, "")
	offered := func(words string) bool { return strings.Contains(w.get("mo", path), words) }
	if !strings.Contains(w.get("ola", "/run"), "/run/reasons") {
		t.Error("nothing leads to it")
	}
	status, page := w.send("ola", "/run/reasons/new", "slug", "Not So", "title-en", "Too long a thread", "verdicts", "lock")
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "Too long a thread") {
		t.Errorf("a slug that is none: %d, or what was typed is gone", status)
	}
	w.does("ola", "/run/reasons/new", "Too long a thread", "slug", "too-long", "title-en", "Too long a thread", "title-es", "Demasiado larga",
		"agreement-en", "Answer what was asked.", "message-en", "Shall we begin a new one?", "verdicts", "lock")
	if !offered("Too long a thread") {
		t.Error("it is not offered")
	}
	version := w.formOf("ola", "/run/reason/too-long", "/run/reason/too-long").Get("version")
	w.does("ola", "/run/reason/too-long", "Saved.", "version", version, "title-en", "Let it rest", "verdicts", "lock")
	status, page = w.send("ola", "/run/reason/too-long", "version", version, "title-en", "Another wording", "verdicts", "lock")
	if status != http.StatusConflict || !strings.Contains(page, "Another wording") || offered("Another wording") {
		t.Errorf("from what was changed meanwhile: %d", status)
	}
	form := w.formOf("ola", "/run/reason/too-long", "/run/reason/too-long")
	w.does("ola", "/run/reason/too-long", "Not offered", "version", form.Get("version"), "do", "archive")
	if offered("Let it rest") {
		t.Error("it is offered still")
	}
	for _, as := range []string{"", "ann", "mo"} {
		if status, _ := w.send(as, "/run/reason/too-long", "title-en", "Mine", "verdicts", "lock"); status != http.StatusNotFound {
			t.Errorf("%q: %d", as, status)
		}
	}
}
