package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/forum"
)

func id(b forum.Board) string { return strconv.FormatInt(int64(b.ID), 10) }

// boardFields is the form of a board, as its page fills it in.
func boardFields(b forum.Board, change ...string) []string {
	pattern, cloth, _ := strings.Cut(b.Patch, " ")
	fields := map[string]string{"title": b.Title, "category": string(b.Category), "purpose": b.Purpose, "audience": string(b.Audience), "opens": string(b.Opens), "pattern": pattern, "cloth": cloth}
	for i := 0; i+1 < len(change); i += 2 {
		fields[change[i]] = change[i+1]
	}
	var pairs []string
	for name, value := range fields {
		pairs = append(pairs, name, value)
	}
	return pairs
}

// What an operator changes of a board is seen at once by guests, whose pages are
// remembered.
func TestBoardChangesAreSeenAtOnce(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo", "canary")
	guest := func(path string) string { return w.ask(asking{path: path}).Body.String() }
	for _, path := range []string{"/", "/b/chemotherapy", "/t/" + thread.PID} {
		guest(path) // remembered from here on
	}
	w.does("ola", "/run/board/chemotherapy", "Saved.", boardFields(w.chemo, "title", "Chemo days", "safety", "Ring your ward.")...)
	for path, want := range map[string]string{"/": "Chemo days", "/b/chemotherapy": "Chemo days", "/t/" + thread.PID: "Ring your ward."} {
		if !strings.Contains(guest(path), want) {
			t.Errorf("%s lacks %q", path, want)
		}
	}
	w.does("ola", "/run/boards/new", "Surgery", "title", "Surgery", "category", "medical", "purpose", "Wounds and scars.", "audience", "public", "opens", "members", "pattern", "q-gem", "cloth", "moss")
	if home := guest("/"); strings.Index(home, "Surgery") < strings.Index(home, "Chemo days") {
		t.Error("a new board does not stand last")
	}
	w.does("ola", "/run/boards", "Saved in the new order.", "board", "surgery", "do", "up")
	if home := guest("/"); strings.Index(home, "Surgery") > strings.Index(home, "Chemo days") {
		t.Error("guests see the old order")
	}
	w.does("ola", "/run/board/surgery", "The board is closed.", "do", "archive")
	if !strings.Contains(guest("/"), "For reading only") {
		t.Error("guests do not see that it is closed")
	}
	w.does("ola", "/run/board/surgery", "The board is open again.", "do", "open")
	if strings.Contains(guest("/"), "For reading only") {
		t.Error("guests do not see that it is open again")
	}
	want := "board.reopened board.archived board.ordered board.added board.changed"
	if acts := strings.Join(w.recorded(), " "); acts != want {
		t.Errorf("written down: %s", acts)
	}
}

// Closing a board to guests closes what stands on it, so it is asked for twice; to
// open it again opens nothing that was written before.
func TestNarrowingIsAskedTwice(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo", "canary")
	path := "/t/" + thread.PID
	w.get("", path)
	status, page := w.send("ola", "/run/board/chemotherapy", boardFields(w.chemo, "audience", "members")...)
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "1 conversation on this board can be read by anyone.") || !strings.Contains(page, `id="sure"`) || !strings.Contains(page, `value="members" checked`) {
		t.Errorf("%d %s", status, mainOf(t, page))
	}
	w.get("", path)
	w.does("ola", "/run/board/chemotherapy", "Saved.", boardFields(w.chemo, "audience", "members", "sure", "yes")...)
	hidden, missing := w.ask(asking{path: path}), w.ask(asking{path: "/t/0123456789abc"})
	if hidden.Code != http.StatusNotFound || hidden.Body.String() != missing.Body.String() {
		t.Errorf("a guest still reads: %d", hidden.Code)
	}
	w.does("ola", "/run/board/chemotherapy", "Saved.", boardFields(w.chemo)...)
	if got := w.ask(asking{path: path}).Code; got != http.StatusNotFound {
		t.Errorf("it opened again: %d", got)
	}
}

