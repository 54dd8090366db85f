package web

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// visit opens the town's site for somebody with a browser of their own, signed in
// or, as "", not.
func (w *town) visit(site, as string) *visitor {
	w.t.Helper()
	v := newVisitor(w.t, site)
	if as != "" {
		v.client.Jar.SetCookies(mustURL(w.t, site), []*http.Cookie{{Name: sessionCookie, Value: w.tokens[as], Path: "/"}})
	}
	return v
}

// isUnder fails the test unless the visitor is at a page whose address begins so.
func (v *visitor) isUnder(path string) {
	v.t.Helper()
	if !strings.HasPrefix(v.at, path) || v.status != http.StatusOK {
		v.t.Fatalf("at %s (%d), not under %s\n%s", v.at, v.status, path, v.text())
	}
}

// holds fails the test unless the form holds these: pairs of a name and a value.
func (v *visitor) holds(fields ...string) {
	v.t.Helper()
	for i := 0; i < len(fields); i += 2 {
		if got := v.field(fields[i]); got != fields[i+1] {
			v.t.Errorf("%s (%d): %s holds %q, want %q", v.at, v.status, fields[i], got, fields[i+1])
		}
	}
}

func TestOpenAThread(t *testing.T) {
	w := newTown(t)
	ann := w.visit(w.serve(), "ann")
	ann.goTo("/write")
	ann.follow("Chemotherapy")
	ann.isAt("/b/chemotherapy/write", http.StatusOK)
	ann.wants("Anyone can read this board.", "What it is for.")
	ann.holds("wish", "shared")
	ann.press("Look before you post", "title", "First chemo on Thursday", "words", "What do you wish you had known?\n\n- socks\n- mints", "wish", "listening",
		"note_of", "Fear of cancer coming back", "audience", "members", "ask_on", "2026-11-20")
	ann.wants("not posted yet", "How it will look", "Fear of cancer coming back", "Your draft is saved. Last saved at 12:00pm.")
	ann.holds("title", "First chemo on Thursday", "words", "What do you wish you had known?\n\n- socks\n- mints", "wish", "listening", "audience", "members", "ask_on", "2026-11-20")
	ann.press("Post it")
	ann.isUnder("/t/")
	ann.wants("Your post is up. You can change it or take it back at any time.", "First chemo on Thursday", "someone to listen", "Only members can read it.")
	if !strings.Contains(ann.body, "<li>socks</li>") {
		t.Error("the list is no list")
	}
	thread := strings.TrimPrefix(strings.SplitN(ann.at, "?", 2)[0], "/t/")
	if out := w.ask(asking{path: "/t/" + thread}); out.Code != http.StatusNotFound {
		t.Errorf("a guest reads what is for members: %d", out.Code)
	}
	found, said, err := w.Forum.Asides(t.Context(), w.people["ann"], thread)
	w.must(err)
	if found.Wish != forum.Listening || said.AskOn != account.DayOf(time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("the thread is %q and asks on %d", found.Wish, said.AskOn)
	}
	ann.goTo("/drafts")
	ann.wants("You have no drafts.")
	ann.goTo("/t/" + thread)
	ann.lacks("Your post is up")
}

// Replies nest as they are written, each from the page of the one it answers.
func TestReplyThreeDeep(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	to := w.opening(thread)
	for i, as := range []string{"ben", "ann", "ben"} {
		v := w.visit(site, as)
		v.goTo("/p/" + to + "/reply")
		if as == "ben" { // to ann it is her own
			v.wants("They asked for shared experience.")
		} else {
			v.lacks("They asked for shared experience.")
		}
		v.press("Look before you post", "words", "Reply "+string(rune('1'+i)), "know", "lived")
		v.press("Post it")
		v.isUnder("/t/" + thread.PID)
		v.wants("Your post is up.", "Reply "+string(rune('1'+i)), "How I know: I lived this.")
		to = v.at[strings.Index(v.at, "p-")+2:]
	}
	got := strings.Join(outline(t, w.get("", "/t/"+thread.PID)), "\n")
	if !strings.Contains(got, "h5 ben, reply to ann, level 3") {
		t.Errorf("the outline is\n%s", got)
	}
}

