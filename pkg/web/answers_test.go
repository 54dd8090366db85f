package web

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
	"golang.org/x/net/html"

	"github.com/kindword/kindword/pkg/forum"
)

func TestHeaders(t *testing.T) {
	w := newTown(t)
	for _, path := range []string{"/", "/nothing-here", "/reading", assets["kindword.css"].address} {
		h := w.ask(asking{path: path}).Header()
		for name, want := range map[string]string{
			"Content-Security-Policy":      "default-src 'none'",
			"Referrer-Policy":              "same-origin",
			"X-Content-Type-Options":       "nosniff",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Permissions-Policy":           "publickey-credentials-get=(self)",
			"X-Robots-Tag":                 "noindex",
		} {
			if !strings.Contains(h.Get(name), want) {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
		}
		if h.Get("Strict-Transport-Security") != "" {
			t.Errorf("%s promises TLS where there is none", path)
		}
	}
	if got := w.ask(asking{path: assets["kindword.css"].address}).Header().Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("the stylesheet is kept by %q", got)
	}
	w.Secure = true
	if w.ask(asking{path: "/"}).Header().Get("Strict-Transport-Security") == "" {
		t.Error("no promise of TLS")
	}
	if got := w.ask(asking{path: "/reading"}).Header().Get("Set-Cookie"); !strings.HasPrefix(got, "__Host-kw-pre=") || !strings.Contains(got, "Secure") {
		t.Errorf("on TLS the form's cookie is %q", got)
	}
}

// Nothing that a page draws stands in the page itself, or comes from elsewhere.
func TestPagesHoldNoScriptAndNoStyle(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "<script>alert(1)</script>", "<b onclick=x>hello</b> [there](javascript:alert(1))")
	for _, path := range []string{"/", "/t/" + thread.PID, "/reading", "/help-now", "/t/" + thread.PID + "/print", "/leave"} {
		doc, err := html.Parse(strings.NewReader(w.get("ann", path)))
		w.must(err)
		for n := range doc.Descendants() {
			if n.Data == "style" || n.Data == "script" && (attr(n, "src") == "" || n.FirstChild != nil) {
				t.Errorf("%s holds a %s of its own", path, n.Data)
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.Contains(a.Val, "javascript:") || strings.Contains(a.Val, "//") && n.Data != "a" {
					t.Errorf("%s: %s=%q on %s", path, a.Key, a.Val, n.Data)
				}
			}
		}
	}
}

// HEAD answers as GET does, without the body, and moves nobody's place.
func TestHead(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	w.get("ben", "/t/"+thread.PID)
	w.clock.pass(2 * time.Hour)
	w.reply("ann", w.opening(thread), "New words.")
	head := w.ask(asking{as: "ben", method: "HEAD", path: "/t/" + thread.PID})
	if head.Code != http.StatusOK || head.Body.Len() != 0 || head.Header().Get("Content-Type") != htmlType {
		t.Errorf("HEAD: %d, %d bytes", head.Code, head.Body.Len())
	}
	w.ask(asking{as: "ben", path: "/t/" + thread.PID, header: map[string]string{"Purpose": "prefetch"}})
	if !strings.Contains(w.get("ben", "/t/"+thread.PID), ">New<") {
		t.Error("looking ahead marked a reply as read")
	}
}

// What is new to a member is said in words: on the reply, above the replies, and
// in lists; their own is never new.
func TestNew(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	path := "/t/" + thread.PID
	if strings.Contains(w.get("ben", path), ">New<") {
		t.Error("on a first visit something is marked as new")
	}
	w.clock.pass(26 * time.Hour)
	first := w.reply("ann", w.opening(thread), "One.")
	second := w.reply("ann", first.PID, "Two.")
	w.reply("ben", second.PID, "My own.")
	if board := w.get("ben", "/b/chemotherapy"); !strings.Contains(board, "2 new") {
		t.Error("the board does not say what is new")
	}
	if next := w.ask(asking{as: "ben", path: path + "/new"}).Header().Get("Location"); !strings.HasSuffix(next, "#p-"+first.PID) {
		t.Errorf("the first new reply is said to be at %s", next)
	}
	page := w.get("ben", path)
	if n := strings.Count(page, ">New<"); n != 2 {
		t.Errorf("%d replies are marked as new, want 2", n)
	}
	for _, want := range []string{"2 new replies since you were here yesterday", `href="#p-` + first.PID + `"`, `href="#p-` + second.PID + `"`, "You have seen everything new."} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	if !strings.Contains(w.get("ben", path), ">New<") {
		t.Error("looking twice lost the place")
	}
	w.clock.pass(2 * time.Hour)
	if strings.Contains(w.get("ben", path), ">New<") {
		t.Error("on a later visit what was read is still new")
	}
}

// How much is new is said on every page of a thread, whatever its size, and counted
// no further than a bound.
func TestNewIsCountedOnEveryPage(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	opening, path := w.opening(thread), "/t/"+thread.PID
	w.get("ben", path)
	w.clock.pass(26 * time.Hour)
	var latest forum.Post
	for i := range 45 {
		latest = w.reply("ann", opening, "One of many.")
		if i == 20 {
			w.must(w.Forum.TakeBack(t.Context(), w.people["ann"], latest.PID))
		}
	}
	w.reply("ben", opening, "My own.")
	for _, from := range []string{"", "?from=" + latest.PID, "?order=flat", "/from/" + latest.PID} {
		if page := w.get("ben", path+from); !strings.Contains(page, "44 new replies since you were here yesterday") {
			t.Errorf("%s%s does not say how much is new", path, from)
		}
	}
	low := w.ask(asking{as: "ben", path: path, cookie: lookCookie + "=" + look{Energy: "low"}.String()}).Body.String()
	if !strings.Contains(low, "There are new replies since you were here yesterday") {
		t.Error("who asked for no counts is given one")
	}
	for range forum.MostNew {
		w.reply("ann", opening, "More.")
	}
	if page := w.get("ben", path); !strings.Contains(page, "100 or more new replies since you were here yesterday") {
		t.Error("it is not said that there are many")
	}
}

