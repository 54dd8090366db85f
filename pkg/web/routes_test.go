package web

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
	"golang.org/x/net/html"
)

// asTheyAsk is who asks, in the order of the table's columns.
var asTheyAsk = []string{"", "ann", "mo", "ola"}

// Every route is asked as a guest, a member, a moderator and an operator, so that
// none can be added without somebody deciding who may use it. A form is sent empty.
func TestWhoMayAsk(t *testing.T) {
	w := newTown(t)
	_, err := w.Accounts.WriteAgreement(t.Context(), "Be kind.")
	w.must(err)
	for _, route := range w.routes().Routes() {
		thread := w.open("ann", w.chemo, "A title", "Some words.") // each has its own: some of these take a post back
		fill := strings.NewReplacer(":thread", thread.PID, ":post", w.opening(thread), ":board", w.chemo.Slug, ":name", w.people["ann"].Name.PID, ":file", "none")
		name := route.Method + " " + route.Path
		want, ok := mayAsk[name]
		if !ok {
			t.Errorf("%s: who may ask? Say so in the table.", name)
			continue
		}
		for i, as := range asTheyAsk {
			if as != "" { // signed in anew: some of these end every session
				w.signIn(as)
			}
			if got := w.ask(asking{as: as, method: route.Method, path: fill.Replace(route.Path)}).Code; got != want[i] {
				t.Errorf("%s as %q: %d, want %d", name, as, got, want[i])
			}
		}
	}
}

// Every link and every form on a page leads somewhere.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	one := w.reply("ben", w.opening(thread), "An answer.")
	for range 5 {
		one = w.reply("ann", one.PID, "Further down.")
	}
	w.open("ann", w.quiet, "For members", "Some words.")
	for _, as := range []string{"", "ann"} {
		seen, left := map[string]bool{}, []string{"/", "/t/" + thread.PID + "?order=one", "/reading", "/nothing-here"}
		for len(left) > 0 {
			path := left[0]
			left = left[1:]
			if bare, _, _ := strings.Cut(path, "#"); bare != "" {
				path = bare
			}
			if seen[path] {
				continue
			}
			seen[path] = true
			out := w.ask(asking{as: as, path: path})
			if path != "/nothing-here" && out.Code != http.StatusOK && out.Code != http.StatusFound && out.Code != http.StatusSeeOther {
				t.Errorf("%s as %q: %d", path, as, out.Code)
				continue
			}
			if strings.HasPrefix(out.Header().Get("Content-Type"), "text/html") {
				left = append(left, w.leads(as, out.Body.String())...)
			}
		}
	}
}

// leads returns where the links of a page go, and sees that there is a route for
// each of its forms.
func (w *town) leads(as, page string) (paths []string) {
	w.t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	w.must(err)
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "href" && strings.HasPrefix(a.Val, "/") {
				paths = append(paths, a.Val)
			}
			if a.Key == "action" && !w.takes(strings.ToUpper(attr(n, "method")), a.Val) {
				w.t.Errorf("a form as %q is sent to %s, which takes none", as, a.Val)
			}
		}
	}
	return paths
}