// The box under a conversation leads to the same look, with the words in it.
func TestReplyFromTheThread(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.quiet, "A title", "Some words.")
	ben := w.visit(w.serve(), "ben")
	ben.goTo("/t/" + thread.PID)
	ben.press("Look before you post", "words", "I read this, and I am glad you wrote it.")
	ben.wants("How it will look", "Only members can read this conversation.")
	ben.press("Post it")
	ben.isUnder("/t/" + thread.PID)
	ben.wants("Your post is up.", "I am glad you wrote it.")
	ben.goTo("/t/" + thread.PID)
	ben.press("Save for later", "words", "And another thing.")
	ben.isAt("/drafts", http.StatusOK)
	ben.wants("Your draft is saved.", "And another thing.", "A reply to ann in “A title”")
}

// What cannot be posted as it is comes back whole, with what to mend: above the
// form, in the same words beside the field, and in the title of the window.
func TestWhatToMend(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	long := strings.Repeat("word ", 2100)
	for _, tc := range []struct {
		name, field, value, want string
		press                    string
	}{
		{"no title", "title", "", "Enter a title.", "Look before you post"},
		{"a long title", "title", strings.Repeat("x", 125), "Your title is 5 letters too long.", "Look before you post"},
		{"no words", "words", " \n ", "Write a few words before you post.", "Look before you post"},
		{"many words", "words", long, "Your words are 499 letters too long.", "Look before you post"},
		{"a long note", "note", strings.Repeat("n", 121), "Your content note is 1 letter too long.", "Post it"},
		{"a day that is gone", "ask_on", "2026-11-01", "Choose a day from tomorrow up to a year from now.", "Post it"},
		{"no such day", "ask_on", "tomorrow", "Choose a day from tomorrow up to a year from now.", "Look before you post"},
		{"a name that says too much", "name", "Nurse Ann", "", "Post it"},
	} {
		ann := w.visit(site, "ann")
		ann.goTo("/b/chemotherapy/write?new=1")
		ann.press("Look before you post", "title", "A title", "words", "Some words.")
		if tc.press == "Post it" {
			ann.press("Post it", tc.field, tc.value)
		} else {
			ann.press("Look again", tc.field, tc.value)
		}
		if ann.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d\n%s", tc.name, ann.status, ann.text())
			continue
		}
		ann.wants("There is a problem", tc.want)
		if n := strings.Count(ann.text(), tc.want); tc.want != "" && n != 2 {
			t.Errorf("%s: said %d times, want above and beside", tc.name, n)
		}
		if !strings.Contains(ann.body, "<title>Error: ") {
			t.Errorf("%s: the window does not say so", tc.name)
		}
		ann.holds(tc.field, tc.value)
		ann.hasTargets()
	}
}

// hasTargets fails the test unless every link to a place on the page finds it.
func (v *visitor) hasTargets() {
	v.t.Helper()
	ids := map[string]bool{}
	for n := range v.doc.Descendants() {
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				v.t.Errorf("%s has two of %q", v.at, id)
			}
			ids[id] = true
		}
	}
	for n := range v.doc.Descendants() {
		if href := attr(n, "href"); n.Type == html.ElementNode && len(href) > 1 && href[0] == '#' && !ids[href[1:]] {
			v.t.Errorf("%s has no %s", v.at, href)
		}
	}
}

