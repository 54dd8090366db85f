package web

import (
	"html/template"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestEdit(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "I take twelve tablets at St Anne’s.")
	pid, site := w.opening(thread), w.serve()
	ann := w.visit(site, "ann")
	ann.goTo("/p/" + pid + "/edit")
	ann.holds("title", "A title", "words", "I take twelve tablets at St Anne’s.")
	other := *ann
	w.clock.pass(time.Hour)
	ann.press("Look before you post", "words", "I take ten tablets at home.", "title", "Another title")
	ann.press("Save the change")
	ann.isUnder("/t/" + thread.PID)
	ann.wants("Your change is saved.", "I take ten tablets at home.", "Another title", "Changed today, 1:00pm")

	// The other window began with what it said before.
	other.press("Look before you post", "words", "I take eleven tablets.")
	other.press("Save the change")
	if other.status != http.StatusConflict {
		t.Fatalf("from an old page: %d", other.status)
	}
	other.wants("Compare the two before you save.", "This is what it says now", "I take ten tablets at home.")
	other.holds("words", "I take eleven tablets.")
	other.press("Look before you post")
	other.press("Save the change")
	other.wants("Your change is saved.", "I take eleven tablets.")

	for as, want := range map[string]int{"": http.StatusUnauthorized, "ben": http.StatusNotFound, "ann": http.StatusOK, "mo": http.StatusOK} {
		if got := w.ask(asking{as: as, path: "/p/" + pid + "/history"}).Code; got != want {
			t.Errorf("%q reads what it said before: %d, want %d", as, got, want)
		}
	}
	mo := w.visit(site, "mo")
	mo.goTo("/p/" + pid + "/history")
	mo.wants("What it says now", "I take twelve tablets")
	mo.lacks("Erase them for good")
	ann.goTo("/p/" + pid + "/history")
	if !strings.Contains(ann.body, `<del><span class="vh">taken out: </span>twelve </del>`) || !strings.Contains(ann.body, `<ins><span class="vh">new: </span>ten </ins>`) {
		t.Errorf("the changes are not marked\n%s", ann.body)
	}
	ann.press("Erase them for good")
	ann.wants("The earlier versions are gone for good.", "Erased today")
	ann.lacks("twelve")
	ann.wants("I take eleven tablets.")
	if out := w.ask(asking{as: "ben", path: "/p/" + pid + "/edit"}); out.Code != http.StatusForbidden {
		t.Errorf("ben changes ann's post: %d", out.Code)
	}
}

func TestTakeBackAndPutBack(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	one := w.reply("ben", w.opening(thread), "Too much.")
	w.reply("ann", one.PID, "An answer.")
	ben := w.visit(w.serve(), "ben")
	ben.goTo("/p/" + one.PID + "/remove")
	ben.wants("Take this back?", "Replies to it will stay. You can put it back for 30 days.", "Too much.")
	ben.press("Take it back")
	ben.isUnder("/t/" + thread.PID)
	ben.wants("You took it back.", "ben took this reply back", "An answer.")
	if page := w.get("ann", "/t/"+thread.PID); strings.Contains(page, "Too much.") {
		t.Error("ann still reads what was taken back")
	}
	ben.goTo("/p/" + one.PID + "/remove")
	ben.wants("Put this back?", "Too much.", "until Thursday 3 December 2026")
	ben.press("Put it back")
	ben.wants("It is back, as it was.", "Too much.")
	ben.goTo("/p/" + one.PID + "/remove")
	ben.press("Take it back")
	w.clock.pass(31 * 24 * time.Hour)
	w.signIn("ben")
	if out := w.ask(asking{as: "ben", path: "/p/" + one.PID + "/remove"}); out.Code != http.StatusGone {
		t.Errorf("a month later: %d", out.Code)
	}
}

func TestKindWords(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	pid, site := w.opening(thread), w.serve()
	ben := w.visit(site, "ben")
	ben.goTo("/t/" + thread.PID)
	ben.press("Thinking of you")
	ben.isUnder("/t/" + thread.PID)
	ben.wants("Your kind word is sent.", "1 “thinking of you”")
	ben.goTo("/p/" + pid + "/kind-word")
	ben.wants("You sent “Thinking of you”.")
	ben.press("Same here")
	ben.wants("1 “same here”")
	ann := w.visit(site, "ann")
	ann.goTo("/p/" + pid + "/kind-word")
	ann.wants("Only you can see who sent them.", "Same here", "ben")
	ben.goTo("/p/" + pid + "/kind-word")
	ben.press("Take it back")
	ben.wants("Your kind word is taken back.")
	ben.lacks("1 “same here”")
	ann.goTo("/p/" + pid + "/kind-word")
	ann.wants("Nobody has sent one yet.")

	v := newVisitor(t, site)
	v.goTo("/t/" + thread.PID)
	v.press("Thank you")
	v.isUnder("/join")
	v.press("Join Kindword", "own", "Copper Kettle", "passphrase", password, "kept", "1", "age", "1")
	v.isAt("/p/"+pid+"/kind-word", http.StatusOK)
	v.press("Thank you")
	v.wants("Your kind word is sent.", "1 “thank you”")
}