func TestReadingSettings(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	one := w.reply("ben", w.opening(thread), "First reply.")
	w.reply("ben", one.PID, "Second reply.")
	saved := w.ask(asking{method: "POST", path: "/reading", form: url.Values{"energy": {"low"}, "theme": {"night"}, "titles": {"plain"}, "leave": {"head"}, "letters": {"wingdings"}, "next": {"//evil.example"}}})
	if to := saved.Header().Get("Location"); saved.Code != http.StatusSeeOther || strings.Contains(to, "evil") {
		t.Fatalf("%d to %s", saved.Code, to)
	}
	cookie := saved.Result().Cookies()[0]
	page := w.ask(asking{path: "/t/" + thread.PID, cookie: cookie.Name + "=" + cookie.Value}).Body.String()
	for _, want := range []string{`data-theme="night"`, `data-energy="low"`, "<title>Kindword</title>", `class="leave-head"`, "Next post"} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not on the page", want)
		}
	}
	for _, bad := range []string{"First reply", "wingdings", "2 replies"} {
		if strings.Contains(page, bad) {
			t.Errorf("%s is on the page", bad)
		}
	}
	if strings.Contains(w.get("", "/t/"+thread.PID), "data-theme") {
		t.Error("somebody else reads by night too")
	}
	if back := w.ask(asking{method: "POST", path: "/reading", form: url.Values{"reset": {"1"}}}).Result().Cookies(); len(back) != 1 || back[0].MaxAge >= 0 {
		t.Errorf("putting everything back leaves %v", back)
	}
}

// Leaving signs out at once and shows a page that says nothing of us.
func TestLeave(t *testing.T) {
	w := newTown(t)
	out := w.ask(asking{as: "ann", method: "POST", path: "/leave"})
	page := out.Body.String()
	if out.Code != http.StatusOK || !strings.Contains(page, "November 2026") || strings.Contains(strings.ToLower(page), "kindword") {
		t.Errorf("%d\n%s", out.Code, page)
	}
	if !strings.Contains(out.Header().Get("Clear-Site-Data"), "cookies") {
		t.Error("the browser is not told to forget us")
	}
	if strings.Contains(w.get("ann", "/"), `href="/you"`) {
		t.Error("ann is still signed in")
	}
}

func TestFriendlyRefusals(t *testing.T) {
	w := newTown(t)
	for _, test := range []struct {
		method, path string
		status       int
	}{
		{"GET", "/nothing-here", 404},
		{"GET", "/t/nothing", 404},
		{"GET", "/how/", 404},
		{"DELETE", "/how", 405},
		{"GET", "/u/nobody", 401},
	} {
		out := w.ask(asking{method: test.method, path: test.path})
		if out.Code != test.status || !strings.Contains(out.Body.String(), "</html>") {
			t.Errorf("%s %s: %d\n%s", test.method, test.path, out.Code, out.Body)
		}
	}
}

// The log says how the site does, and nothing of who reads what.
func TestLogHoldsNobodysWords(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.quiet, "canary title", "canary words")
	var lines strings.Builder
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&lines, nil)))
	defer slog.SetDefault(before)
	w.get("ann", "/t/"+thread.PID+"?order=flat&canary=1")
	w.ask(asking{path: "/t/" + thread.PID})
	w.ask(asking{path: "/canary/path"})
	w.ask(asking{as: "ann", method: "POST", path: "/reading", form: url.Values{"words": {"canary"}}, header: map[string]string{"User-Agent": "canary", "X-Forwarded-For": "192.0.2.7"}})
	log := lines.String()
	for _, bad := range []string{"canary", thread.PID, "192.0.2", w.tokens["ann"], w.people["ann"].Name.PID} {
		if strings.Contains(log, bad) {
			t.Errorf("the log holds %q:\n%s", bad, log)
		}
	}
	if !strings.Contains(log, "route=/t/:thread") || !strings.Contains(log, "asker=member") || strings.Count(log, "\n") != 4 {
		t.Errorf("the log is\n%s", log)
	}
}

// A mistake of ours is a calm page with a number to tell us, and the log knows
// where it was and not what was said.
func TestPanic(t *testing.T) {
	w := newTown(t)
	var lines strings.Builder
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&lines, nil)))
	defer slog.SetDefault(before)
	r := w.routes()
	r.GET("/boom", func(*gin.Context) { panic("canary") })
	out := httptest.NewRecorder()
	r.ServeHTTP(out, httptest.NewRequest("GET", "/boom", nil))
	if out.Code != http.StatusInternalServerError || !strings.Contains(out.Body.String(), "this number helps us") || strings.Contains(out.Body.String(), "canary") {
		t.Errorf("%d\n%s", out.Code, out.Body)
	}
	if log := lines.String(); strings.Contains(log, "canary") || !strings.Contains(log, "answers_test.go") {
		t.Errorf("the log is\n%s", log)
	}
}

func TestLanguages(t *testing.T) {
	w := newTown(t)
	for header, want := range map[string]string{"": `lang="en"`, "es-MX,es;q=0.9": `lang="es"`, "de": `lang="en"`} {
		if page := w.ask(asking{path: "/how", header: map[string]string{"Accept-Language": header}}).Body.String(); !strings.Contains(page, want) {
			t.Errorf("for %q the page is not in %s", header, want)
		}
	}
}
