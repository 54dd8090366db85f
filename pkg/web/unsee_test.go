package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/forum"
)

// Somebody stops seeing another from that one's page, reads first what it does and does
// not do, and takes it back. The other reads a line that says neither who nor why; and
// whoever is not signed in reads everything.
func TestStopSeeingSomebody(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	thread := w.open("ann", w.chemo, "A question", "annwords")
	reply, err := w.Forum.Reply(ctx, w.people["ben"], w.opening(thread), forum.NewReply{Words: "benwords"})
	w.must(err)
	w.clock.pass(time.Second)
	quote, err := w.Forum.Quote(ctx, w.people["mo"], reply.PID, "")
	w.must(err)
	_, err = w.Forum.Reply(ctx, w.people["mo"], reply.PID, forum.NewReply{Words: quote.String() + "\n\nmowords"})
	w.must(err)
	path := personPath(w.people["ben"].Name.PID)
	if !strings.Contains(w.get("ann", threadPath(thread.PID)), path+"/unsee") || !strings.Contains(w.get("ann", path), path+"/unsee") {
		t.Error("there is no way to the page")
	}
	if strings.Contains(w.get("ben", path), path+"/unsee") {
		t.Error("ben is asked whether to stop seeing himself")
	}
	if says := mainOf(t, w.get("ann", path+"/unsee")); !strings.Contains(says, "not signed in still sees") || !strings.Contains(says, "Nobody is told") {
		t.Errorf("it does not say what it does: %s", says)
	}
	w.does("ann", path+"/unsee", "See them again")

	everywhere := func() []string {
		return []string{threadPath(thread.PID), threadPath(thread.PID) + "?order=flat", threadPath(thread.PID) + "?order=one&from=" + reply.PID,
			threadPath(thread.PID) + "/print", threadPath(thread.PID) + "/from/" + reply.PID, postPath(reply.PID) + "/reply"}
	}
	for _, at := range everywhere() {
		if page := mainOf(t, w.get("ann", at)); strings.Contains(page, "benwords") || strings.Contains(page, ">ben<") || strings.Contains(page, " ben") || !strings.Contains(page, "post you chose not to see") {
			t.Errorf("ann reads at %s: %s", at, page)
		}
	}
	for _, as := range []string{"", "mo", "ola"} { // after ann, so that nothing remembered for her is theirs
		for _, at := range everywhere() {
			if page := mainOf(t, w.get(as, at)); !strings.Contains(page, "benwords") || strings.Contains(page, "chose not to see") {
				t.Errorf("%q reads at %s: %s", as, at, page)
			}
		}
	}
	page := mainOf(t, w.get("ben", threadPath(thread.PID)))
	if strings.Contains(page, "annwords") || strings.Contains(page, "A question") || strings.Contains(page, "ann<") || !strings.Contains(page, "This post is not shown to you") || !strings.Contains(page, "benwords") {
		t.Errorf("ben reads %s", page)
	}
	if strings.Contains(page, "/you/unseen") || strings.Contains(w.get("ben", personPath(w.people["ann"].Name.PID)), "not shown") {
		t.Error("ben is told who")
	}
	for _, at := range []string{boardPath(w.chemo.Slug), "/awake"} {
		if strings.Contains(w.get("ben", at), thread.PID) || !strings.Contains(w.get("mo", at), thread.PID) || !strings.Contains(w.get("", at), thread.PID) {
			t.Errorf("the list at %s is not right", at)
		}
	}
	if out := w.ask(asking{as: "ben", method: "POST", path: postPath(w.opening(thread)) + "/reply", form: map[string][]string{"words": {"benagain"}, "key": {"one"}, "do": {"post"}}}); out.Code != http.StatusSeeOther {
		t.Errorf("ben answers: %d", out.Code)
	}
	if strings.Contains(w.get("ann", threadPath(thread.PID)), "benagain") {
		t.Error("what he answers reaches her")
	}

	w.does("ann", "/you/unseen", "There is nobody you chose not to see", "name", w.people["ben"].Name.PID)
	if page := w.get("ann", threadPath(thread.PID)); !strings.Contains(page, "benwords") || strings.Count(page, "benwords") < 2 {
		t.Error("she does not see him and what was quoted of him again")
	}
	if !strings.Contains(w.get("ben", threadPath(thread.PID)), "annwords") {
		t.Error("he does not see her again")
	}
}
