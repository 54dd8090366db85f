package web

import (
	"html/template"
	"net/http"
	"strings"
	"testing"
)

// What holds a muted word is folded for whoever muted it, in threads and in lists, and
// for nobody else; their own words never are.
func TestMutedWords(t *testing.T) {
	w := newTown(t)
	thread := w.open("ben", w.chemo, "After the scanxiety", "Some plain words")
	w.reply("ben", w.opening(thread), "My SCANXIETY was **scan**xiety number two")
	w.reply("ann", w.opening(thread), "I had a scanxiety as well")
	w.reply("ben", w.opening(thread), "Only kind words")
	fold := w.Words.Match("en").T("post.folded.muted")
	folds := func(as, path string) int { return strings.Count(w.get(as, path), fold) }
	places := []string{threadPath(thread.PID), boardPath(w.chemo.Slug), "/awake"}
	for _, path := range places {
		if n := folds("ann", path); n != 0 {
			t.Errorf("%s: %d folded before anything was muted", path, n)
		}
	}
	w.does("ann", "/you/muted", "Scanxiety", "words", "  Scanxiety ")
	for i, want := range []int{2, 1, 1} { // the opening for its title, and one reply; her own stands
		if n := folds("ann", places[i]); n != want {
			t.Errorf("%s: %d folded, want %d", places[i], n, want)
		}
		for _, as := range []string{"", "ben", "mo"} {
			if n := folds(as, places[i]); n != 0 {
				t.Errorf("%s: %d folded for %q", places[i], n, as)
			}
		}
	}
	if page := w.get("ann", threadPath(thread.PID)); !strings.Contains(page, "number two") || !strings.Contains(page, "After the scanxiety") {
		t.Error("what is folded cannot be opened")
	}
	for _, as := range []string{"ben", "ola"} {
		if strings.Contains(strings.ToLower(mainOf(t, w.get(as, "/you/muted"))), "scanxiety") {
			t.Errorf("%s reads what ann muted", as)
		}
	}
	if status, page := w.send("ann", "/you/muted", "words", strings.Repeat("long ", 20)); status != http.StatusUnprocessableEntity || !strings.Contains(page, "long long") {
		t.Errorf("too long: %d", status)
	}
	w.does("ann", "/you/muted", "You have not muted any words", "unmute", "Scanxiety")
	for _, path := range places {
		if n := folds("ann", path); n != 0 {
			t.Errorf("%s: %d folded after it was taken back", path, n)
		}
	}
}

// The short version and the ending of a thread are folded along with its opening.
func TestMutedAroundAnOpening(t *testing.T) {
	w := newTown(t)
	thread := w.open("ben", w.chemo, "A title", "Some plain words")
	w.must(w.Forum.SetEnding(t.Context(), w.people["ben"], thread.PID, "It came back: canaryend, a relapse"))
	w.must(w.Accounts.Mute(t.Context(), w.people["ann"], "relapse"))
	page := w.get("ann", threadPath(thread.PID))
	before, after, folded := strings.Cut(page, "<details class=\"noted folded\">")
	if inside, _, _ := strings.Cut(after, "</details>"); !folded || strings.Contains(before, "canaryend") || !strings.Contains(inside, "canaryend") {
		t.Errorf("%s", mainOf(t, page))
	}
	if strings.Contains(w.get("", threadPath(thread.PID)), "noted folded") {
		t.Error("it is folded for a guest")
	}
}

func TestWordsIn(t *testing.T) {
	for html, want := range map[template.HTML]string{
		"<p>re<em>lap</em>se</p><p>two</p>": "relapse two",
		"<p>one<br>two &amp; three</p>":     "one two & three",
	} {
		if got := strings.Join(strings.Fields(wordsIn(html)), " "); got != want {
			t.Errorf("%s: %q", html, got)
		}
	}
}
