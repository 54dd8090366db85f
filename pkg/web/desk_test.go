package web

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
)

// flagged has ben flag a post, and returns the path of the case.
func (w *town) flagged(post string, kind moderation.FlagKind, words string) string {
	w.t.Helper()
	_, err := w.Desk.Flag(w.t.Context(), w.people["ben"], moderation.Target{Kind: moderation.OnPost, PID: post}, moderation.ConductDoor, kind, words)
	w.must(err)
	return w.firstCase(moderation.InFlagged)
}

// worried has ben worry about whoever wrote a post.
func (w *town) worried(post, words string) string {
	w.t.Helper()
	_, err := w.Desk.Flag(w.t.Context(), w.people["ben"], moderation.Target{Kind: moderation.OnPost, PID: post}, moderation.CareDoor, moderation.Worried, words)
	w.must(err)
	return w.firstCase(moderation.InCare)
}

// firstCase is the path of the case that stands first in a queue.
func (w *town) firstCase(q moderation.Queue) string {
	w.t.Helper()
	c, ok, err := w.Desk.Oldest(w.t.Context(), w.people["ola"], q)
	w.must(err)
	if !ok {
		w.t.Fatalf("nothing in %s", q)
	}
	return casePath(c.PID)
}

// formOf reads the hidden fields of the form on a page that goes to an address.
func (w *town) formOf(as, path, action string) url.Values {
	w.t.Helper()
	page := w.get(as, path)
	doc, err := html.Parse(strings.NewReader(page))
	w.must(err)
	for n := range doc.Descendants() {
		if n.Data == "form" && attr(n, "action") == action {
			return fieldsOf(n)
		}
	}
	w.t.Fatalf("%s has no form for %s\n%s", path, action, mainOf(w.t, page))
	return nil
}

// decides fills in the form that a moderator has open, and returns what follows.
func (w *town) decides(as string, form url.Values, path string, pairs ...string) (int, string) {
	w.t.Helper()
	all := []string{"key", form.Get("key"), "version", form.Get("version"), "revision", form.Get("revision"), "do", "decide"}
	return w.send(as, path+"/decide", append(all, pairs...)...)
}

// What waits stands in its lane, in words, for those who look after it and nobody else.
func TestDeskShowsWhatWaits(t *testing.T) {
	w := newTown(t)
	w.lookAfter("pat", w.quiet)
	w.settle("wes", account.Welcomer)
	post := w.opening(w.open("ann", w.chemo, "First chemo", "What do you wish you had known?"))
	path := w.flagged(post, moderation.Harm, "He tells people to stop.")
	page := mainOf(t, w.get("mo", "/desk"))
	for _, says := range []string{"Could hurt someone’s health", "1 is waiting", "1 member asked", "All within our promise: 24 hours."} {
		if !strings.Contains(page, says) {
			t.Errorf("the desk does not say %q:\n%s", says, page)
		}
	}
	w.clock.pass(25 * time.Hour)
	if page := mainOf(t, w.get("mo", "/desk")); !strings.Contains(page, "1 is past our promise of 24 hours. It is not your fault.") || !strings.Contains(page, "Past our promise") {
		t.Error(page)
	}
	if page := mainOf(t, w.get("pat", "/desk")); strings.Contains(page, "Could hurt") {
		t.Error("a moderator of another board sees it", page)
	}
	for _, test := range []struct {
		as, path string
		want     int
	}{
		{"ann", "/desk", 404}, {"wes", "/desk", 404}, {"wes", "/desk/queue/flagged", 404}, {"wes", "/desk/queue/unanswered", 200}, {"wes", path, 404},
		{"pat", path, 404}, {"mo", path, 200}, {"ola", path, 200}, {"mo", "/desk/queue/nothing", 404}, {"pat", "/desk/queue/flagged", 200}, {"mo", "/desk/queue/flagged?from=x", 404},
		{"mo", "/desk/queue/flagged?board=" + w.quiet.Slug, 200}, {"ann", "/desk/queue/unanswered", 404},
	} {
		if got := w.ask(asking{as: test.as, path: test.path}).Code; got != test.want {
			t.Errorf("%s as %s: %d, want %d", test.path, test.as, got, test.want)
		}
	}
	for query, there := range map[string]bool{"?kind=harm": true, "?kind=spam": false, "?age=24": true, "?age=72": false, "?mine=yes": false, "?free=yes": true, "?board=" + w.chemo.Slug: true, "?board=" + w.quiet.Slug: false} {
		if page := mainOf(t, w.get("mo", "/desk/queue/flagged"+query)); strings.Contains(page, "1 member asked") != there {
			t.Errorf("%s shows %s", query, page)
		}
	}
}

// Everything to decide stands on one page, and nothing of who asked.
func TestCaseShowsAllAndNobody(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo", "My number is 020 7946 0018. What do you wish you had known?")
	path := w.flagged(w.opening(thread), moderation.Identifies, "There is a number in it.")
	page := w.get("mo", path)
	says := mainOf(t, page)
	for _, want := range []string{"Says who someone is", "There is a number in it.", "One member", "About ann", "What is to happen?", "First chemo", "Take out a passage", "No private details"} {
		if !strings.Contains(says, want) {
			t.Errorf("the case does not say %q:\n%s", want, says)
		}
	}
	if !strings.Contains(page, "<mark>020 7946 0018</mark>") {
		t.Error("the number is not marked")
	}
	if strings.Contains(says, "ben") {
		t.Error("the case says who asked")
	}
	if found := regexp.MustCompile(`\b(?:desk|case|fault|said|screen)\.[a-z_]+[a-z_.-]*`).FindAllString(says, -1); len(found) > 0 {
		t.Errorf("it shows %v", found)
	}
}