// takes reports whether there is a route for path.
func (w *town) takes(method, path string) bool {
	path, _, _ = strings.Cut(path, "?")
	return slices.ContainsFunc(w.routes().Routes(), func(r gin.RouteInfo) bool {
		return r.Method == method && regexp.MustCompile("^"+regexp.MustCompile(`:[a-z]+`).ReplaceAllString(r.Path, "[^/]+")+"$").MatchString(path)
	})
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// Forms from other sites stop at the door, and say nothing back of what they held.
func TestForeignFormsAreRefused(t *testing.T) {
	w := newTown(t)
	for _, header := range []map[string]string{
		{"Sec-Fetch-Site": "cross-site"},
		{"Sec-Fetch-Site": "same-site"},
		{"Sec-Fetch-Site": "", "Origin": "https://evil.example"},
		{"Sec-Fetch-Site": "", "Origin": "null"},
	} {
		out := w.ask(asking{as: "ann", method: "POST", path: "/reading", form: url.Values{"theme": {"night"}, "words": {"canary"}}, header: header})
		if out.Code != http.StatusForbidden || strings.Contains(out.Body.String(), "canary") || len(out.Header().Values("Set-Cookie")) > 0 {
			t.Errorf("%v: %d", header, out.Code)
		}
	}
}

// A browser that says nothing of where a form came from proves it with the form's
// own token, or is asked once more with its words kept.
func TestFormsProveWhereTheyCameFrom(t *testing.T) {
	w := newTown(t)
	silent := map[string]string{"Sec-Fetch-Site": ""}
	send := func(as, cookie, token string) (int, string) {
		out := w.ask(asking{as: as, method: "POST", path: "/reading", cookie: cookie, header: silent, form: url.Values{"theme": {"night"}, "words": {"canary"}, "token": {token}}})
		return out.Code, out.Body.String()
	}
	for _, as := range []string{"", "ann"} {
		opened := w.ask(asking{as: as, path: "/reading"})
		cookie := ""
		for _, c := range opened.Result().Cookies() {
			cookie = c.Name + "=" + c.Value
		}
		token := hidden(t, opened.Body.String(), "token")
		if code, _ := send(as, cookie, token); code != http.StatusSeeOther {
			t.Errorf("as %q with its token: %d", as, code)
		}
		code, page := send(as, cookie, "")
		if code != http.StatusForbidden || !strings.Contains(page, "canary") {
			t.Errorf("as %q without a token: %d, want to be asked again", as, code)
		}
		if code, _ := send(as, cookie, hidden(t, page, "token")); code != http.StatusSeeOther {
			t.Errorf("as %q asked again: %d", as, code)
		}
		if code, _ := send(as, "kw-pre=another", token); as == "" && code != http.StatusForbidden {
			t.Errorf("with another browser's token: %d", code)
		}
	}
}

// hidden is the value of a hidden field.
func hidden(t *testing.T, page, name string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Data == "input" && attr(n, "name") == name {
			return attr(n, "value")
		}
	}
	t.Fatalf("no field %s", name)
	return ""
}

// Words come out of the body of a form, and from nowhere else.
func TestFormsAreReadFromTheBody(t *testing.T) {
	w := newTown(t)
	for _, test := range []struct {
		name, path, kind, body string
		status                 int
		back                   string
	}{
		{"JSON", "/reading", "application/json", `{"theme":"night"}`, http.StatusUnprocessableEntity, ""},
		{"several parts", "/reading", "multipart/form-data; boundary=x", "", http.StatusUnprocessableEntity, ""},
		{"not a form", "/reading", "", "theme=%zz&words=kept", http.StatusUnprocessableEntity, "kept"},
		{"long", "/reading", "", "words=kept&more=" + strings.Repeat("a", maxForm), http.StatusRequestEntityTooLarge, "kept"},
		{"longer than we read", "/reading", "", "words=kept&more=" + strings.Repeat("a", maxBody), http.StatusRequestEntityTooLarge, "kept"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.kind == "" {
				test.kind = "application/x-www-form-urlencoded"
			}
			out := w.raw("POST", test.path, test.body, map[string]string{"Content-Type": test.kind, "Sec-Fetch-Site": "same-origin"})
			if out.Code != test.status || !strings.Contains(out.Body.String(), test.back) {
				t.Errorf("%d, want %d with the words", out.Code, test.status)
			}
		})
	}
	if got := w.ask(asking{method: "POST", path: "/reading?theme=night"}); strings.Contains(got.Header().Get("Set-Cookie"), "night") {
		t.Error("the address filled in a form")
	}
}

func TestAddressesStayOurs(t *testing.T) {
	for path, want := range map[string]string{
		"/t/0123456789abc?from=x#p-1": "/t/0123456789abc?from=x#p-1", "/": "/", "": "/", "//evil.example": "/", "/\\evil.example": "/",
		"https://evil.example/": "/", "javascript:alert(1)": "/", "/a b": "/", "/a\nb": "/", "/%2f/evil": "/%2f/evil", "/you": "/you", "/..//evil": "/..//evil",
	} {
		if got := safe(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
}
