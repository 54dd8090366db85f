package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestDrafts(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	ann := w.visit(site, "ann")
	ann.goTo("/b/chemotherapy/write")
	ann.press("Save for later", "title", "Not yet", "words", "I will finish this tomorrow.", "wish", "advice")
	ann.isAt("/drafts", http.StatusOK)
	ann.wants("Your draft is saved. Only you can see it.", "Not yet", "A new conversation in Chemotherapy", "for 30 days")
	w.clock.pass(20 * time.Hour)

	// The place itself remembers what was begun there.
	ann.goTo("/b/chemotherapy/write")
	ann.wants("Here is what you began to write.", "Last saved yesterday, 12:00pm.")
	ann.holds("title", "Not yet", "words", "I will finish this tomorrow.", "wish", "advice")
	ann.follow("Start with an empty page")
	ann.holds("title", "", "words", "")

	ann.goTo("/drafts")
	ann.follow("Carry on Not yet")
	ann.isUnder("/drafts/")
	draft := ann.at
	ann.holds("words", "I will finish this tomorrow.")
	ann.wants("How it will look")

	if out := w.ask(asking{as: "ben", path: draft}); out.Code != http.StatusNotFound {
		t.Errorf("ben opens ann's draft: %d", out.Code)
	}

	ann.goTo("/drafts")
	ann.press("Throw away this draft")
	ann.isAt("/drafts", http.StatusOK)
	ann.wants("It is thrown away.", "You have no drafts.")
	ann.follow("Thrown away")
	ann.wants("Not yet")
	ann.press("Take it out again")
	ann.isAt(draft, http.StatusOK)
	ann.wants("Here is your draft again.")
	ann.press("Post it")
	ann.isUnder("/t/")
	ann.goTo("/drafts")
	ann.wants("You have no drafts.")
	ann.goTo("/drafts?thrown=1")
	ann.wants("There is nothing here.")
}

// Two windows hold the same draft. Neither writes over the other, and their author
// chooses.
func TestTwoWindows(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	one, other := w.visit(site, "ann"), w.visit(site, "ann")
	one.goTo("/b/chemotherapy/write")
	one.press("Look before you post", "title", "A title", "words", "first")
	one.goTo("/b/chemotherapy/write")
	other.goTo("/b/chemotherapy/write")
	one.press("Look before you post", "words", "from one window")
	w.clock.pass(time.Minute)
	other.press("Look before you post", "words", "from the other window")
	other.holds("words", "from the other window")
	other.follow("Compare them")
	other.wants("Two versions of one draft", "from one window", "from the other window")
	other.follow("Go on with this one The one from today, 12:00pm")
	other.holds("words", "from one window")
}

// What a script saves while somebody writes is the same draft, also when it never
// heard the answer; and what has been posted leaves none.
func TestSavedByScript(t *testing.T) {
	w := newTown(t)
	save := func(as string, fields url.Values) (answer savedAnswer, status int) {
		t.Helper()
		out := w.ask(asking{as: as, method: "POST", path: "/drafts/save", form: fields})
		if err := json.Unmarshal(out.Body.Bytes(), &answer); err != nil {
			t.Fatalf("%d: %s", out.Code, out.Body)
		}
		return answer, out.Code
	}
	form := url.Values{"kind": {"thread"}, "board": {"chemotherapy"}, "key": {"one form"}, "title": {"A title"}, "words": {"some"}}
	first, _ := save("ann", form)
	if first.Draft == "" || first.Said != "Your draft is saved. Last saved at 12:00pm. Only you can see it." {
		t.Fatalf("answered %+v", first)
	}
	form.Set("words", "some more")
	if again, _ := save("ann", form); again.Draft != first.Draft {
		t.Error("the same form became a second draft")
	}
	form.Set("do", "post")
	if out := w.ask(asking{as: "ann", method: "POST", path: "/b/chemotherapy/write", form: form}); out.Code != http.StatusSeeOther {
		t.Fatalf("posting: %d\n%s", out.Code, out.Body)
	}
	if late, _ := save("ann", form); !late.Posted || late.Draft != "" {
		t.Errorf("saved after it was posted: %+v", late)
	}
	page, err := w.Forum.Drafts(t.Context(), w.people["ann"], false, "")
	w.must(err)
	for _, d := range page.Drafts {
		t.Errorf("%v is left of what was posted", d.Fields.Words)
	}
	if said, status := save("", url.Values{"kind": {"thread"}, "words": {"a guest without cookies"}}); status != http.StatusUnprocessableEntity || said.Said == "" {
		t.Errorf("a guest without cookies: %d, %+v", status, said)
	}
	if out := w.ask(asking{as: "ann", method: "POST", path: "/drafts/save", form: form, header: map[string]string{"Sec-Fetch-Site": "cross-site"}}); out.Code != http.StatusForbidden {
		t.Errorf("from another site: %d", out.Code)
	}
}