// A look marks what could point to somebody, and one press puts other words there.
// It stops nothing.
func TestLook(t *testing.T) {
	w := newTown(t)
	ann := w.visit(w.serve(), "ann")
	words := "Dr Patel rings at 9. My number is 07700 900123, *call* me & “say” <b>hello</b>."
	ann.goTo("/b/chemotherapy/write")
	ann.press("Look before you post", "title", "A title", "words", words)
	ann.wants("Could this point to someone?", "“Dr Patel”: the name of a doctor or nurse.", "“07700 900123”: a phone number.", "You can also post it as it is.")
	if !strings.Contains(ann.body, "<mark>07700 900123</mark>") || !strings.Contains(ann.body, "<mark>Dr Patel</mark>") {
		t.Error("nothing is marked in the preview")
	}
	ann.press("Put “My doctor” there Dr Patel")
	ann.holds("words", strings.Replace(words, "Dr Patel", "My doctor", 1))
	ann.wants("“07700 900123”")
	ann.press("Take it out 07700 900123")
	ann.holds("words", "My doctor rings at 9. My number is [phone number taken out], *call* me & “say” <b>hello</b>.")
	ann.lacks("Could this point to someone?")
	ann.press("Look again", "words", words, "title", "Ring Dr Patel")
	ann.press("Change all of these")
	ann.holds("title", "Ring my doctor", "words", "My doctor rings at 9. My number is [phone number taken out], *call* me & “say” <b>hello</b>.")
	ann.press("Look again", "words", words)
	ann.press("Post it")
	ann.wants("Your post is up.", "07700 900123")
}

// A quote is a reference: it shows the words as they are, and goes when they go.
func TestQuote(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.quiet, "A title", "Take a blanket. **Mints** help.\n\nAnd socks.")
	site := w.serve()
	ben := w.visit(site, "ben")
	ben.goTo("/p/" + w.opening(thread) + "/reply?quote=" + w.opening(thread))
	ben.holds("part", "Take a blanket. Mints help.\n\nAnd socks.")
	ben.press("Put it in my words", "words", "Thank you @ann.", "part", "Mints help")
	if words := ben.field("words"); !strings.HasPrefix(words, "Thank you @ann.\n\n[quote:"+w.opening(thread)+":1:") {
		t.Fatalf("the words are %q", words)
	}
	ben.press("Look before you post")
	if !strings.Contains(ben.body, `<blockquote class="quoted">`) || strings.Contains(ben.body, "Could this point") {
		t.Error("the preview shows no quote, or takes it for a detail")
	}
	ben.press("Post it")
	ben.wants("Your post is up.")
	page := w.get("ben", "/t/"+thread.PID)
	if !strings.Contains(page, "<blockquote class=\"quoted\">") || !strings.Contains(page, `<span class="name">@ann</span>`) {
		t.Error("the reply quotes nothing or names nobody")
	}
	ann := w.visit(site, "ann")
	ann.goTo("/p/" + w.opening(thread) + "/remove")
	ann.press("Take it back")
	if page := w.get("ben", "/t/"+thread.PID); !strings.Contains(page, "What was quoted here is gone.") || strings.Contains(page, "help") && strings.Contains(page, "Mints") {
		t.Error("the quote stays after its post is gone")
	}
}

// A name for one conversation is chosen in the form; nothing on the page leads from
// it to the other.
func TestFreshName(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.quiet, "A title", "Some words.")
	ben := w.visit(w.serve(), "ben")
	ben.goTo("/p/" + w.opening(thread) + "/reply")
	ben.wants("Your name in this conversation", "It is not a perfect mask.")
	ben.press("Look before you post", "words", "I am here too.", "name", "Grey Umbrella")
	ben.wants("Grey Umbrella")
	ben.press("Post it")
	ben.wants("Your post is up.", "Grey Umbrella")
	if strings.Contains(w.get("ann", "/t/"+thread.PID), ">ben<") {
		t.Error("the usual name is on the page")
	}
	ben.goTo("/p/" + w.opening(thread) + "/reply")
	ben.lacks("Your name in this conversation")
	ben.press("Look before you post", "words", "More.")
	ben.wants("Grey Umbrella, not posted yet")
}

