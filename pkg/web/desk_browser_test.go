package web

import (
	"fmt"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/web/browser"
)

// A day at the desk, in windows of the people in it.
type day struct {
	*town
	t       *testing.T
	browser *browser.Browser
	site    string
	way     browser.Way
	windows map[string]*lookedAt
}

// as is somebody's own window.
func (d *day) as(who string) *lookedAt {
	d.t.Helper()
	if p, ok := d.windows[who]; ok {
		return p
	}
	p := &lookedAt{Page: d.browser.Open(d.t, d.site, d.way), t: d.t, w: d.town, way: fmt.Sprintf("%s %d dark %v scripts %v", who, d.way.Width, d.way.Dark, !d.way.NoScript)}
	p.Go("/help-now")
	browser.Eval[bool](p.Page, fmt.Sprintf(`(document.cookie = "%s=%s; path=/", document.cookie = "%s=keys=on; path=/", true)`, sessionCookie, d.tokens[who], lookCookie))
	d.windows[who] = p
	return p
}

// settled lets everything that follows happen.
func (d *day) settled() {
	d.t.Helper()
	for {
		did, err := d.queue.Step(d.t.Context())
		d.must(err)
		if !did {
			return
		}
	}
}

// A newcomer's link waits and is posted; a post is flagged; two moderators open it and
// both decide, and nothing is lost; its author is told, changes it and posts it again,
// and asks somebody else to look, who takes the decision back; and another decision is
// undone. With scripts and without.
func TestADayAtTheDesk(t *testing.T) {
	b := browser.Start(t)
	for _, way := range []browser.Way{{Width: 360, NoScript: true}, {Width: 1280}} {
		t.Run(fmt.Sprintf("%d scripts %v", way.Width, !way.NoScript), func(t *testing.T) {
			w := newTown(t)
			w.t = t
			site := httptest.NewServer(w.handler)
			t.Cleanup(site.Close)
			d := &day{town: w, t: t, browser: b, site: site.URL, way: way, windows: map[string]*lookedAt{}}
			t.Cleanup(d.EndStreams)
			d.morning()
			reply, path := d.flag()
			d.both(path)
			d.author(reply)
			d.otherLooks()
			d.takenBack()
		})
	}
}

// morning: what waits is posted.
func (d *day) morning() {
	d.holds()
	mo := d.as("mo")
	mo.goTo("/desk", "desk")
	mo.Wants("A newcomer’s post with a link")
	mo.Press(`[data-lane="held"] [data-case] a`)
	mo.look("held")
	mo.Wants("Something that helped")
	mo.Tap(`[name="verdict"][value="release"]`)
	mo.Press(`[data-submit]`)
	mo.look("released")
	mo.Wants("Done.")
	mo.Wants("You can undo this until")
	d.settled()
	if page := d.get("", d.boardOfTown()); !strings.Contains(page, "Something that helped") {
		d.t.Error("what was released does not stand on its board")
	}
}

func (d *day) boardOfTown() string { return boardPath(d.chemo.Slug) }

// flag: ben calls a moderator from the page of the post.
func (d *day) flag() (reply, path string) {
	thread := d.open("ann", d.chemo, "Cycle four was cancelled", "She cried all the way home.")
	reply = d.reply("ann", d.opening(thread), "Bin the chemo, they only do it to fill the chairs.").PID
	ben := d.as("ben")
	ben.goTo("/p/"+reply+"/flag", "flag")
	ben.Tap(`[name="kind"][value="harm"]`)
	ben.Type("#words", "My dad would believe this.")
	ben.Press(`form:has([name="door"][value="conduct"]) .btn`)
	ben.Wants("A moderator will look")
	return reply, d.firstCase(moderation.InFlagged)
}

