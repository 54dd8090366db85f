package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/web/browser"
)

// A lossy site is a town's site whose network can go away.
type lossy struct {
	*httptest.Server
	lost atomic.Bool
}

func (w *town) lossy() *lossy {
	w.t.Helper()
	l := &lossy{}
	l.Server = httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		if l.lost.Load() {
			panic(http.ErrAbortHandler) // the connection ends without an answer
		}
		w.handler.ServeHTTP(out, r)
	}))
	w.t.Cleanup(l.Close)
	return l
}

// window opens the site in a browser, signed in as somebody or, as "", not.
func (w *town) window(b *browser.Browser, site, as string, way browser.Way) *lookedAt {
	w.t.Helper()
	t := w.t.(*testing.T)
	p := &lookedAt{Page: b.Open(t, site, way), t: t, w: w, way: fmt.Sprintf("%d dark %v scripts %v", way.Width, way.Dark, !way.NoScript)}
	p.Go("/how")
	if as != "" {
		browser.Eval[bool](p.Page, `(document.cookie = "`+sessionCookie+`=`+w.tokens[as]+`; path=/", true)`)
	}
	return p
}

// rereads keeps the browser from putting the page aside whole, so that Back has to
// make it again: the harder case, and one whose end can be waited for.
func (p *lookedAt) rereads() {
	p.t.Helper()
	browser.Eval[bool](p.Page, `(addEventListener("unload", () => {}), true)`)
}

// unfold shows everything that is folded away.
func (p *lookedAt) unfold() {
	p.t.Helper()
	browser.Eval[bool](p.Page, `(document.querySelectorAll("main details").forEach(d => { d.open = true }), true)`)
}

// done waits for the page that says what was done, and sees where the focus is.
func (p *lookedAt) done(words string) {
	p.t.Helper()
	if got := p.Text(".said"); !strings.Contains(got, words) {
		p.t.Errorf("%s: it says %q, not %q", p.way, got, words)
	}
	if strings.Contains(p.way, "scripts true") && !browser.Eval[bool](p.Page, `document.activeElement.classList.contains("said")`) {
		p.t.Errorf("%s: the focus is not on what was done", p.way)
	}
	if !browser.Eval[bool](p.Page, `(r => r.bottom > 0 && r.top < innerHeight)(document.querySelector(".said").getBoundingClientRect())`) {
		p.t.Errorf("%s: what was done is out of sight", p.way)
	}
}

var fourWays = map[string]browser.Way{
	"cat": {Width: 360},
	"dee": {Width: 360, Dark: true, NoScript: true},
	"eve": {Width: 1280, NoScript: true},
	"fay": {Width: 1280, Dark: true},
}

// Somebody asks with a wish, replies three deep, quotes, changes, takes back and
// sends a kind word, in a real browser with scripts and without.
func TestWritingInABrowser(t *testing.T) {
	b, w := browser.Start(t), newTown(t)
	site := w.serve()
	_, err := w.Forum.AddLabel(t.Context(), w.people["ola"], "money")
	w.must(err)
	thread := w.open("ann", w.chemo, "What helped you sleep?", "I am awake at three.\n\n1. tea\n2. more tea")
	for name, way := range fourWays {
		w.settle(name, account.Member)
		w.clock.pass(time.Minute)
		p := w.window(b, site, name, way)
		p.asks()
		p.repliesDeep()
		p.changesAndTakesBack()
		p.sendsKindWord("/t/" + thread.PID)
		p.keepsDrafts()
		p.saysMore()
	}
	// On the narrowest window, with the largest letters, nothing is cut off.
	p := w.window(b, site, "ann", browser.Way{Width: 320})
	browser.Eval[bool](p.Page, `(document.cookie = "`+lookCookie+`=text%3Dlarger; path=/", true)`)
	pid := w.opening(thread)
	for name, path := range map[string]string{"write": "/b/chemotherapy/write", "reply": "/p/" + pid + "/reply?quote=" + pid, "edit": "/p/" + pid + "/edit", "mine": "/t/" + thread.PID + "/mine", "kind-word": "/p/" + pid + "/kind-word"} {
		p.Go(path)
		p.unfold()
		p.look(name)
	}
}

