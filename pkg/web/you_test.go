package web

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/mail"
	"github.com/kindword/kindword/pkg/moderation"
)

// Changing a passphrase asks who is there when it is a while ago that they showed
// it, and ends every other session.
func TestChangePassphrase(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	v, other := newVisitor(t, site), newVisitor(t, site)
	v.join("Copper Kettle")
	other.signIn("Copper Kettle", password)
	w.clock.pass(11 * time.Minute)
	v.goTo("/you/account/passphrase")
	v.wants("Is it still you?")
	v.press("Carry on", "passphrase", "not the one at all")
	if v.status != http.StatusUnprocessableEntity {
		t.Errorf("somebody else: %d", v.status)
	}
	v.press("Carry on", "passphrase", password)
	v.isAt("/you/account/passphrase", http.StatusOK)
	v.press("Save", "passphrase", "password123")
	v.wants("easy to guess")
	v.lacks("password123")
	v.press("Save", "passphrase", "three other words here")
	v.isAt("/you/account", http.StatusOK)
	v.wants("Your new password works from now on.")
	other.goTo("/you")
	other.isAt("/you", http.StatusUnauthorized)
	other.signIn("Copper Kettle", password)
	other.wants("do not match")
	other.signIn("Copper Kettle", "three other words here")
	other.isAt("/you", http.StatusOK)
}

// When ten minutes run out between the page and its form, the form does nothing.
func TestAProofGrowsOld(t *testing.T) {
	w := newTown(t)
	v := newVisitor(t, w.serve())
	words := v.join("Copper Kettle")
	for _, page := range []struct{ path, button string }{
		{"/you/recovery", "Use these from now on"}, {"/you/leave", "Leave in 24 hours"}, {"/you/words", "Make the file"}, {"/you/account/app", "Use this app"},
	} {
		v.goTo(page.path)
		w.clock.pass(11 * time.Minute)
		v.press(page.button)
		v.wants("Is it still you?")
		v.press("Carry on", "passphrase", password)
		v.isAt(page.path, http.StatusOK)
	}
	v.goTo("/recover")
	v.press("Come back", "six", words)
	v.wants("Welcome back")
}

func TestSixNewWords(t *testing.T) {
	w := newTown(t)
	v := newVisitor(t, w.serve())
	v.goTo("/join?next=/you")
	old := v.sixWords()
	v.press("Join Kindword", "own", "Copper Kettle", "passphrase", password, "age", "1")
	other := newVisitor(t, v.site)
	other.goTo("/join?next=/you")
	other.press("Join Kindword", "own", "Plain Toast", "passphrase", password, "age", "1")
	other.press("I have kept mine")
	other.lacks("You have not kept")
	v.follow("Show me six new words")
	fresh := v.sixWords()
	v.press("Use these from now on", "kept", "1")
	v.isAt("/you", http.StatusOK)
	v.lacks("You have not kept")
	back := newVisitor(t, v.site)
	back.goTo("/recover")
	back.press("Come back", "six", old)
	back.wants("do not match")
	back.press("Come back", "six", fresh)
	back.wants("Welcome back, Copper Kettle")
}

func TestAccountPage(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	v, other := newVisitor(t, site), newVisitor(t, site)
	v.join("Copper Kettle")
	other.signIn("Copper Kettle", password)

	v.goTo("/you/account")
	v.press("Save", "about", "I knit. <b>Badly.</b>")
	v.isAt("/you/account", http.StatusOK)
	if v.field("about") != "I knit. <b>Badly.</b>" {
		t.Errorf("about is %q", v.field("about"))
	}
	v.press("Save", "about", strings.Repeat("long ", 200))
	if v.status != http.StatusUnprocessableEntity || len(v.field("about")) != 1000 {
		t.Errorf("too long: %d, %d bytes came back", v.status, len(v.field("about")))
	}
	v.goTo("/you/account")
	v.pressIn("/you/account/language", "Save", "language", "es")
	if !strings.Contains(v.body, `lang="es"`) {
		t.Error("the page does not speak Spanish")
	}
	v.pressIn("/you/account/language", v.buttonIn("/you/account/language"), "language", "en")

	who, err := w.Accounts.SignIn(t.Context(), account.Coming{Name: "Copper Kettle", Passphrase: password})
	w.must(err)
	sessions, err := w.Accounts.Sessions(t.Context(), who.Account)
	w.must(err)
	if len(sessions) != 3 {
		t.Fatalf("%d sessions", len(sessions))
	}
	v.goTo("/you/account")
	v.pressIn("/you/sessions/"+who.Account.Session.PID, "Save", "label", "The old laptop")
	v.wants("The old laptop")
	v.pressIn("/you/sessions/"+who.Account.Session.PID, "Sign it out")
	v.wants("That device is signed out.")
	v.lacks("The old laptop")
	v.goTo("/you/account")
	v.wants("This device", "Signed in on Tuesday 3 November 2026")
}

