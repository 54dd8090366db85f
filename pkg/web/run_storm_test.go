package web

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestModeratorsShutTheDoors(t *testing.T) {
	w := newTown(t)
	w.lookAfter("pat", w.quiet)
	if got := w.ask(asking{as: "pat", path: "/desk/storm"}); got.Code != http.StatusNotFound {
		t.Errorf("a moderator of some boards: %d", got.Code)
	}
	for _, as := range []string{"mo", "ola"} {
		if page := w.get(as, "/desk/storm"); !strings.Contains(page, "Nothing is closed.") {
			t.Errorf("%s at first:\n%s", as, mainOf(t, page))
		}
	}
	w.does("mo", "/desk/storm", "Nobody may join until Tuesday 3 November 2026, 4:00pm", "do", "paused", "hours", "4")
	w.does("mo", "/desk/storm", "They can only read until", "do", "read", "hours", "12")
	w.does("ola", "/desk/storm", "5 an hour until", "do", "ceiling", "most", "5", "hours", "1")
	if status, page := w.send("mo", "/desk/storm", "do", "invited", "hours", "9"); status != http.StatusUnprocessableEntity || !strings.Contains(page, "Choose for how long.") {
		t.Errorf("for nine hours: %d\n%s", status, mainOf(t, page))
	}
	w.clock.pass(4 * time.Hour)
	if page := w.get("mo", "/desk/storm"); !strings.Contains(page, "Anyone may join.") || !strings.Contains(page, "They can only read") || !strings.Contains(page, "There is no limit.") {
		t.Errorf("four hours later:\n%s", mainOf(t, page))
	}
	w.does("mo", "/desk/storm", "Nothing is closed.", "do", "write")
}

// Whoever is turned away is told until when, and finds what they filled in.
func TestJoiningWhileTheDoorIsShut(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	early := newVisitor(t, site)
	early.goTo("/join?next=/how") // before the door is shut
	w.does("mo", "/desk/storm", "Only people with an invitation", "do", "invited", "hours", "4")
	words := early.sixWords()
	early.press("Join Kindword", "own", "Quiet Heron", "passphrase", password, "kept", "1", "age", "1")
	early.wants("New people can join only by invitation until Tuesday 3 November 2026, 4:00pm")
	if early.status != http.StatusTooManyRequests || early.field("own") != "Quiet Heron" || early.sixWords() != words || early.field("kept") != "1" {
		t.Errorf("turned away: %d, %q, %q", early.status, early.field("own"), early.sixWords())
	}
	late := newVisitor(t, site)
	late.goTo("/join")
	late.wants("only by invitation until Tuesday 3 November 2026, 4:00pm")
	late.lacks(`name="passphrase"`)

	_, page := w.send("mo", "/desk/invitations", "do", "make", "uses", "1", "days", "7")
	link := regexp.MustCompile(`http://[^"]+(/invited/[0-9a-z]+)`).FindStringSubmatch(page)
	if link == nil {
		t.Fatalf("no link:\n%s", mainOf(t, page))
	}
	if again := w.get("mo", "/desk/invitations"); strings.Contains(again, link[1]) || !strings.Contains(again, "For 1 more person, until") {
		t.Errorf("the link is shown again, or not listed:\n%s", mainOf(t, again))
	}
	late.goTo(link[1])
	late.wants("You have been invited.")
	late.press("Join Kindword", "own", "Blue Teapot", "passphrase", password, "kept", "1", "age", "1")
	late.goTo("/you")
	late.wants("Blue Teapot")
	if got := w.ask(asking{path: link[1]}); got.Code != http.StatusGone {
		t.Errorf("a second time: %d", got.Code)
	}
	_, page = w.send("mo", "/desk/invitations", "do", "make", "uses", "25", "days", "30")
	two := regexp.MustCompile(`name="invitation" value="([0-9a-z]+)"`).FindStringSubmatch(page)
	w.does("ola", "/desk/invitations", "Taken back.", "do", "withdraw", "invitation", two[1])

	w.clock.pass(4 * time.Hour)
	early.press("Join Kindword", "passphrase", password)
	early.isAt("/how", http.StatusOK)
}