func (p *lookedAt) asks() {
	p.t.Helper()
	p.goTo("/write", "choose")
	p.Go("/b/chemotherapy/write")
	p.unfold()
	p.look("write")
	p.Type("#title", "Scan results in the morning")
	p.Type("#words", "Dr Patel rings at nine.\n\nMy number is 07700 900123.")
	p.Press(`button[value="look"]`)
	if p.Count("mark") != 2 {
		p.t.Errorf("%s: %d details are marked", p.way, p.Count("mark"))
	}
	p.look("look")
	p.Press(`button[value="all"]`)
	if got := p.Value("#words"); got != "My doctor rings at nine.\n\nMy number is [phone number taken out]." {
		p.t.Errorf("%s: the words are %q", p.way, got)
	}
	browser.Eval[bool](p.Page, `(document.querySelector('input[name="wish"][value="listening"]').checked = true)`)
	p.Type("#title", "")
	p.Press(`button[value="look"]`)
	p.look("mend")
	if !strings.HasPrefix(browser.Eval[string](p.Page, `document.title`), "Error: ") || !p.Has("#problems") {
		p.t.Errorf("%s: no problem is told", p.way)
	}
	p.Type("#title", "Scan results in the morning")
	p.Press(`button[value="look"]`)
	p.Press(`button[value="post"]`)
	p.done("Your post is up.")
	p.Wants("someone to listen")
	p.look("posted")
}

func (p *lookedAt) repliesDeep() {
	p.t.Helper()
	for depth := range 3 {
		p.Press(`article.post:not(.opening) a[data-reply], article.opening:only-of-type a[data-reply]`)
		if depth == 0 {
			p.unfold()
			p.look("reply")
			p.Type("#part", "rings at nine")
			p.Press(`button[value="quote"]`)
			p.look("quoted")
		}
		p.Type("#words", p.Value("#words")+fmt.Sprintf("Reply %d.", depth+1))
		p.Press(`button[value="look"]`)
		p.Press(`button[value="post"]`)
		p.done("Your post is up.")
		// The next one answers this.
		browser.Eval[bool](p.Page, `(document.querySelectorAll("article.post").forEach(a => { if (!a.querySelector(".said")) a.querySelectorAll(":scope > .acts a[data-reply]").forEach(l => l.remove()) }), true)`)
	}
	if !p.Has("h5.who") || !p.Has("blockquote.quoted") {
		p.t.Errorf("%s: the replies are not three deep, or quote nothing", p.way)
	}
	p.look("deep")
}

func (p *lookedAt) changesAndTakesBack() {
	p.t.Helper()
	here := strings.TrimPrefix(p.Address(), "")
	pid := here[strings.Index(here, "#p-")+3:]
	p.w.clock.pass(time.Hour)
	p.goTo("/p/"+pid+"/edit", "edit")
	p.Type("#words", "Reply three, said better.")
	p.Press(`button[value="look"]`)
	p.Press(`button[value="post"]`)
	p.done("Your change is saved.")
	p.goTo("/p/"+pid+"/history", "history")
	if !p.Has("del") || !p.Has("ins") {
		p.t.Errorf("%s: the history marks nothing", p.way)
	}
	p.goTo("/p/"+pid+"/remove", "take-back")
	p.Press("main form .btn")
	p.done("You took it back.")
	p.look("taken-back")
	p.goTo("/p/"+pid+"/remove", "put-back")
	p.Press("main form .btn")
	p.done("It is back, as it was.")
}