// both: two moderators have the same case open, and both decide.
func (d *day) both(path string) {
	mo, ola := d.as("mo"), d.as("ola")
	mo.goTo(path, "case")
	ola.goTo(path, "case")
	mo.Wants("My dad would believe this.")
	mo.Lacks("ben")
	mo.Tap(`[name="verdict"][value="remove"]`)
	mo.Choose("#reason", "harm")
	if d.way.NoScript {
		mo.Press(`button[value="fill"]`)
	} else {
		browser.Eval[bool](mo.Page, `document.querySelector("#reason").dispatchEvent(new Event("change", {bubbles: true}))`)
		if label := mo.Text("[data-submit]"); label != "Take it down and send my message" {
			d.t.Errorf("the button says %q", label)
		}
	}
	if words := mo.Value("#message"); !strings.HasPrefix(words, "Hello ann,") || !strings.Contains(words, "mo, moderator") {
		d.t.Errorf("the message that is suggested is %q", words)
	}
	mo.look("message")
	ola.Tap(`[name="verdict"][value="fold"]`)
	ola.Choose("#reason", "harm")
	ola.Type("#message", "A long and careful letter of mine.")
	mo.Press(`[data-submit]`)
	mo.Wants("You can undo this until")
	ola.Press(`[data-submit]`)
	ola.look("stale")
	ola.Wants("Somebody else has decided this meanwhile.")
	ola.Wants("mo, now: Take it down")
	if kept := ola.Value("#kept"); kept != "A long and careful letter of mine." {
		d.t.Errorf("of what ola wrote, there is %q", kept)
	}
	d.settled()
}

// author: ann is told, changes it and posts it again, and asks somebody else to look.
func (d *day) author(reply string) {
	ann := d.as("ann")
	ann.Go("/you/messages")
	ann.Press(".conv a")
	ann.look("told")
	ann.Wants("Bin the chemo")
	ann.Wants("Do not tell others to start, stop or change a treatment.")
	again := ann.Address()
	ann.Press(`form[action$="/again"] .btn`)
	ann.Type("#words", "We stopped the chemo in June. That was our way.")
	if ann.Has(`button[value="look"]`) {
		ann.Press(`button[value="look"]`)
	}
	ann.Press(`button[value="post"]`)
	ann.Wants("We stopped the chemo in June. That was our way.")
	ann.Go(again + "/look-again")
	ann.Type("#words", "It is what happened to us.")
	ann.Press("main form .btn")
	ann.Wants("Someone else will look.")
	d.settled()
	_ = reply
}

// otherLooks: whoever decided cannot answer, and is not named to the one who does.
func (d *day) otherLooks() {
	path := d.firstCase(moderation.InAppeals)
	mo, ola := d.as("mo"), d.as("ola")
	mo.Go(path)
	mo.Wants("You had a part in this decision, so somebody else answers.")
	if mo.Has("#decide") {
		d.t.Error("whoever decided first is offered to answer")
	}
	ola.goTo(path, "appeal")
	ola.Wants("It is what happened to us.")
	browser.Eval[bool](ola.Page, `(document.querySelectorAll("details").forEach(d => { d.open = true }), true)`)
	if said := ola.Text("article"); regexp.MustCompile(`mo, today|by mo|mo, moderator`).MatchString(said) {
		d.t.Errorf("the first decider is named before somebody else has looked:\n%s", said)
	}
	ola.Tap(`[name="answer"][value="granted"]`)
	ola.Press("#decide .btn")
	ola.look("granted")
	ola.Wants("ola took the decision back")
	ola.Wants("The first decision was by mo.")
	d.settled()
}

// takenBack: another decision is undone.
func (d *day) takenBack() {
	mo := d.as("mo")
	thread := d.open("ann", d.chemo, "Ports and lines", "Does it hurt?")
	_, err := d.Desk.Flag(d.t.Context(), d.people["ben"], moderation.Target{Kind: moderation.OnPost, PID: d.opening(thread)}, moderation.ConductDoor, moderation.Unkind, "")
	d.must(err)
	mo.Go(d.firstCase(moderation.InFlagged))
	mo.Tap(`[name="verdict"][value="fold"]`)
	mo.Choose("#reason", "unkind")
	mo.Press("[data-submit]")
	mo.Press(`form[action$="/undo"] .btn`)
	mo.look("undone")
	mo.Wants("Undone.")
	if p := d.subject(thread); p.Folded() {
		d.t.Error("it is folded still")
	}
}

func (d *day) subject(t forum.Thread) forum.Post {
	d.t.Helper()
	s, err := forum.FindSubject(d.t.Context(), d.db, t.Opening)
	d.must(err)
	return s.Post
}