// pressIn presses a button of the form that goes to action.
func (v *visitor) pressIn(action, words string, fill ...string) {
	v.t.Helper()
	for form := range v.doc.Descendants() {
		if form.Data != "form" || attr(form, "action") != action {
			continue
		}
		for button := range form.Descendants() {
			if button.Data == "button" && textOf(button) == words {
				v.send(form, button, fill)
				return
			}
		}
	}
	v.t.Fatalf("%s has no button %q to %s\n%s", v.at, words, action, v.text())
}

// buttonIn is what the first button of the form that goes to action says.
func (v *visitor) buttonIn(action string) string {
	v.t.Helper()
	for form := range v.doc.Descendants() {
		if form.Data != "form" || attr(form, "action") != action {
			continue
		}
		for button := range form.Descendants() {
			if button.Data == "button" {
				return textOf(button)
			}
		}
	}
	v.t.Fatalf("%s has no form to %s", v.at, action)
	return ""
}

// A new name is chosen as the first was, and everything stands under it.
func TestRename(t *testing.T) {
	w := newTown(t)
	v := newVisitor(t, w.serve())
	v.join("Copper Kettle")
	v.goTo("/you/account")
	v.follow("Change your name")
	offered := v.field("offered")
	v.press("Show me 3 more", "own", "Dr Moss")
	if v.field("offered") == offered || v.field("own") != "Dr Moss" {
		t.Errorf("offered %q again, and %q came back", v.field("offered"), v.field("own"))
	}
	v.press("Change my name")
	v.wants("what you do for a living")
	v.press("Change my name", "own", "Lantern Moss")
	v.isAt("/you/account", http.StatusOK)
	v.wants("You are Lantern Moss from now on.")
	v.goTo("/you/account/name")
	v.press("Change my name", "own", "Paper Boat")
	v.wants("in 90 days")
	again := newVisitor(t, v.site)
	again.signIn("Copper Kettle", password)
	again.wants("do not match")
	again.signIn("Lantern Moss", password)
	again.isAt("/you", http.StatusOK)
}

func TestNewAgreements(t *testing.T) {
	w := newTown(t)
	w.agree("Be kind.")
	v := newVisitor(t, w.serve())
	v.goTo("/join?next=/you")
	v.press("Join Kindword", "own", "Copper Kettle", "passphrase", password, "age", "1", "agreed", "1")
	v.lacks("What we agree on has changed")
	w.agree("**Be kind**, and be patient.")
	v.goTo("/you")
	v.wants("What we agree on has changed")
	v.follow("Read it")
	v.wants("and be patient", "This has changed since you last agreed")
	w.agree("Be kind, be patient, and rest.")
	v.press("I agree") // to what stands no more
	if v.status != http.StatusUnprocessableEntity {
		t.Errorf("agreed to an old version: %d", v.status)
	}
	v.wants("and rest")
	v.press("I agree")
	v.isAt("/you", http.StatusOK)
	v.lacks("What we agree on has changed")

	w.agree("Be kind again.")
	again := newVisitor(t, v.site)
	again.signIn("Copper Kettle", password)
	again.isAt("/agreements?next=%2Fyou", http.StatusOK)
	again.follow("Not now")
	again.isAt("/you", http.StatusOK)
}

