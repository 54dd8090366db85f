package web

import (
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// outline lists a page's headings in order, as "h2 9 replies".
func outline(t *testing.T, page string) (headings []string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			headings = append(headings, n.Data+" "+textOf(n))
		}
	}
	return headings
}

func textOf(n *html.Node) string {
	var text strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			text.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(text.String()), " ")
}

func TestEveryPlainPageIsWhole(t *testing.T) {
	w := newTown(t)
	for _, path := range []string{"/", "/b/chemotherapy", "/b/how-you-are-feeling", "/awake", "/waiting", "/where-to-post", "/how", "/kind", "/privacy",
		"/accessibility", "/contact", "/decisions", "/help-now", "/reading"} {
		for _, as := range []string{"", "ann"} {
			page := w.get(as, path)
			level, ones := 0, 0
			for _, heading := range outline(t, page) {
				now := int(heading[1] - '0')
				if now > level+1 {
					t.Errorf("%s as %q skips a level at %s", path, as, heading)
				}
				if level = now; now == 1 {
					ones++
				}
			}
			if ones != 1 {
				t.Errorf("%s as %q has %d h1", path, as, ones)
			}
			if !strings.HasSuffix(strings.TrimSpace(page), "</html>") {
				t.Errorf("%s as %q is cut short", path, as)
			}
		}
	}
}

// A conversation is nested lists; each reply's heading says who, to whom, how deep
// and when.
func TestConversation(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo on Thursday", "What do you wish you had known?")
	one := w.reply("ben", w.opening(thread), "It is mostly sitting.")
	two := w.reply("ann", one.PID, "That helps.")
	w.reply("ben", two.PID, "Good.")
	for _, as := range []string{"", "ann"} {
		page := w.get(as, "/t/"+thread.PID)
		got := strings.Join(outline(t, page), "\n")
		want := `h1 First chemo on Thursday
h2 3 replies
h3 ben, reply to ann, level 1, today, 12:00pm
h4 ann Started this, reply to ben, level 2, today, 12:00pm
h5 ben, reply to ann, level 3, today, 12:00pm`
		if !strings.HasPrefix(got, want) {
			t.Errorf("as %q the outline is\n%s\nwant\n%s", as, got, want)
		}
		if n := strings.Count(page, `<ol class="replies"`); n != 3 {
			t.Errorf("as %q: %d nested lists, want 3", as, n)
		}
	}
}

func TestGuestsPageIsRememberedAndNew(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo on Thursday", "What do you wish you had known?")
	path := "/t/" + thread.PID
	first := w.ask(asking{path: path, header: map[string]string{"Accept-Encoding": "gzip"}})
	etag := first.Header().Get("ETag")
	if etag == "" || first.Header().Get("Content-Encoding") != "gzip" || first.Header().Get("Cache-Control") != "private, no-cache" {
		t.Fatalf("headers %v", first.Header())
	}
	if again := w.ask(asking{path: path, header: map[string]string{"If-None-Match": etag}}); again.Code != http.StatusNotModified {
		t.Errorf("the same page again: %d, want 304", again.Code)
	}
	w.reply("ben", w.opening(thread), "fresh words")
	next := w.ask(asking{path: path, header: map[string]string{"If-None-Match": etag}})
	if next.Code != http.StatusOK || !strings.Contains(next.Body.String(), "fresh words") {
		t.Errorf("after a reply: %d, want the new page", next.Code)
	}
	if ann := w.ask(asking{as: "ann", path: path}); ann.Header().Get("ETag") != "" || ann.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("ann's page has headers %v", ann.Header())
	}
}

// A page that is remembered for guests is served without asking the database.
func TestRememberedPagesNeedNoDatabase(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	paths := []string{"/", "/t/" + thread.PID, "/b/chemotherapy", "/b/chemotherapy?order=newest", "/awake", "/waiting", "/how", "/help-now"}
	for _, path := range paths {
		w.get("", path)
	}
	w.must(w.db.Close())
	for _, path := range paths {
		w.get("", path)
	}
}