func (p *lookedAt) sendsKindWord(path string) {
	p.t.Helper()
	p.Go(path)
	p.Tap(".opening details:has(form.kind) summary")
	p.Press(`.opening form.kind button[value="same"]`)
	p.done("Your kind word is sent.")
	p.Press(".opening a[data-reply]")
	p.Go("/p/" + strings.TrimSuffix(strings.TrimPrefix(p.Address(), "/p/"), "/reply") + "/kind-word")
	p.look("kind-word")
}

func (p *lookedAt) keepsDrafts() {
	p.t.Helper()
	p.Go("/b/how-you-are-feeling/write")
	p.Type("#title", "Not yet")
	p.Type("#words", "I will finish this tomorrow.")
	p.Press(`button[value="save"]`)
	p.done("Your draft is saved.")
	p.look("drafts")
	p.Press(".drafttools a")
	if p.Value("#words") != "I will finish this tomorrow." {
		p.t.Errorf("%s: the draft holds %q", p.way, p.Value("#words"))
	}
	p.look("draft")
	p.Go("/drafts")
	p.Press(".drafttools button")
	p.done("It is thrown away.")
	p.goTo("/drafts?thrown=1", "thrown")
}

func (p *lookedAt) saysMore() {
	p.t.Helper()
	p.Go("/b/chemotherapy")
	path := browser.Eval[string](p.Page, `[...document.querySelectorAll(".conv h2 a")].find(a => a.textContent.includes("Scan results")).getAttribute("href")`)
	p.goTo(path+"/mine", "mine")
	p.Type("#short", "Ask for the doctor’s number.")
	p.Press(`button[value="short"]`)
	p.done("Your short version is saved.")
	p.look("with-short")
}

// A guest writes first, in each way; what only guests see is looked over.
func TestGuestInABrowser(t *testing.T) {
	b, w := browser.Start(t), newTown(t)
	site := w.serve()
	thread := w.open("ann", w.chemo, "What helped you sleep?", "I am awake at three.")
	for _, way := range fourWays {
		p := w.window(b, site, "", way)
		p.Go("/t/" + thread.PID)
		p.Press(".replybox .btn")
		p.look("guest-reply")
		p.Type("#words", "Warm milk.")
		p.Press(`button[value="look"]`)
		p.look("guest-look")
		p.Press(`button[value="post"]`)
		p.Wants("Join to post this")
		p.look("guest-words")
		p.Press("main .btn")
		p.Wants("Your reply is safe.")
		p.Go("/p/" + w.opening(thread) + "/kind-word")
		p.look("guest-kind-word")
	}
}

// What a browser alone can lose: 5 the network, 6 a closed tab, 7 Back, 10 two
// presses at once; and what two windows do to each other.
func TestNothingIsLostInABrowser(t *testing.T) {
	b, w := browser.Start(t), newTown(t)
	site := w.lossy()
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	reply := "/p/" + w.opening(thread) + "/reply"
	for name, way := range map[string]browser.Way{"cat": {}, "dee": {NoScript: true}} {
		w.settle(name, account.Member)
		p := w.window(b, site.URL, name, way)
		words := "Network lost, " + name + ".\n\n  Two spaces & <b>."

		p.Go(reply)
		p.rereads()
		p.Type("#words", words)
		p.look("typed") // takes the second in which a browser notes what was typed
		site.lost.Store(true)
		if way.NoScript {
			p.Press(`button[value="look"]`) // leads to the browser's own page for a lost network
			site.lost.Store(false)
			p.Back()
		} else {
			p.Tap(`button[value="look"]`)
			p.Until(`document.querySelector("[role=alert]").textContent.includes("Your words are safe on this page.")`)
			p.look("offline")
			site.lost.Store(false)
		}
		if got := p.Value("#words"); got != words {
			t.Errorf("%s: after the network was lost the form holds %q", p.way, got)
		}
		p.rereads()
		p.Press(`button[value="look"]`)

		p.Back() // 7
		if got := p.Value("#words"); got != words {
			t.Errorf("%s: after Back the form holds %q", p.way, got)
		}
		p.Press(`button[value="look"]`)
		site.lost.Store(true)
		if way.NoScript {
			p.Press(`button[value="post"]`)
		} else {
			p.Tap(`button[value="post"]`)
			p.Until(`document.querySelector("[role=alert]").textContent.includes("Your words are safe on this page.")`)
		}
		site.lost.Store(false)
		p.Go(reply)
		if got := p.Value("#words"); got != words {
			t.Errorf("%s: the draft holds %q", p.way, got)
		}

		p.Press(`button[value="look"]`) // 10
		p.PressTwice(`button[value="post"]`)
		p.Wants("Network lost, " + name)
		if n := strings.Count(w.get("ann", "/t/"+thread.PID), "Network lost, "+name); n != 1 {
			t.Errorf("%s: it stands %d times", p.way, n)
		}
		p.Go("/drafts")
		p.Wants("You have no drafts.")
	}
}

