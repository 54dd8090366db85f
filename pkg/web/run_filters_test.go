package web

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/screen"
)

func TestOperatorsLookAfterFilters(t *testing.T) {
	w := newTown(t)
	page := w.does("ola", "/run/filters/new", "miracle cure", "pattern", "miracle cure", "does", "refuse", "words", "We cannot promise a cure.", "note", "spam")
	if !strings.Contains(page, "We cannot promise a cure.") || !strings.Contains(page, "Added.") {
		t.Errorf("after adding:\n%s", mainOf(t, page))
	}
	path := regexp.MustCompile(`/run/filter/[0-9a-z]+`).FindString(page)

	// What is tried is shown and not kept.
	status, page := w.send("ola", path, "pattern", "wonder*", "does", "hold", "version", "1", "do", "try", "try", "It is wonderful, a Wonder")
	if status != http.StatusOK || !strings.Contains(page, "“wonderful”") || !strings.Contains(page, "“Wonder”") || !strings.Contains(page, `value="wonder*"`) {
		t.Errorf("tried: %d\n%s", status, mainOf(t, page))
	}
	if f, err := w.Screen.Filter(t.Context(), w.people["ola"], strings.TrimPrefix(path, "/run/filter/")); err != nil || f.Pattern != "miracle cure" || f.Version != 1 {
		t.Errorf("trying kept %+v, %v", f, err)
	}
	if status, page = w.send("ola", path, "pattern", "w*", "version", "1", "do", "try"); status != http.StatusUnprocessableEntity || !strings.Contains(page, "A star stands at the end") {
		t.Errorf("a bad pattern tried: %d\n%s", status, mainOf(t, page))
	}

	// Two operators have the form open.
	w.does("ola", path, "Saved.", "pattern", "miracle cure", "does", "hold", "version", "1")
	status, page = w.send("ola", path, "pattern", "magic cure", "does", "flag", "version", "1", "note", "mine")
	if status != http.StatusConflict || !strings.Contains(page, "This is what it says now") || !strings.Contains(page, `value="magic cure"`) || !strings.Contains(page, `name="version" value="2"`) {
		t.Errorf("over another's change: %d\n%s", status, mainOf(t, page))
	}
	w.does("ola", path, "magic cure", "pattern", "magic cure", "does", "flag", "version", "2", "note", "mine")
	w.does("ola", path, "Not looked for", "do", "archive", "version", "3")
	if w.Screen.InUse() != 0 {
		t.Error("it is still looked for")
	}
	if page = w.does("ola", path, "magic cure", "do", "put_back", "version", "4"); strings.Contains(page, "Not looked for") || w.Screen.InUse() != 1 {
		t.Error("it is not looked for again")
	}
}

// The list is read by its keys, however long it is.
func TestFiltersPages(t *testing.T) {
	w := newTown(t)
	for range filtersAtOnce + 1 {
		if _, err := w.Screen.AddFilter(t.Context(), w.people["ola"], screen.Filter{Pattern: "word", Does: screen.DoesFlag}); err != nil {
			t.Fatal(err)
		}
	}
	page := w.get("ola", "/run/filters")
	older := regexp.MustCompile(`/run/filters\?from=\d+`).FindString(page)
	if n := strings.Count(page, `id="f-`); n != filtersAtOnce || older == "" {
		t.Fatalf("%d on the first page, older %q", n, older)
	}
	if n := strings.Count(w.get("ola", older), `id="f-`); n != 1 {
		t.Errorf("%d on the second page", n)
	}
}
