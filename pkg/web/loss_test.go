package web

import (
	"net/http"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// everyLetter is what must come back, letter for letter.
const everyLetter = "I keep thinking about Thursday.\n\n- socks & mints\n\n  “two” spaces, <b>no</b> markup, 5 * 3"

// Nothing typed is ever lost: what can go wrong between writing and a post that
// stands, each without scripts. loss_browser_test.go does what only a browser can.
func TestNothingIsLost(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	reply := "/p/" + w.opening(thread) + "/reply"

	t.Run("1 session expired", func(t *testing.T) {
		v := newVisitor(t, site)
		v.join("First Kettle")
		v.goTo(reply)
		v.press("Look before you post", "words", everyLetter)
		who, err := w.Accounts.SignIn(t.Context(), account.Coming{Name: "First Kettle", Passphrase: password})
		w.must(err)
		w.must(w.Accounts.EndSessions(t.Context(), who.Account))
		v.press("Post it")
		v.isAt("/drafts", http.StatusOK)
		v.wants("You were signed out", "Nothing is lost. Sign in and carry on.", "I keep thinking about Thursday.")
		v.follow("Sign in")
		v.press("Sign in", "name", "First Kettle", "passphrase", password)
		v.isUnder("/drafts/")
		v.holds("words", everyLetter)
		v.press("Post it")
		v.wants("Your post is up.", "I keep thinking about Thursday.")
	})
	t.Run("2 token expired", func(t *testing.T) {
		v := w.visit(site, "ben")
		v.modern = false // as lynx: only the form's token proves where it came from
		v.goTo(reply + "?new=1")
		v.press("Look before you post", "words", everyLetter, "token", "an old one")
		v.wants("Send this?")
		if got := strings.ReplaceAll(v.field("words"), "\r\n", "\n"); got != everyLetter {
			t.Errorf("the words are %q", got)
		}
		v.press("Yes, send it")
		v.holds("words", everyLetter)
		v.press("Post it")
		v.wants("Your post is up.")
	})
	t.Run("3 and 4 server error on look and on post", func(t *testing.T) {
		v := w.visit(site, "ben")
		v.goTo("/b/chemotherapy/write?new=1")
		v.press("Look before you post", "title", "A question", "words", everyLetter)
		w.breaks("thread", func() {
			v.press("Post it")
			if v.status != http.StatusInternalServerError {
				t.Fatalf("with a broken table: %d", v.status)
			}
			v.wants("Sorry, something went wrong at our end.", "Your draft is saved.")
			v.holds("words", everyLetter, "title", "A question")
		})
		w.breaks("label", func() {
			v.press("Look before you post")
			if v.status != http.StatusInternalServerError || !strings.Contains(v.body, "I keep thinking about Thursday.") {
				t.Fatalf("with a broken table: %d\n%s", v.status, v.body)
			}
		})
		w.breaks("draft", func() {
			v.goTo("/b/how-you-are-feeling/write?new=1")
			v.press("Look before you post", "title", "A question", "words", everyLetter)
			v.wants("We could not save just now. Your words are still on this page.", "How it will look")
			v.holds("words", everyLetter)
		})
		v.goTo("/b/chemotherapy/write")
		v.holds("words", everyLetter, "title", "A question")
		v.press("Look before you post")
		v.press("Post it")
		v.wants("Your post is up.")
	})
	t.Run("7 Back from the look", func(t *testing.T) {
		v := w.visit(site, "ben")
		v.goTo("/b/chemotherapy/write?new=1")
		before := *v
		v.press("Look before you post", "title", "One", "words", everyLetter)
		v.goTo("/b/chemotherapy/write") // a browser that kept nothing asks again
		v.holds("words", everyLetter, "title", "One")
		before.press("Look before you post", "title", "One", "words", everyLetter+" more") // one that did sends the same form
		before.press("Post it")
		before.wants("Your post is up.")
		before.goTo("/drafts")
		before.lacks("Carry on")
	})
	t.Run("8 joined half-way", func(t *testing.T) {
		v := newVisitor(t, site)
		v.goTo(reply)
		v.press("Look before you post", "words", everyLetter)
		v.goTo("/join?next=" + reply)
		v.press("Join Kindword", "own", "Second Kettle", "passphrase", password, "kept", "1", "age", "1")
		v.isUnder("/drafts/")
		v.holds("words", everyLetter)
	})
	t.Run("9 locked or taken down meanwhile", func(t *testing.T) {
		for _, tc := range []struct{ what, want string }{{"lock", "This conversation is resting."}, {"take back", "not there any more"}} {
			other := w.open("ann", w.chemo, "A title", "Some words.")
			v := w.visit(site, "ben")
			v.goTo("/p/" + w.opening(other) + "/reply")
			v.press("Look before you post", "words", everyLetter)
			switch tc.what {
			case "lock":
				w.must(w.Forum.Lock(t.Context(), w.people["mo"], other.PID, "heated"))
			default:
				w.must(w.Forum.TakeBack(t.Context(), w.people["ann"], w.opening(other)))
			}
			v.press("Post it")
			v.wants("Your words are safe", tc.want, "I keep thinking about Thursday.")
			v.follow("Post them on another board")
			v.follow("Chemotherapy")
			v.holds("words", everyLetter)
		}
		w.must(w.Forum.ArchiveBoard(t.Context(), w.people["ola"], w.quiet.Slug))
		v := w.visit(site, "ben")
		out := w.ask(asking{as: "ben", method: "POST", path: "/b/how-you-are-feeling/write", form: map[string][]string{"title": {"A title"}, "words": {everyLetter}, "do": {"post"}, "key": {"k"}}})
		if out.Code != statuses[fault.Forbidden] || !strings.Contains(out.Body.String(), "Your words are safe") {
			t.Errorf("on an archived board: %d", out.Code)
		}
		v.goTo("/drafts")
		v.wants("A new conversation in How you are feeling")
	})
	t.Run("10 posted twice", func(t *testing.T) {
		v := w.visit(site, "ben")
		v.goTo(reply + "?new=1")
		v.press("Look before you post", "words", everyLetter+" twice")
		again := *v
		changed := *v
		v.press("Post it")
		v.wants("Your post is up.")
		w.clock.pass(1e9)
		again.press("Post it")
		again.wants("You already posted this. Here it is.")
		if n := strings.Count(w.get("ben", "/t/"+thread.PID), "5 * 3 twice"); n != 1 {
			t.Errorf("it stands %d times", n)
		}
		changed.press("Post it", "words", "other words, typed after Back")
		changed.isUnder("/drafts/")
		changed.wants("You already posted this once.")
		changed.holds("words", "other words, typed after Back")
		changed.press("Save the change")
		changed.wants("Your change is saved.", "other words, typed after Back")
	})
}

// breaks lets a table be missing while do runs, as after a fault of ours.
func (w *town) breaks(table string, do func()) {
	w.t.Helper()
	for _, names := range [][2]string{{table, table + "_away"}, {table + "_away", table}} {
		w.tx(func(tx *db.Tx) error {
			_, err := tx.Exec(w.t.Context(), `ALTER TABLE `+names[0]+` RENAME TO `+names[1])
			return err
		})
		if names[0] == table {
			do()
		}
	}
}