// findsAgain opens a form until it holds the words: what a page sends while it is
// left may arrive a moment after the next one is asked for.
func (p *lookedAt) findsAgain(path, words string) {
	p.t.Helper()
	for range 20 {
		p.Go(path)
		if p.Value("#words") == words {
			return
		}
	}
	p.t.Errorf("%s: %s holds %q, not %q", p.way, path, p.Value("#words"), words)
}

// What a script saves while somebody writes is there after the tab is gone, and the
// copy on the device is gone once it was posted.
func TestSavedWhileWriting(t *testing.T) {
	b, w := browser.Start(t), newTown(t)
	site := w.serve()
	p := w.window(b, site, "ann", browser.Way{})
	p.Go("/b/chemotherapy/write")
	p.Type("#title", "Half a th")
	p.Type("#words", "I was in the middle of a")
	p.Until(`document.querySelector("[data-status]").textContent.includes("Your draft is saved.")`)
	p.Until(`!document.querySelector("[data-preview]").hidden`)
	p.look("live-preview")
	other := w.window(b, site, "ann", browser.Way{}) // another device
	other.Go("/b/chemotherapy/write")
	if got := other.Value("#words"); got != "I was in the middle of a" {
		t.Errorf("another device has %q", got)
	}

	p.Type("#words", "I was in the middle of a sentence")
	p.Go("/how") // at once: the page is left, and says so to the site
	p.findsAgain("/b/chemotherapy/write", "I was in the middle of a sentence")

	// The other window, which began with the older words, writes nothing over.
	other.Type("#words", "From the other device")
	other.Until(`document.querySelector("[data-status]").textContent.includes("There is another version of this draft.")`)
	other.Press("[data-status] a")
	other.look("compare")
	other.Wants("I was in the middle of a sentence")
	other.Wants("From the other device")

	p.Press(`button[value="look"]`)
	p.Press(`button[value="post"]`)
	p.done("Your post is up.")
	if n := browser.Eval[int](p.Page, `Object.keys(localStorage).length`); n != 0 {
		t.Errorf("%d copies are left on the device", n)
	}

	// The box under a conversation is no different.
	thread := w.open("ben", w.chemo, "A title", "Some words.")
	p.Go("/t/" + thread.PID)
	p.Type("#words", "Under the conversation")
	p.Go("/how")
	p.findsAgain("/p/"+w.opening(thread)+"/reply", "Under the conversation")

	// A copy on the device that is newer than what the site has is offered.
	w.breaks("draft", func() {
		p.Go("/b/how-you-are-feeling/write")
		p.Type("#words", "Only on this device")
		p.Go("/how")
	})
	w.clock.pass(-time.Hour)
	p.Go("/b/how-you-are-feeling/write")
	p.Wants("There is a newer copy of your words on this device.")
	p.look("copy")
	p.Tap(".form-side p.row button")
	if got := p.Value("#words"); got != "Only on this device" {
		t.Errorf("the copy put back is %q", got)
	}
}