// Whoever posts a lot in a short time waits, with their words in a draft.
func TestPace(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	to := w.opening(thread)
	ben := w.visit(w.serve(), "ben")
	post := func(words string) {
		ben.goTo("/p/" + to + "/reply?new=1")
		ben.press("Look before you post", "words", words)
		ben.press("Post it")
	}
	for range mostElse {
		post("Yes.")
		ben.wants("Your post is up.")
		w.clock.pass(time.Second)
	}
	post("One more.")
	if ben.status != http.StatusTooManyRequests {
		t.Fatalf("one more: %d", ben.status)
	}
	ben.wants("You can post this in 10 minutes.", "Your draft is saved.")
	ben.holds("words", "One more.")
	w.clock.pass(10 * time.Minute)
	ben.press("Look before you post")
	ben.press("Post it")
	ben.wants("Your post is up.")
}

// Where a guest may not read, writing tells them no more than that: what is hidden
// answers as what is missing, whatever is asked of it.
func TestWritingTellsNothingOfWhatIsHidden(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.quiet, "canary", "canary")
	pid := w.opening(thread)
	words := url.Values{"words": {"Some words."}, "do": {"look"}, "kind": {"reply"}, "only": {"1"}}
	for _, a := range []asking{
		{path: "/p/%/reply"}, {path: "/p/%/kind-word"}, {path: "/p/%/reply?quote=%"},
		{method: "POST", path: "/p/%/reply", form: words}, {method: "POST", path: "/p/%/kind-word", form: url.Values{"kind": {"same"}}},
		{method: "POST", path: "/write/check", form: words}, {method: "POST", path: "/drafts/save", form: words},
	} {
		answer := func(of string) *httptest.ResponseRecorder {
			one := a
			one.path, one.cookie = strings.ReplaceAll(a.path, "%", of), formCookie+"=the-same-browser"
			one.form = maps.Clone(a.form)
			if one.form != nil {
				one.form.Set("post", of)
			}
			return w.ask(one)
		}
		hidden, missing := answer(pid), answer("0123456789abc")
		if hidden.Code != missing.Code || hidden.Body.String() != missing.Body.String() || strings.Contains(hidden.Body.String(), "canary") {
			t.Errorf("%s %s: %d and %d\n%s\n%s", a.method, a.path, hidden.Code, missing.Code, hidden.Body, missing.Body)
		}
	}
	// Nor does the page on which a guest's words wait.
	v := newVisitor(t, w.serve())
	v.goTo("/reading")
	r, err := http.NewRequest("POST", v.site+"/p/"+pid+"/reply", strings.NewReader(url.Values{"words": {"Some words."}, "do": {"save"}, "key": {"k"}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	v.do(r, err)
	v.goTo("/drafts")
	v.wants("Some words.", "For a place that is not here any more")
	v.lacks("canary")
}

// Every page for writing can be read on the narrowest telephone, in Spanish and
// with little energy: nothing is wider than its window, and no message is missing.
func TestWritingReadsInSpanish(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	pid := w.opening(thread)
	for _, path := range []string{"/write", "/b/chemotherapy/write", "/p/" + pid + "/reply?quote=" + pid, "/p/" + pid + "/edit", "/p/" + pid + "/remove",
		"/p/" + pid + "/history", "/p/" + pid + "/kind-word", "/t/" + thread.PID + "/mine", "/drafts", "/drafts?thrown=1"} {
		out := w.ask(asking{as: "ann", path: path, header: map[string]string{"Accept-Language": "es"}, cookie: lookCookie + "=energy%3Dlow"})
		page := out.Body.String()
		if out.Code != http.StatusOK || !strings.Contains(page, `lang="es"`) || !strings.Contains(page, `data-energy="low"`) {
			t.Errorf("%s: %d", path, out.Code)
		}
		if key := regexp.MustCompile(`>(?:[a-z_]+\.)+[a-z_]+<`).FindString(page); key != "" {
			t.Errorf("%s shows a key: %s", path, key)
		}
	}
}