// The desk is worked by keys alone: to a case, claimed, decided with a reason and a
// message, undone, and a note written. No key does anything in a field.
func TestDeskByKeys(t *testing.T) {
	w := newTown(t)
	site := httptest.NewServer(w.handler)
	t.Cleanup(site.Close)
	d := &day{town: w, t: t, browser: browser.Start(t), site: site.URL, way: browser.Way{Width: 1280}, windows: map[string]*lookedAt{}}
	t.Cleanup(d.EndStreams)
	first, second := w.open("ann", w.chemo, "First", "Stop the chemo."), w.open("ann", w.chemo, "Second", "Buy my powder.")
	w.flagged(w.opening(first), moderation.Harm, "")
	w.flagged(w.opening(second), moderation.Selling, "")
	mo := d.as("mo")
	until := func(what string) { t.Helper(); mo.Until(what) }
	focus := func(css string) {
		t.Helper()
		for range 60 {
			if browser.Eval[bool](mo.Page, fmt.Sprintf(`document.activeElement.matches(%q)`, css)) {
				return
			}
			mo.Key(kb.Tab)
		}
		t.Fatalf("Tab does not lead to %s", css)
	}
	mo.Go("/desk")
	mo.Key("j")
	mo.KeyTo(kb.Enter)
	mo.Wants("Could hurt someone’s health")
	mo.Wants("What was said")
	mo.KeyTo("j")
	mo.Wants("The agreement that fits")
	if head := mo.Text("h1"); !strings.HasPrefix(head, "Selling") {
		t.Errorf("j leads to %q", head)
	}
	mo.KeyTo("k")
	mo.KeyTo("c")
	mo.Wants("It is yours for 30 minutes.")
	mo.Key("a")
	until(`document.querySelector("[name=verdict]:checked")?.value === "keep"`)
	mo.Key("r")
	until(`document.querySelector("[name=verdict]:checked")?.value === "remove"`)
	focus("#reason")
	for range 5 {
		if mo.Value("#reason") == "harm" {
			break
		}
		mo.Key(kb.ArrowDown)
	}
	focus("#message")
	mo.Key("r") // in a field it is a letter
	if words := mo.Value("#message"); !strings.Contains(words, "Hello ann") || !strings.Contains(words, "r") {
		t.Errorf("the message is %q", words)
	}
	focus("[data-submit]")
	mo.KeyTo(kb.Enter)
	mo.Wants("You can undo this until")
	mo.Key("u")
	mo.KeyTo(kb.Enter)
	mo.Wants("Undone.")
	mo.Key("e")
	until(`document.activeElement.matches("#passages-of input")`)
	mo.Key("n")
	until(`document.activeElement.matches("#to-note textarea")`)
	for _, letter := range "kind" {
		mo.Key(string(letter))
	}
	focus("#to-note .btn")
	mo.KeyTo(kb.Enter)
	mo.Wants("Your note is saved.")
	mo.Key("?")
	until(`document.querySelector("[data-keys]").open`)
	mo.look("keys")
	mo.KeyTo("b")
	if at := mo.Address(); at != "/desk" {
		t.Errorf("b leads to %s", at)
	}
}

// Word of a new case comes to an open desk without anything moving under anybody.
func TestNewCaseShows(t *testing.T) {
	w := newTown(t)
	site := httptest.NewServer(w.handler)
	t.Cleanup(site.Close)
	d := &day{town: w, t: t, browser: browser.Start(t), site: site.URL, way: browser.Way{Width: 360}, windows: map[string]*lookedAt{}}
	t.Cleanup(d.EndStreams)
	mo := d.as("mo")
	mo.Go("/desk")
	mo.Until(`document.readyState === "complete"`)
	for i := 0; !browser.Eval[bool](mo.Page, `!document.querySelector("[data-news]").hidden`); i++ {
		if i%20 == 0 { // the line may not have been open yet
			w.flagged(w.opening(w.open("ann", w.chemo, "Title", "Words.")), moderation.Unkind, "")
		}
		if i > 400 {
			t.Fatal("nothing says that there are new cases")
		}
		mo.Until(`new Promise(done => setTimeout(() => done(true), 50))`)
	}
	mo.Wants("There are new cases.")
	if words := mo.Text(`[data-lane="flagged"] [data-count]`); !strings.Contains(words, "waiting") || strings.HasPrefix(words, "Nothing") {
		t.Errorf("the lane says %q", words)
	}
	mo.Press("[data-news] a")
	mo.Wants("Unkind to someone")
	w.clock.pass(time.Second)
}
