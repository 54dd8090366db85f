package web

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A visitor is somebody with a browser of their own that runs no scripts: it keeps
// cookies, follows where it is sent, and fills in the forms that are on the page.
type visitor struct {
	t      testing.TB
	client *http.Client
	site   string
	modern bool // whether it says where its forms come from, as most do

	status int
	at     string // the address it ended up at
	header http.Header
	body   string
	doc    *html.Node
}

// serve serves the town for as long as the test runs.
func (w *town) serve() string {
	w.t.Helper()
	s := httptest.NewServer(w.handler)
	w.t.Cleanup(s.Close)
	return s.URL
}

func newVisitor(t testing.TB, site string) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &visitor{t: t, client: &http.Client{Jar: jar}, site: site, modern: true}
}

func (v *visitor) do(r *http.Request, err error) {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
	if v.at != "" {
		r.Header.Set("Referer", v.site+v.at)
	}
	answer, err := v.client.Do(r)
	if err != nil {
		v.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	v.status, v.header, v.body = answer.StatusCode, answer.Header, string(body)
	if !strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html") {
		return // a file, which leaves the page where it is
	}
	v.at = strings.TrimPrefix(answer.Request.URL.String(), v.site)
	if v.doc, err = html.Parse(strings.NewReader(v.body)); err != nil {
		v.t.Fatal(err)
	}
}

// goTo opens a page.
func (v *visitor) goTo(path string) {
	v.t.Helper()
	r, err := http.NewRequest("GET", v.site+path, nil)
	v.do(r, err)
}

// follow follows the link with these words.
func (v *visitor) follow(words string) {
	v.t.Helper()
	for n := range v.doc.Descendants() {
		if n.Data == "a" && textOf(n) == words {
			v.goTo(attr(n, "href"))
			return
		}
	}
	v.t.Fatalf("%s has no link %q\n%s", v.at, words, v.text())
}

// press presses the button with these words, in the first form that has one, with
// the fields filled in as fill says: pairs of a name and a value. A value of "-"
// takes a tick away.
func (v *visitor) press(words string, fill ...string) {
	v.t.Helper()
	for form := range v.doc.Descendants() {
		if form.Data != "form" {
			continue
		}
		for button := range form.Descendants() {
			if button.Data == "button" && textOf(button) == words && attr(button, "aria-hidden") == "" {
				v.send(form, button, fill)
				return
			}
		}
	}
	v.t.Fatalf("%s has no button %q\n%s", v.at, words, v.text())
}

func (v *visitor) send(form, button *html.Node, fill []string) {
	v.t.Helper()
	fields := fieldsOf(form)
	for i := 0; i < len(fill); i += 2 {
		if !hasField(form, fill[i]) {
			v.t.Fatalf("%s: the form has no field %q", v.at, fill[i])
		}
		fields.Del(fill[i])
		if fill[i+1] != "-" {
			fields.Set(fill[i], fill[i+1])
		}
	}
	action := attr(form, "action")
	if name := attr(button, "name"); name != "" {
		fields.Set(name, attr(button, "value"))
	}
	if other := attr(button, "formaction"); other != "" {
		action = other
	}
	r, err := http.NewRequest("POST", v.site+action, strings.NewReader(fields.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if v.modern {
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	v.do(r, err)
}

// fieldsOf is what a browser would send of a form as it stands.
func fieldsOf(form *html.Node) url.Values {
	fields := url.Values{}
	for n := range form.Descendants() {
		name, kind := attr(n, "name"), attr(n, "type")
		switch {
		case name == "":
		case n.Data == "textarea":
			fields.Add(name, rawText(n))
		case n.Data == "select":
			for o := range n.Descendants() {
				if o.Data == "option" && has(o, "selected") {
					fields.Set(name, attr(o, "value"))
				}
			}
		case n.Data != "input":
		case kind == "checkbox" || kind == "radio":
			if has(n, "checked") {
				fields.Add(name, attr(n, "value"))
			}
		default:
			fields.Add(name, attr(n, "value"))
		}
	}
	return fields
}

func hasField(form *html.Node, name string) bool {
	for n := range form.Descendants() {
		if attr(n, "name") == name {
			return true
		}
	}
	return false
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func rawText(n *html.Node) string {
	var text strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			text.WriteString(d.Data)
		}
	}
	return text.String()
}

// field is what stands in a field of the page.
func (v *visitor) field(name string) string {
	v.t.Helper()
	for n := range v.doc.Descendants() {
		if n.Data == "form" && fieldsOf(n).Has(name) {
			return fieldsOf(n).Get(name)
		}
	}
	return ""
}

// text is what the page's main part says.
func (v *visitor) text() string {
	for n := range v.doc.Descendants() {
		if n.Data == "main" {
			return textOf(n)
		}
	}
	return textOf(v.doc)
}

func (v *visitor) wants(words ...string) {
	v.t.Helper()
	for _, w := range words {
		if !strings.Contains(v.text(), w) {
			v.t.Errorf("%s (%d) does not say %q\n%s", v.at, v.status, w, v.text())
		}
	}
}

// lacks looks at the whole answer, whatever stands in fields and comments.
func (v *visitor) lacks(words ...string) {
	v.t.Helper()
	for _, w := range words {
		if strings.Contains(v.body, w) {
			v.t.Errorf("%s (%d) holds %q", v.at, v.status, w)
		}
	}
}

func (v *visitor) isAt(path string, status int) {
	v.t.Helper()
	if v.at != path || v.status != status {
		v.t.Fatalf("at %s (%d), not at %s (%d)\n%s", v.at, v.status, path, status, v.text())
	}
}

// sixWords are the words the page shows.
func (v *visitor) sixWords() string {
	v.t.Helper()
	var words []string
	for n := range v.doc.Descendants() {
		if n.Data == "ol" && attr(n, "class") == "code" {
			for li := range n.ChildNodes() {
				if li.Data == "li" {
					words = append(words, textOf(li))
				}
			}
		}
	}
	if len(words) != 6 {
		v.t.Fatalf("%s shows %d words", v.at, len(words))
	}
	return strings.Join(words, " ")
}

const password = "a kettle on the north window"

// join joins under a name of one's own and returns the six words.
func (v *visitor) join(name string) string {
	v.t.Helper()
	v.goTo("/join?next=/")
	words := v.sixWords()
	v.press("Join Kindword", "own", name, "passphrase", password, "kept", "1", "age", "1")
	v.isAt("/", http.StatusOK)
	v.wants("Welcome, " + name + ".")
	return words
}

func (v *visitor) signIn(name, pass string) {
	v.t.Helper()
	v.goTo("/sign-in?next=/you")
	v.press("Sign in", "name", name, "passphrase", pass)
}

func mustURL(t testing.TB, address string) *url.URL {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
