package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

const (
	linked2 = "have a look at https://pills.example/canaryhold now"
	despair = "I want to kill myself tonight, I have saved up all my pills to take them. Ring me on 07700 900142"
)

// step makes somebody newer or older here.
func (w *town) step(shown string, s account.Step) {
	w.t.Helper()
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(w.t.Context(), `UPDATE account SET step = $1 WHERE id = $2`, s, w.people[shown].ID)
		return err
	})
	w.signIn(shown)
}

// A newcomer's link waits: they read why, find it again, change it or take it back;
// to everybody else there is nothing anywhere.
func TestWhatWaitsHasAPage(t *testing.T) {
	w := newTown(t)
	thread := w.open("ben", w.chemo, "A question", "What helped you?")
	w.step("ann", account.New)
	at := postPath(w.opening(thread)) + "/reply"
	page := w.does("ann", at, "waiting for a moderator", "words", linked2, "key", "one", "do", "post")
	if says := mainOf(t, page); !strings.Contains(says, "There is a link in it") || !strings.Contains(says, "canaryhold") {
		t.Errorf("%s", says)
	}
	held, err := w.Forum.OwnHeld(t.Context(), w.people["ann"])
	w.must(err)
	path := heldPath(held[0].PID)
	for _, seen := range []string{threadPath(thread.PID), "/you", path} {
		if !strings.Contains(w.get("ann", seen), path) {
			t.Errorf("ann does not find it on %s", seen)
		}
	}
	w.get("mo", path)
	for _, as := range []string{"", "ben"} {
		for _, elsewhere := range []string{"/", boardPath(w.chemo.Slug), threadPath(thread.PID), threadPath(thread.PID) + "/print", "/awake", "/waiting"} {
			if page := w.get(as, elsewhere); strings.Contains(page, "canaryhold") || strings.Contains(page, path) {
				t.Errorf("%q reads of it on %s", as, elsewhere)
			}
		}
		if out := w.ask(asking{as: as, path: path}); out.Code == http.StatusOK || strings.Contains(out.Body.String(), "canaryhold") {
			t.Errorf("%q reads its page: %d", as, out.Code)
		}
	}
	w.does("ann", path, "canaryhold", "do", "change", "version", "1", "words", "really, "+linked2)
	if status, page := w.send("ann", path, "do", "change", "version", "1", "words", "plain canarytyped"); status != http.StatusConflict || !strings.Contains(page, "canarytyped") {
		t.Errorf("from another window: %d", status)
	}
	w.does("ann", path, "canaryplain", "do", "change", "version", "2", "words", "plain words, canaryplain")
	if !strings.Contains(w.get("", threadPath(thread.PID)), "canaryplain") {
		t.Error("with nothing left to wait for it is not posted")
	}
	w.does("ann", at, "waiting for a moderator", "words", linked2, "key", "two", "do", "post")
	held, err = w.Forum.OwnHeld(t.Context(), w.people["ann"])
	w.must(err)
	w.does("ann", heldPath(held[0].PID), "have a look at", "do", "withdraw")
}

// A post in distress is up at once, at any pace. Its author reads all of it and sees
// where help is until they close that; nobody else does.
func TestDistressOnItsPages(t *testing.T) {
	w := newTown(t)
	thread := w.open("ben", w.chemo, "A question", "What helped you?")
	w.step("ann", account.New)
	at := postPath(w.opening(thread)) + "/reply"
	for i := range 2 * mostNew {
		w.send("ann", at, "words", "plain words", "key", strings.Repeat("k", i+1), "do", "post")
	}
	page := w.does("ann", at, "07700 900142", "words", despair, "key", "cry", "do", "post")
	title := w.Words.Match("en").T("care_card.title")
	if !strings.Contains(mainOf(t, page), title) {
		t.Errorf("no card: %s", mainOf(t, page))
	}
	for _, as := range []string{"", "ben", "mo"} {
		page := w.get(as, threadPath(thread.PID))
		if strings.Contains(page, "900142") || strings.Contains(mainOf(t, page), title) || !strings.Contains(page, "a moderator will look at this part") {
			t.Errorf("%q reads %s", as, mainOf(t, page))
		}
	}
	if !strings.Contains(w.get("ann", threadPath(thread.PID)), "900142") || strings.Contains(w.get("", threadPath(thread.PID)), "900142") {
		t.Error("what one reads is remembered for another")
	}
	start := strings.Index(page, `/card"`)
	path := page[strings.LastIndex(page[:start], `"`)+1 : start+5]
	w.send("ben", path)
	if !strings.Contains(mainOf(t, w.get("ann", threadPath(thread.PID))), title) {
		t.Error("ben closed it")
	}
	w.send("ann", path)
	if strings.Contains(mainOf(t, w.get("ann", threadPath(thread.PID))), title) {
		t.Error("it stays when it was closed")
	}
}

