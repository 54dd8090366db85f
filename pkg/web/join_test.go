package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// Somebody joins on one page, whether or not their browser says where its forms
// come from.
func TestJoin(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	for name, modern := range map[string]bool{"Copper Kettle": true, "Plain Toast": false} {
		v := newVisitor(t, site)
		v.modern = modern
		v.goTo("/join?next=/how")
		words := v.sixWords()
		v.press("Join Kindword", "own", name, "passphrase", password, "kept", "1", "age", "1")
		v.isAt("/how", http.StatusOK)
		v.wants("Welcome, " + name + ".")
		v.goTo("/you")
		v.wants(name)
		v.lacks("You have not kept", "One thing before")
		v.goTo("/how")
		v.lacks("Welcome, " + name)
		if words == "" || strings.Contains(v.body, words) {
			t.Error("the words stand somewhere they should not")
		}
	}
}

// One of the names that were made up is chosen already: joining takes a passphrase
// and a tick.
func TestJoinWithAMadeUpName(t *testing.T) {
	w := newTown(t)
	v := newVisitor(t, w.serve())
	v.goTo("/join?next=/you")
	name := v.field("name")
	v.press("Join Kindword", "passphrase", password, "age", "1")
	v.isAt("/you", http.StatusOK)
	v.wants("Welcome, "+name+".", "You have not kept your six words yet")
}

// Whatever needs mending is said at once, and everything typed is still there but
// the passphrase, which never comes back in a page.
func TestJoinKeepsWhatWasTyped(t *testing.T) {
	w := newTown(t)
	w.agree("Be kind to each other.")
	v := newVisitor(t, w.serve())
	v.goTo("/join?next=/how")
	words, offered := v.sixWords(), v.field("offered")
	v.wants("Be kind to each other.")
	v.press("Show me 3 more", "passphrase", password, "kept", "1", "own", "")
	if v.status != http.StatusOK || v.sixWords() != words || v.field("kept") != "1" || v.field("offered") == offered {
		t.Errorf("after asking for other names: %d, %q, kept %q", v.status, v.sixWords(), v.field("kept"))
	}
	v.lacks(password)
	v.wants("Type your password again")

	v.press("Join Kindword", "own", "Dr Kettle", "passphrase", password)
	if v.status != http.StatusUnprocessableEntity || v.sixWords() != words || v.field("own") != "Dr Kettle" || v.field("next") != "/how" || v.field("kept") != "1" {
		t.Errorf("%d: the form came back with %q, %q, %q", v.status, v.sixWords(), v.field("own"), v.field("next"))
	}
	v.lacks(password)
	v.wants("There is a problem", "what you do for a living", "old enough to be here", "Read what everybody here agrees to", "Type your password again")

	v.press("Join Kindword", "own", "Copper Kettle", "passphrase", "short", "age", "1", "agreed", "1")
	v.wants("at least 10 letters")
	v.press("Join Kindword", "passphrase", password)
	v.isAt("/how", http.StatusOK)
	v.goTo("/you")
	v.lacks("You have not kept", "What we agree on has changed")

	other := newVisitor(t, v.site)
	other.goTo("/join")
	other.press("Join Kindword", "own", "copper-kettle", "passphrase", password, "age", "1", "agreed", "1", "kept", "1")
	if other.status != http.StatusOK { // they have the passphrase of the name that is taken
		t.Errorf("the same form from elsewhere: %d", other.status)
	}
	other = newVisitor(t, v.site)
	other.goTo("/join")
	other.press("Join Kindword", "own", "copper-kettle", "passphrase", password+" two", "age", "1", "agreed", "1")
	other.wants("Someone here has that name")
	if other.status != http.StatusUnprocessableEntity {
		t.Errorf("a name that is taken: %d", other.status)
	}
}

// A form that is sent twice joins once.
func TestJoiningTwiceIsJoiningOnce(t *testing.T) {
	w := newTown(t)
	v := newVisitor(t, w.serve())
	v.goTo("/join?next=/you")
	page, doc := v.body, v.doc
	for range 2 {
		v.body, v.doc = page, doc
		v.client.Jar.SetCookies(mustURL(t, v.site), []*http.Cookie{{Name: sessionCookie, Value: "", MaxAge: -1}, {Name: formCookie, Value: "opened"}})
		v.press("Join Kindword", "own", "Copper Kettle", "passphrase", password, "age", "1")
		v.isAt("/you", http.StatusOK)
		v.wants("Copper Kettle")
	}
}

// The file holds the very words that the page shows and that are stored.
func TestSixWordsAsAFile(t *testing.T) {
	w := newTown(t)
	v := newVisitor(t, w.serve())
	v.goTo("/join?next=/you")
	words := v.sixWords()
	v.press("Save as a file", "passphrase", password)
	if !strings.Contains(v.body, words) || strings.Contains(v.body, password) || v.header.Get("Cache-Control") != "no-store" ||
		!strings.HasPrefix(v.header.Get("Content-Disposition"), "attachment") || !strings.HasPrefix(v.header.Get("Content-Type"), "text/plain") {
		t.Errorf("%v\n%s", v.header, v.body)
	}
	v.press("Join Kindword", "own", "Copper Kettle", "passphrase", password, "kept", "1", "age", "1")
	v.isAt("/you", http.StatusOK)

	back := newVisitor(t, v.site)
	back.goTo("/recover?next=/you")
	back.press("Come back", "six", strings.ToUpper(words))
	back.wants("Welcome back, Copper Kettle")
}