// A guest writes first. Their words wait while they join, and are one press from
// being posted.
func TestGuestWritesFirst(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	v := newVisitor(t, w.serve())
	v.goTo("/p/" + w.opening(thread) + "/reply")
	v.wants("You can write now and choose a made-up name after.")
	v.press("Look before you post", "words", "I had the same.")
	v.wants("Your made-up name", "Next you join or sign in. Your words come with you.")
	v.press("Post it")
	v.isAt("/drafts", http.StatusOK)
	v.wants("Join to post this", "I had the same.", "A reply to ann in “A title”")
	v.follow("Keep writing A reply to ann in “A title”")
	v.holds("words", "I had the same.")
	v.goTo("/drafts")
	v.follow("Join in about a minute")
	v.press("Join Kindword", "own", "Copper Kettle", "passphrase", password, "kept", "1", "age", "1")
	v.isUnder("/drafts/")
	v.wants("Your reply is ready to post.", "How it will look", "Copper Kettle")
	v.holds("words", "I had the same.")
	v.press("Post it")
	v.isUnder("/t/" + thread.PID)
	v.wants("Your post is up.", "I had the same.", "Copper Kettle")
	v.goTo("/drafts")
	v.wants("You have no drafts.")
}

func TestGuestThrowsWordsAway(t *testing.T) {
	w := newTown(t)
	v := newVisitor(t, w.serve())
	v.goTo("/b/chemotherapy/write")
	v.press("Save for later", "title", "A title", "words", "canary")
	v.wants("canary")
	v.press("Throw my words away now")
	v.isAt("/", http.StatusOK)
	v.goTo("/b/chemotherapy/write")
	v.lacks("canary")
	v.goTo("/drafts")
	if v.status != http.StatusUnauthorized {
		t.Errorf("nothing waits: %d", v.status)
	}
}

// A draft whose place is gone is shown whole, and can go elsewhere.
func TestDraftWithoutAPlace(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	one := w.reply("ann", w.opening(thread), "A reply.")
	ben := w.visit(w.serve(), "ben")
	ben.goTo("/p/" + one.PID + "/reply")
	ben.press("Save for later", "words", "My answer to that.")
	w.must(w.Forum.TakeBack(t.Context(), w.people["ann"], one.PID))
	ben.goTo("/drafts")
	ben.follow("Carry on My answer to that.")
	ben.wants("Your words are safe", "My answer to that.", "not there any more")
	ben.follow("Post them on another board")
	ben.follow("How you are feeling")
	ben.isUnder("/b/how-you-are-feeling/write?draft=")
	ben.holds("words", "My answer to that.", "title", "")
	ben.press("Look before you post", "title", "My answer")
	ben.press("Post it")
	ben.isUnder("/t/")
	ben.wants("My answer to that.")
}

// Whoever is signed out while they write has one draft after, not two.
func TestNoCopiesOfADraft(t *testing.T) {
	w := newTown(t)
	v := newVisitor(t, w.serve())
	v.join("Copper Kettle")
	v.goTo("/b/chemotherapy/write")
	v.press("Look before you post", "title", "A title", "words", "Some words.")
	page := *v
	v.goTo("/sign-out")
	v.press("Sign out")
	page.press("Look again", "words", "Some more words.")
	page.wants("Next you join or sign in.")
	page.press("Post it")
	page.signIn("Copper Kettle", password)
	page.isUnder("/drafts/")
	page.holds("words", "Some more words.")
	page.goTo("/drafts")
	if n := strings.Count(page.text(), "Carry on"); n != 1 {
		t.Errorf("%d drafts of one form\n%s", n, page.text())
	}
}