// Leaving says what it means, takes a day, and can be taken back from every page of
// one's own.
func TestLeaveAndStay(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	v := newVisitor(t, site)
	v.join("Copper Kettle")
	v.goTo("/you")
	v.follow("Leave Kindword")
	v.wants("24 hours to change your mind", "typed your words again", "within 72 hours")
	v.press("Leave in 24 hours")
	if v.status != http.StatusUnprocessableEntity {
		t.Errorf("without a choice: %d", v.status)
	}
	v.press("Leave in 24 hours", "choice", "former")
	v.isAt("/you", http.StatusOK)
	for _, path := range []string{"/you", "/you/account", "/you/words", "/you/account/passphrase", "/you/account/app", "/you/account/email", "/you/recovery"} {
		v.goTo(path)
		v.wants("You are leaving", "a former member", "Stay after all")
	}
	v.press("Stay after all")
	v.wants("We are glad you are staying.")
	v.lacks("You are leaving")
	w.clock.pass(25 * time.Hour)
	w.work()
	v.goTo("/you/leave")
	v.press("Carry on", "passphrase", password)
	v.press("Leave in 24 hours", "choice", "remove")
	w.clock.pass(25 * time.Hour)
	w.work()
	v.goTo("/you")
	v.isAt("/you", http.StatusUnauthorized)
	v.signIn("Copper Kettle", password)
	v.wants("do not match")
}

// work does the jobs that are due.
func (w *town) work() {
	w.t.Helper()
	for {
		did, err := w.queue.Step(w.t.Context())
		w.must(err)
		if !did {
			return
		}
	}
}

// The copy holds everything, as a page and for programs, and is kept nowhere.
func TestCopyOfEverything(t *testing.T) {
	w := newTown(t)
	v := newVisitor(t, w.serve())
	v.join("Copper Kettle")
	who, err := w.Accounts.SignIn(t.Context(), account.Coming{Name: "Copper Kettle", Passphrase: password})
	w.must(err)
	w.people["kettle"] = who.Account
	thread := w.open("ann", w.chemo, "A title", "Somebody else’s words.")
	mine := w.reply("kettle", w.opening(thread), "An **answer** of mine.")
	_, err = w.Forum.SaveDraft(t.Context(), who.Account, forum.Draft{Kind: forum.DraftThread, Board: w.chemo.Slug, Fields: forum.Fields{Title: "Begun", Words: "<script>one</script>"}})
	w.must(err)
	flag := func(who account.Account, post, words string) {
		_, err := w.Desk.Flag(t.Context(), who, moderation.Target{Kind: moderation.OnPost, PID: post}, moderation.ConductDoor, moderation.Spam, words)
		w.must(err)
	}
	flag(w.people["ben"], mine.PID, "Ben said so.")
	page, err := w.Desk.Queue(t.Context(), w.people["mo"], moderation.InFlagged, moderation.Filter{}, "")
	w.must(err)
	x, err := w.Desk.Decide(t.Context(), w.people["mo"], page.Cases[0].PID, moderation.Choice{Key: "k", Version: page.Cases[0].Version, Revision: 1, Verdict: moderation.Fold, Reason: "private-details", Message: "It named a nurse."})
	w.must(err)
	w.must(w.Desk.Appeal(t.Context(), who.Account, x.PID, "She is my sister."))
	flag(who.Account, w.opening(thread), "It is <b>everywhere</b>.")
	v.goTo("/you/words")
	v.press("Make the file")
	if v.status != http.StatusOK || v.header.Get("Cache-Control") != "no-store" || !strings.HasPrefix(v.header.Get("Content-Disposition"), "attachment") {
		t.Fatalf("%d %v", v.status, v.header)
	}
	files := unzip(t, v.body)
	for name, wants := range map[string][]string{
		"my-words.json": {`"name": "Copper Kettle"`, "An **answer** of mine.", "Begun", "everywhere", "It named a nurse.", "She is my sister.", `"verdict": "fold"`},
		"my-words.html": {"Copper Kettle", "<strong>answer</strong>", "Begun", "&lt;script&gt;", "Tuesday 3 November 2026",
			"It is spam, ", "It is &lt;b&gt;everywhere", "Readers are asked before they see your post", "It named a nurse.", "No private details", "You asked someone else to look", "She is my sister."},
	} {
		for _, want := range wants {
			if !strings.Contains(files[name], want) {
				t.Errorf("%s lacks %s:\n%s", name, want, files[name])
			}
		}
		if strings.Contains(files[name], password) || strings.Contains(files[name], "$argon2id$") || strings.Contains(files[name], "Somebody else") ||
			strings.Contains(files[name], "Ben said so") {
			t.Errorf("%s holds a secret", name)
		}
	}
}