// Nobody stores words of their own choosing, and words that no longer open are
// replaced aloud.
func TestSixWordsCannotBeForged(t *testing.T) {
	w := newTown(t)
	v := newVisitor(t, w.serve())
	v.goTo("/join?next=/you")
	words := v.sixWords()
	v.press("Join Kindword", "own", "Copper Kettle", "passphrase", password, "kept", "1", "age", "1", "words", "YWJhY3VzIGFiYWN1cw")
	if v.status != http.StatusUnprocessableEntity || v.sixWords() == words || v.field("kept") != "" {
		t.Errorf("%d with %q", v.status, v.sixWords())
	}
	v.wants("We had to make six new words", "Type your password again")
}

// A browser that keeps no cookies is told so, kindly, and loses nothing.
func TestJoinWithoutCookies(t *testing.T) {
	w := newTown(t)
	for _, page := range []struct{ path, button string }{{"/join", "Join Kindword"}, {"/sign-in", "Sign in"}} {
		v := newVisitor(t, w.serve())
		v.client.Jar = nil
		v.goTo(page.path)
		v.press(page.button, "passphrase", password)
		if v.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", page.path, v.status)
		}
		v.wants("allow cookies")
		v.lacks(password)
	}
}

// What a guest wrote is theirs once they are in, and they are told.
func TestWhatAGuestWroteComesAlong(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	site := w.serve()
	leave := func(v *visitor) {
		token, err := w.Forum.SaveGuestDraft(t.Context(), "", forum.Draft{Kind: forum.DraftReply, Post: w.opening(thread), Fields: forum.Fields{Words: "What I typed.", FormKey: "k"}})
		w.must(err)
		v.client.Jar.SetCookies(mustURL(t, site), []*http.Cookie{{Name: formCookie, Value: token}})
	}
	v := newVisitor(t, site)
	leave(v)
	v.goTo("/join")
	v.wants("Your reply is safe.")
	v.press("Join Kindword", "own", "Copper Kettle", "passphrase", password, "kept", "1", "age", "1")
	w.hasDraft("Copper Kettle", "What I typed.")
	v.wants("Welcome, Copper Kettle. Your reply is ready to post.", "What I typed.")
	if !strings.HasPrefix(v.at, "/drafts/") {
		t.Errorf("joined, and came to %s", v.at)
	}

	v = newVisitor(t, site)
	leave(v)
	v.goTo("/sign-in")
	v.wants("Your reply is safe.")
	v.press("Sign in", "name", "copper kettle", "passphrase", password)
	if !strings.HasPrefix(v.at, "/drafts/") {
		t.Errorf("signed in, and came to %s", v.at)
	}
}

// hasDraft fails the test unless somebody's latest draft has the words.
func (w *town) hasDraft(shown, words string) {
	w.t.Helper()
	o, err := w.Accounts.SignIn(w.t.Context(), account.Coming{Name: shown, Passphrase: password})
	w.must(err)
	drafts, err := w.Forum.Drafts(w.t.Context(), o.Account, false, "")
	w.must(err)
	if len(drafts.Drafts) == 0 || drafts.Drafts[0].Fields.Words != words {
		w.t.Errorf("%s has drafts %v", shown, drafts)
	}
}

// The link that makes an operator works once, and leads straight to a second
// factor: until there is one, they may do no more than a member.
func TestOperatorsLink(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	link := func() string {
		token, err := w.Accounts.NewOperatorLink(t.Context())
		w.must(err)
		return "/welcome/" + token
	}
	once := link()
	v := newVisitor(t, site)
	v.goTo(once)
	v.wants("Run Kindword")
	v.press("Join Kindword", "own", "Dr Kettle", "passphrase", password, "age", "1")
	v.wants("what you do for a living")
	v.press("Join Kindword", "own", "Fern Ladder", "passphrase", password)
	v.isAt("/you", http.StatusOK)
	v.wants("One thing before you start", "Use an authenticator app")
	v.goTo(once)
	v.isAt(once, http.StatusGone)

	v = newVisitor(t, site)
	v.join("Copper Kettle")
	w.clock.pass(11 * time.Minute)
	again := link()
	v.goTo(again)
	v.press("Carry on", "passphrase", password)
	v.isAt(again, http.StatusOK)
	v.wants("You are signed in as Copper Kettle")
	v.press("Take it")
	v.isAt("/you", http.StatusOK)
	v.wants("You run this site now, Copper Kettle.", "One thing before you start")

	late := link()
	w.clock.pass(25 * time.Hour)
	v = newVisitor(t, site)
	v.goTo(late)
	v.isAt(late, http.StatusGone)
	v.goTo("/welcome/nothing")
	v.isAt("/welcome/nothing", http.StatusGone)
}

// agree makes words the agreements.
func (w *town) agree(words string) {
	w.t.Helper()
	_, err := w.Accounts.WriteAgreement(w.t.Context(), words)
	w.must(err)
}