func TestAsker(t *testing.T) {
	w := newTown(t)
	_, err := w.Forum.AddLabel(t.Context(), w.people["ola"], "money")
	w.must(err)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	site := w.serve()
	ann := w.visit(site, "ann")
	mine := "/t/" + thread.PID + "/mine"
	change := func(button string, fill ...string) {
		t.Helper()
		ann.goTo(mine)
		ann.press(button, fill...)
	}
	change("Save What would help most?", "wish", "celebrating")
	ann.isAt("/t/"+thread.PID, http.StatusOK)
	ann.wants("Saved. Everyone who replies will see it.", "something good to share")
	change("Save The short version", "short", "Take *socks*.")
	ann.wants("Your short version is saved.", "The short version", "Take socks.")
	change("Save How did it go?", "ending", "It went well.")
	ann.wants("Thank you for telling people how it went.", "It went well.")
	change("Save What does it touch on? (you can leave it out)", "label", "money")
	ann.wants("The labels are saved.", "money")
	change("Save Ask me how it went (you can leave it out)", "ask_on", "2026-12-01")
	ann.goTo(mine)
	ann.wants("We will ask you on Tuesday 1 December 2026.")
	ann.holds("wish", "celebrating", "short", "Take *socks*.", "ending", "It went well.", "label", "money", "ask_on", "2026-12-01")
	change("Save The short version", "short", strings.Repeat("x", 1001))
	if ann.status != http.StatusUnprocessableEntity || len(ann.field("short")) != 1001 {
		t.Errorf("a long one: %d, %d letters came back", ann.status, len(ann.field("short")))
	}
	ann.hasTargets()
	change("Save The short version", "short", "")
	ann.lacks("Take <em>socks")

	if out := w.ask(asking{as: "ben", path: mine}); out.Code != http.StatusForbidden {
		t.Errorf("ben changes ann's thread: %d", out.Code)
	}
	mo := w.visit(site, "mo")
	mo.goTo(mine)
	mo.lacks(`name="short"`)
	mo.press("Save What does it touch on? (you can leave it out)", "label", "-")
	mo.wants("The labels are saved.")

	// Signed out meanwhile, the words come back.
	ann.goTo(mine)
	ann.client.Jar = newVisitor(t, site).client.Jar
	ann.press("Save How did it go?", "ending", "A long story.")
	if ann.status != http.StatusUnauthorized || !strings.Contains(ann.body, "A long story.") {
		t.Errorf("signed out: %d", ann.status)
	}
}

func TestAskerKeepsItForMembers(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	ann, mine := w.visit(w.serve(), "ann"), "/t/"+thread.PID+"/mine"
	for _, path := range []string{"/", "/waiting", "/b/chemotherapy"} {
		if !strings.Contains(w.get("", path), ">A title<") {
			t.Errorf("a guest does not find it at %s", path)
		}
	}
	w.get("", "/t/"+thread.PID)
	ann.goTo(mine)
	ann.press("Keep it for members from now on")
	ann.wants("Only members can read this conversation now.", "A title")
	for _, path := range []string{"/", "/waiting", "/b/chemotherapy"} {
		if strings.Contains(w.get("", path), ">A title<") || !strings.Contains(w.get("ben", path), ">A title<") {
			t.Errorf("who finds it at %s is not as it should be", path)
		}
	}
	if hidden, missing := w.ask(asking{path: "/t/" + thread.PID}), w.ask(asking{path: "/t/0123456789abc"}); hidden.Code != http.StatusNotFound || hidden.Body.String() != strings.ReplaceAll(missing.Body.String(), "0123456789abc", thread.PID) {
		t.Errorf("a guest asks for it and is told %d", hidden.Code)
	}
	ann.goTo(mine)
	ann.lacks(`value="narrow"`)
}

func TestChanges(t *testing.T) {
	for _, tc := range []struct{ before, after, want string }{
		{"", "one two", "+one two"},
		{"one two", "one two", "one two"},
		{"one two three", "one three", "one |-two |three"},
		{"one two three", "one 2 three four", "one |-two |+2 |three |+four"},
		{"a b", "", "-a b"},
		{"one\n\ntwo", "one\n\n2", "one\n\n|-two|+2"},
	} {
		var got []string
		for _, c := range changes(tc.before, tc.after) {
			sign := ""
			if c.Added {
				sign = "+"
			} else if c.Out {
				sign = "-"
			}
			got = append(got, sign+c.Words)
		}
		if said := strings.Join(got, "|"); said != tc.want {
			t.Errorf("%q to %q: %q, want %q", tc.before, tc.after, said, tc.want)
		}
	}
}

func TestMarking(t *testing.T) {
	for _, tc := range []struct {
		html     template.HTML
		want     string
		snippets []string
	}{
		{"<p>Dr Patel and Dr Patel</p>", "<p><mark>Dr Patel</mark> and <mark>Dr Patel</mark></p>", []string{"Dr Patel"}},
		{`<p><a href="https://me.example">me.example</a> p</p>`, `<p><a href="https://me.example"><mark>me.example</mark></a> p</p>`, []string{"me.example"}},
		{"<p>St Anne&#39;s</p>", "<p><mark>St Anne&#39;s</mark></p>", []string{"St Anne's"}},
		{"<p>nothing</p>", "<p>nothing</p>", []string{"", "p", "<p>"}},
		{"a < b", "a < b", []string{"x"}},
	} {
		if said := string(marking(tc.html, tc.snippets)); said != tc.want {
			t.Errorf("%q: %q, want %q", tc.html, said, tc.want)
		}
	}
}
