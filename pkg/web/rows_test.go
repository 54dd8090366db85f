package web

import (
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/forum"
)

// What a conversation touches on stands beside its title wherever it is listed, so
// that people can choose when to read it; also on the pages remembered for guests.
func TestRowsSayWhatAThreadTouchesOn(t *testing.T) {
	w := newTown(t)
	ctx, ann := t.Context(), w.people["ann"]
	_, err := w.Forum.AddLabel(ctx, w.people["ola"], "Money")
	w.must(err)
	thread, err := w.Forum.Open(ctx, ann, w.chemo.ID, forum.NewThread{Title: "A title", Words: "Words.", Note: "An emergency", Labels: []string{"money"}})
	w.must(err)
	opening := w.opening(thread)
	says := func(note string, lists ...string) {
		t.Helper()
		for _, path := range lists {
			for _, as := range []string{"", "ben"} {
				page := w.get(as, path)
				if !strings.Contains(page, ">Money<") || note != "" && !strings.Contains(page, "<p class=\"small\">Content note: "+note+"</p>") || note == "" && strings.Contains(page, "Content note") {
					t.Errorf("%s as %q does not say %q", path, as, note)
				}
			}
		}
	}
	says("An emergency", "/", "/waiting", "/b/chemotherapy", "/b/chemotherapy?order=newest")
	_, err = w.Forum.Edit(ctx, ann, opening, forum.Change{Revision: 1, Title: "A title", Words: "Words.", Note: "All was well"})
	w.must(err)
	says("All was well", "/", "/waiting", "/b/chemotherapy")
	w.reply("ben", opening, "An answer.")
	w.must(w.Forum.Pin(ctx, w.people["mo"], thread.PID))
	says("All was well", "/awake", "/b/chemotherapy")
	w.must(w.Forum.TakeBack(ctx, ann, opening))
	says("", "/awake", "/b/chemotherapy")
}