func unzip(t *testing.T, body string) map[string]string {
	t.Helper()
	packed, err := zip.NewReader(bytes.NewReader([]byte(body)), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range packed.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(text)
	}
	return files
}

// postbox keeps the letters it is given.
type postbox struct{ letters []mail.Letter }

func (p *postbox) Send(_ context.Context, l mail.Letter) error {
	p.letters = append(p.letters, l)
	return nil
}

// An address is somebody's once they open the letter's link, and brings them back
// if they said so. Whether it is anybody's makes no difference to the page.
func TestEmail(t *testing.T) {
	box := &postbox{}
	w := newTown(t, account.WithMail(box, "", func(_, key string, args ...any) string {
		for i, a := range args {
			if a == "Link" {
				return args[i+1].(string)
			}
		}
		return key
	}))
	site := w.serve()
	v := newVisitor(t, site)
	v.join("Copper Kettle")
	v.goTo("/you/account/email")
	v.press("Send me a letter to confirm it", "email", "not an address")
	if v.status != http.StatusUnprocessableEntity || v.field("email") != "not an address" {
		t.Errorf("%d, and %q came back", v.status, v.field("email"))
	}
	v.press("Send me a letter to confirm it", "email", "kettle@example.org", "for", "recovery")
	v.wants("We have sent a letter")
	v.lacks("kettle@example.org")
	w.work()
	if len(box.letters) != 1 {
		t.Fatalf("%d letters", len(box.letters))
	}
	reader := newVisitor(t, site)
	reader.goTo(box.letters[0].Text)
	reader.press("Yes, keep it")
	reader.wants("Your email address is saved.")
	reader.goTo(box.letters[0].Text)
	reader.press("Yes, keep it")
	if reader.status != http.StatusGone {
		t.Errorf("the same link again: %d", reader.status)
	}
	v.goTo("/you/account/email")
	v.wants("kettle@example.org")

	var said []string
	for _, address := range []string{"nobody@example.org", "kettle@example.org"} {
		back := newVisitor(t, site)
		back.goTo("/recover?next=/how")
		back.press("Send me a link", "email", address)
		said = append(said, back.text())
		w.work()
	}
	if said[0] != said[1] || len(box.letters) != 2 {
		t.Fatalf("%d letters; %s\n%s", len(box.letters), said[0], said[1])
	}
	back := newVisitor(t, site)
	back.goTo(box.letters[1].Text)
	back.wants("Welcome back, Copper Kettle")
	back.press("Save and carry on", "passphrase", "three other words here")
	back.wants("Your new password works from now on.")
	back.goTo("/you/account/email")
	back.press("Take my address away")
	back.lacks("kettle@example.org")
}

// The account's page says what opens it, and offers only what fits: no code beside
// a password where there is no password.
func TestAccountSaysWhatOpensIt(t *testing.T) {
	w := newTown(t)
	v := newVisitor(t, w.serve())
	v.join("Copper Kettle")
	v.goTo("/you/account")
	v.wants("You have one. You can change it.", "None is set up.")
	v.setUpApp(w)
	v.goTo("/you/account")
	v.wants("One is set up. We ask for its code as well as your password.")

	opened, err := w.Accounts.OpenFor(t.Context(), w.people["ann"].ID, account.OwnDevice)
	w.must(err)
	w.tokens["ann"] = opened.Token
	ann := w.visit(w.serve(), "ann") // has a passkey and nothing else
	ann.goTo("/you/account")
	ann.wants("You have none, and need none")
	ann.lacks(`href="/you/account/app"`)
	ann.goTo("/you/account/app")
	ann.wants("An app’s code is asked for beside a password, and you have none.")
	ann.lacks(`name="code"`)
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `DELETE FROM passkey WHERE account = $1`, w.people["ann"].ID)
		return err
	})
	ann.goTo("/you/account")
	ann.wants("You have none. Make one")
}
