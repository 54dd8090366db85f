package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/moderation"
)

// Worry about somebody shows where help is first, and what can be said; a complaint
// says what happens next. Neither reaches whoever it is about.
func TestTellingAModerator(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo", "It starts soon.")
	reply := w.reply("ben", w.opening(thread), "An answer.")
	if page := w.get("ann", "/t/"+thread.PID); !strings.Contains(page, "/p/"+reply.PID+"/flag") || strings.Contains(page, "/t/"+thread.PID+"/flag") {
		t.Error("ann finds no way, or one about herself")
	}
	if page := w.get("ben", "/u/"+w.people["ann"].Name.PID); !strings.Contains(page, "/flag") {
		t.Error("no way from a name's page")
	}
	page := w.does("ann", "/p/"+reply.PID+"/flag", "You can just listen.", "door", "care", "kind", "worried", "words", "")
	if strings.Index(page, "In danger now") > strings.Index(page, "You can just listen.") {
		t.Error("where help is does not come first")
	}
	w.does("ann", "/p/"+reply.PID+"/flag", "You told us already", "door", "care", "kind", "worried")
	w.does("ann", "/p/"+reply.PID+"/flag", "What happens next", "door", "conduct", "kind", "identifies", "words", "It names a nurse.")
	w.does("ben", "/t/"+thread.PID+"/flag", "What happens next", "door", "conduct", "kind", "source")
	w.does("ben", "/u/"+w.people["ann"].Name.PID+"/flag", "You can just listen.", "door", "care", "kind", "worried")
	for _, form := range [][]string{{"door", "conduct"}, {"door", "conduct", "kind", "worried"}, {"door", "conduct", "kind", "other", "words", ""}, {"door", "none", "kind", "spam"}} {
		if status, page := w.send("ola", "/p/"+reply.PID+"/flag", append(form, "words", "kept words")...); status != http.StatusUnprocessableEntity && !strings.Contains(page, "kept words") {
			t.Errorf("%v: %d", form, status)
		}
	}
	if status, _ := w.send("ben", "/p/"+reply.PID+"/flag", "door", "conduct", "kind", "spam"); status != http.StatusConflict {
		t.Errorf("ben flags himself: %d", status)
	}
	for _, page := range []string{w.get("ben", "/you/messages"), w.get("ben", "/t/"+thread.PID)} {
		if strings.Contains(page, "nurse") {
			t.Error("ben learns of it")
		}
	}
}

// A guest's words wait while they join, in their browser alone and sealed.
func TestAGuestTellsAModerator(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo", "It starts soon.")
	path := "/t/" + thread.PID + "/flag"
	out := w.ask(asking{method: "POST", path: path, form: url.Values{"door": {"conduct"}, "kind": {"harm"}, "words": {"It says to stop."}}})
	if to := out.Header().Get("Location"); out.Code != http.StatusSeeOther || to != "/join?next="+url.QueryEscape(path) {
		t.Fatalf("%d to %s", out.Code, to)
	}
	var cookie string
	for _, c := range out.Result().Cookies() {
		if c.Name == flagCookie {
			cookie = c.Name + "=" + c.Value
		}
	}
	if cookie == "" || strings.Contains(cookie, "stop") {
		t.Fatal("no words are kept, or in the open")
	}
	page := w.ask(asking{as: "ben", path: path, cookie: cookie}).Body.String()
	if !strings.Contains(page, "It says to stop.") || !strings.Contains(page, `value="harm" checked`) {
		t.Error(mainOf(t, page))
	}
	if page := w.ask(asking{as: "ben", path: "/u/" + w.people["ann"].Name.PID + "/flag", cookie: cookie}).Body.String(); strings.Contains(page, "It says to stop.") {
		t.Error("they are filled in elsewhere")
	}
}

// What guests may not see cannot be flagged, and answers as what is not there.
func TestFlagsOfWhatIsNotThere(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.quiet, "For members", "Words.")
	for _, path := range []string{"/t/" + thread.PID + "/flag", "/p/" + w.opening(thread) + "/flag", "/t/0123456789abc/flag", "/p/0123456789abc/flag"} {
		if got := w.ask(asking{path: path}).Code; got != http.StatusNotFound {
			t.Errorf("%s: %d", path, got)
		}
	}
}

// From a flag to another's look: what was flagged is taken down, its author reads
// why and has it back, posts it again, and asks somebody else to look; whoever
// flagged hears what came of it.
func TestFromAFlagToAnotherLook(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	thread := w.open("ann", w.chemo, "First chemo", "It starts soon.")
	reply := w.reply("ben", w.opening(thread), "Ask for Nurse Kay on ward 4.")
	w.does("ann", "/p/"+reply.PID+"/flag", "What happens next", "door", "conduct", "kind", "identifies")
	page, err := w.Desk.Queue(ctx, w.people["mo"], moderation.InFlagged, moderation.Filter{}, "")
	w.must(err)
	c := page.Cases[0]
	_, err = w.Desk.Decide(ctx, w.people["mo"], c.PID, moderation.Choice{Key: "k", Version: c.Version, Revision: 1, Verdict: moderation.Remove, Reason: "private-details", Message: "It named somebody."})
	w.must(err)
	pid := func(as, kind string) (pid string) {
		w.tx(func(tx *db.Tx) (err error) {
			pid, err = db.One(ctx, tx, db.Value[string], `SELECT pid FROM notice WHERE name = $1 AND kind = $2`, w.people[as].Name.ID, kind)
			return err
		})
		return pid
	}
	if said := w.get("ann", "/you/messages/"+pid("ann", "flag_answered")); !strings.Contains(said, "We took down what you told us about") || strings.Contains(said, "It named somebody.") {
		t.Error(mainOf(t, said))
	}
	told := "/you/messages/" + pid("ben", "decided")
	said := w.get("ben", told)
	for _, want := range []string{"No private details, yours or anyone’s.", "It named somebody.", "Ask for Nurse Kay on ward 4.", told + "/look-again", told + "/again"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %s", want, mainOf(t, said))
		}
	}
	w.does("ben", told+"/again", "Here are your words.")
	w.does("ben", "/p/"+w.opening(thread)+"/reply", "Ask for the nurse in charge.", "words", "Ask for the nurse in charge.", "do", "post", "key", "again")
	w.get("ben", told+"/look-again")
	w.does("ben", told+"/look-again", "Someone else will look.", "words", "She agreed to be named.")
	if status, page := w.send("ben", told+"/look-again", "words", "kept words"); status != http.StatusConflict || !strings.Contains(page, "kept words") {
		t.Errorf("asked twice: %d", status)
	}
	appeals, err := w.Desk.Queue(ctx, w.people["ola"], moderation.InAppeals, moderation.Filter{}, "")
	w.must(err)
	w.must(w.Desk.DecideAppeal(ctx, w.people["ola"], appeals.Cases[0].PID, appeals.Cases[0].Version, true))
	if said := w.get("ben", "/you/messages/"+pid("ben", "appeal_answered")); !strings.Contains(said, "put it right") || !strings.Contains(said, "we are sorry") {
		t.Error(mainOf(t, said))
	}
	if page := w.get("ann", "/t/"+thread.PID); !strings.Contains(page, "Nurse Kay") {
		t.Error("it is not back")
	}
}