// What is folded opens with one press and no script; a moderator's note stands under
// a post with its source; a detail that was taken out says so in the reader's words.
func TestGuardedPosts(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A question", "I am at Ward Honeysuckle and well.")
	post := w.opening(thread)
	before := w.get("", threadPath(thread.PID))
	if strings.Contains(before, "Show it anyway") || !strings.Contains(before, "Honeysuckle") {
		t.Fatal(mainOf(t, before))
	}
	w.tx(func(tx *db.Tx) error {
		ctx, id := t.Context(), w.postID(tx, post)
		if err := w.Forum.FoldIn(ctx, tx, id, forum.ByFlags); err != nil {
			return err
		}
		if _, err := w.Forum.NoteIn(ctx, tx, id, w.people["mo"].Name.ID, "Please ask your **team**.", "https://nhs.example/page"); err != nil {
			return err
		}
		_, err := w.Forum.RedactIn(ctx, tx, id, []string{"Ward Honeysuckle"}, w.clock.now().Add(time.Hour))
		return err
	})
	for _, as := range []string{"", "ann", "ben"} {
		page := w.get(as, threadPath(thread.PID))
		says := mainOf(t, page)
		for _, want := range []string{"Members have asked a moderator to look at this.", "Show it anyway", "detail removed for privacy", "Note from mo, a moderator", "nhs.example", "<b>", "<details class=\"noted folded\">"} {
			if !strings.Contains(says, want) && !strings.Contains(page, want) && !strings.Contains(page, strings.ReplaceAll(want, "<b>", "<strong>")) {
				t.Errorf("%q does not read %q: %s", as, want, says)
			}
		}
		if strings.Contains(page, "Honeysuckle") {
			t.Errorf("%q reads what was taken out", as)
		}
	}
}

func (w *town) postID(r db.Reader, pid string) forum.PostID {
	w.t.Helper()
	id, err := db.One(w.t.Context(), r, db.Value[forum.PostID], `SELECT id FROM post WHERE pid = $1`, pid)
	w.must(err)
	return id
}

// Somebody who is paused is told so, keeps their words and, when they need it, sees
// where help is; everybody else sees nothing of it.
func TestPausedOnItsPages(t *testing.T) {
	w := newTown(t)
	thread := w.open("ben", w.chemo, "A question", "What helped you?")
	w.tx(func(tx *db.Tx) error {
		return w.Accounts.PauseIn(t.Context(), tx, w.people["ann"].Name.ID, w.clock.now().Add(72*time.Hour), "decision")
	})
	w.signIn("ann")
	at := postPath(w.opening(thread)) + "/reply"
	status, page := w.send("ann", at, "words", despair, "key", "cry", "do", "post")
	says := mainOf(t, page)
	if status != http.StatusForbidden || !strings.Contains(says, "paused your posting until Friday 6 November 2026") || !strings.Contains(says, "900142") ||
		!strings.Contains(says, w.Words.Match("en").T("care_card.title")) {
		t.Errorf("%d %s", status, says)
	}
	if drafts, err := w.Forum.Drafts(t.Context(), w.people["ann"], false, ""); err != nil || len(drafts.Drafts) != 1 {
		t.Errorf("%v, %v", drafts, err)
	}
	if !strings.Contains(mainOf(t, w.get("ann", "/you")), "paused your posting") {
		t.Error("their own page says nothing")
	}
	if out := w.ask(asking{as: "ann", path: at}); out.Code != http.StatusForbidden || !strings.Contains(out.Body.String(), "paused") {
		t.Errorf("the form: %d", out.Code)
	}
	if page := w.get("ben", "/u/"+w.people["ann"].Name.PID); strings.Contains(page, "paused") {
		t.Error("it shows beside their name")
	}
}