// A claim is seen by others and stops nobody.
func TestClaimWarns(t *testing.T) {
	w := newTown(t)
	path := w.flagged(w.opening(w.open("ann", w.chemo, "Title", "Words.")), moderation.Unkind, "")
	w.does("mo", path+"/claim", "Yours until 12:30pm")
	if page := mainOf(t, w.get("ola", path)); !strings.Contains(page, "With mo until 12:30pm") {
		t.Error(page)
	}
	form := w.formOf("ola", path, path+"/decide")
	if status, page := w.decides("ola", form, path, "verdict", "keep"); status != http.StatusSeeOther || !strings.Contains(page, "You can undo this until") {
		t.Fatalf("%d %s", status, mainOf(t, page))
	}
	path = w.flagged(w.opening(w.open("ann", w.chemo, "Another", "Words.")), moderation.Unkind, "")
	w.does("mo", path+"/claim", "Yours until")
	w.does("mo", path+"/release", "It is free for somebody else.")
	w.does("mo", path+"/note", "Too close to home today.", "note", "Too close to home today.")
	w.does("mo", path+"/second", "A second opinion is asked for.", "note", "I lean towards keeping it.")
	w.does("mo", path+"/hand-over", "It is handed over.", "to", w.people["ola"].Name.PID, "note", "Over to you.")
	if page := mainOf(t, w.get("ola", path)); !strings.Contains(page, "Over to you.") || !strings.Contains(page, "Yours until") {
		t.Error(page)
	}
	for _, test := range []struct{ do, says string }{{"note", "Write a few words"}, {"hand-over", "Choose"}} {
		if status, page := w.send("mo", path+"/"+test.do, "note", ""); status != http.StatusUnprocessableEntity || !strings.Contains(page, test.says) {
			t.Errorf("%s: %d %s", test.do, status, mainOf(t, page))
		}
	}
}

// Two moderators open the same case and both decide: the first decision holds, and of
// the second nothing is lost.
func TestTwoDecide(t *testing.T) {
	w := newTown(t)
	post := w.opening(w.open("ann", w.chemo, "Title", "Stop the chemo, all of you."))
	path := w.flagged(post, moderation.Harm, "")
	mo, ola := w.formOf("mo", path, path+"/decide"), w.formOf("ola", path, path+"/decide")
	if status, page := w.decides("mo", mo, path, "verdict", "remove", "reason", "harm", "message", "Hello ann, from mo."); status != http.StatusSeeOther || !strings.Contains(page, "Done.") {
		t.Fatalf("%d %s", status, mainOf(t, page))
	}
	status, page := w.decides("ola", ola, path, "verdict", "keep", "message", "My long and careful words.")
	says := mainOf(t, page)
	if status != http.StatusConflict || !strings.Contains(says, "Somebody else has decided this meanwhile.") || !strings.Contains(page, "My long and careful words.") || !strings.Contains(says, "mo, now: Take it down") {
		t.Fatalf("%d %s", status, says)
	}
	undo := w.formOf("ola", path, undoOf(page))
	w.does("ola", undoOf(page), "Undone.", "case", undo.Get("case"))
	if status, page := w.decides("ola", w.formOf("ola", path, path+"/decide"), path, "verdict", "keep"); status != http.StatusSeeOther || !strings.Contains(page, "Keep it up: decided by ola") {
		t.Errorf("%d %s", status, mainOf(t, page))
	}
}

// undoOf is where the page's button to undo goes to.
func undoOf(page string) string {
	return regexp.MustCompile(`/desk/decisions/[0-9a-z]+/undo`).FindString(page)
}

// When its author changes a post under a moderator, the page shows what is different.
func TestAuthorChangesMeanwhile(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "Title", "Words.")
	reply := w.reply("ben", w.opening(thread), "Stop the chemo today.")
	_, err := w.Desk.Flag(t.Context(), w.people["ann"], moderation.Target{Kind: moderation.OnPost, PID: reply.PID}, moderation.ConductDoor, moderation.Harm, "")
	w.must(err)
	path := w.firstCase(moderation.InFlagged)
	form := w.formOf("mo", path, path+"/decide")
	_, err = w.Forum.Edit(t.Context(), w.people["ben"], reply.PID, forum.Change{Revision: 1, Words: "We stopped the chemo in June."})
	w.must(err)
	status, page := w.decides("mo", form, path, "verdict", "remove", "reason", "harm", "message", "Hello ben.")
	says := mainOf(t, page)
	if status != http.StatusConflict || !strings.Contains(says, "changed the words") || !strings.Contains(page, "<ins>") || !strings.Contains(page, "Hello ben.") {
		t.Fatalf("%d %s", status, says)
	}
}