func TestMergingBoards(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo", "canary")
	says := mainOf(t, w.get("ola", "/run/board/chemotherapy/merge"))
	if strings.Contains(says, "What will happen") {
		t.Error(says)
	}
	says = mainOf(t, w.get("ola", "/run/board/chemotherapy/merge?into="+w.quiet.Slug))
	for _, want := range []string{"1 conversation moves to How you are feeling.", "1 conversation that anyone can read now will be for members, for good.", "The address of Chemotherapy will lead to How you are feeling."} {
		if !strings.Contains(says, want) {
			t.Errorf("does not say %q: %s", want, says)
		}
	}
	if len(w.recorded()) != 0 {
		t.Error("looking did something")
	}
	w.does("ola", "/run/board/chemotherapy/merge", "The boards are merged.", "into", w.quiet.Slug)
	if out := w.ask(asking{path: "/b/chemotherapy"}); out.Header().Get("Location") != "/b/"+w.quiet.Slug {
		t.Errorf("its address leads to %q", out.Header().Get("Location"))
	}
	if w.ask(asking{path: "/t/" + thread.PID}).Code != http.StatusNotFound || !strings.Contains(w.get("ben", "/t/"+thread.PID), "canary") {
		t.Error("the thread is for the wrong people")
	}
	for _, path := range []string{"/run/board/chemotherapy", "/run/board/chemotherapy/merge"} {
		if got := w.ask(asking{as: "ola", path: path}).Code; got != http.StatusNotFound {
			t.Errorf("%s of what was merged: %d", path, got)
		}
	}
	if out := w.ask(asking{as: "ola", path: "/run/board/" + w.quiet.Slug + "/merge?into=chemotherapy"}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("into what was merged: %d", out.Code)
	}
}

func TestLabelsOfOperators(t *testing.T) {
	w := newTown(t)
	w.does("ola", "/run/labels", "Added.", "do", "add", "title", "recurrence")
	w.does("ola", "/run/labels", "Added.", "do", "add", "title", "money")
	thread := w.open("ann", w.chemo, "First chemo", "Words.")
	w.must(w.Forum.SetLabels(t.Context(), w.people["ann"], thread.PID, []string{"money"}))
	path := "/t/" + thread.PID
	if !strings.Contains(w.get("", path), "Touches on: money") {
		t.Fatal("no label")
	}
	w.does("ola", "/run/labels", "Saved.", "do", "rename", "label", "money", "title", "money worries")
	if !strings.Contains(w.get("", path), "Touches on: money worries") {
		t.Error("a guest reads the old words")
	}
	status, page := w.send("ola", "/run/labels", "do", "rename", "label", "money", "title", "")
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "Write the label.") {
		t.Errorf("no words: %d", status)
	}
	page = w.does("ola", "/run/labels", "Saved in the new order.", "do", "up", "label", "money")
	if strings.Index(page, `id="l-money"`) > strings.Index(page, `id="l-recurrence"`) {
		t.Error("the old order")
	}
	w.does("ola", "/run/labels", "no longer offered", "do", "archive", "label", "money")
	if !strings.Contains(w.get("", path), "Touches on: money worries") {
		t.Error("the label is gone from where it was")
	}
	w.does("ola", "/run/labels", "offered again", "do", "offer", "label", "money")
	if out := w.ask(asking{as: "ola", method: "POST", path: "/run/labels", form: url.Values{"do": {"archive"}, "label": {"none"}}}); out.Code != http.StatusNotFound {
		t.Errorf("a label that is not there: %d", out.Code)
	}
}

func TestHelplinesOfOperators(t *testing.T) {
	w := newTown(t)
	for _, title := range []string{"One", "Two"} {
		w.does("ola", "/run/helplines/new", title, "kind", "now", "title", title, "phone", "116 123")
	}
	one := w.Site.Now().Helplines[0]
	w.does("ola", "/run/helplines", "Saved in the new order.", "helpline", one.PID, "do", "down")
	if help := w.get("", "/help-now"); strings.Index(help, "One") < strings.Index(help, "Two") {
		t.Error("guests see the old order")
	}
	w.does("ola", "/run/helpline/"+one.PID, "Three", "kind", "grief", "title", "Three", "phone", "116 999")
	if help := w.get("", "/help-now"); !strings.Contains(help, "116 999") {
		t.Error("guests see the old number")
	}
	w.does("ola", "/run/helpline/"+one.PID, "Taken off the list.", "do", "remove")
	if help := w.get("", "/help-now"); strings.Contains(help, "Three") {
		t.Error("guests still see it")
	}
}
