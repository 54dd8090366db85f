package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/forum"
)

// What touches on something can be folded or left out of lists, with an account and
// without; its address still leads to it, and nobody else's lists change.
func TestLabelsAsReadingChoices(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	for _, title := range []string{"Money", "Scans"} {
		_, err := w.Forum.AddLabel(ctx, w.people["ola"], title)
		w.must(err)
	}
	open := func(title string, labels ...string) forum.Thread {
		t.Helper()
		thread, err := w.Forum.Open(ctx, w.people["ben"], w.chemo.ID, forum.NewThread{Title: title, Words: "Words.", Labels: labels})
		w.must(err)
		return thread
	}
	money, _, _ := open("Canarymoney", "money"), open("Canaryscans", "scans"), open("Canaryplain")
	open("Canaryboth", "money", "scans")

	saved := w.ask(asking{method: "POST", path: "/reading", form: url.Values{"label-money": {"out"}, "label-scans": {"fold"}, "label-none": {"out"}, "next": {"/"}}})
	cookie := saved.Result().Cookies()[0]
	chosen := cookie.Name + "=" + cookie.Value
	if strings.Contains(cookie.Value, "none") || !strings.Contains(cookie.Value, "money") {
		t.Fatalf("kept: %s", cookie.Value)
	}
	if page := w.ask(asking{path: "/reading", cookie: chosen}).Body.String(); !strings.Contains(page, `name="label-money" value="out" checked`) || !strings.Contains(page, `name="label-scans" value="fold" checked`) {
		t.Error("the page does not show what was chosen")
	}
	for _, as := range []string{"", "ann"} {
		get := func(path, cookie string) string {
			t.Helper()
			out := w.ask(asking{as: as, path: path, cookie: cookie})
			if out.Code != http.StatusOK {
				t.Fatalf("%s as %q: %d", path, as, out.Code)
			}
			return out.Body.String()
		}
		for _, path := range []string{boardPath(w.chemo.Slug), "/waiting", boardPath(w.chemo.Slug) + "?order=newest"} {
			for range 2 { // once made, once remembered if it were
				plain := get(path, "")
				for _, title := range []string{"Canarymoney", "Canaryscans", "Canaryplain", "Canaryboth"} {
					if !strings.Contains(plain, title) {
						t.Errorf("%s as %q lacks %s for somebody who chose nothing", path, as, title)
					}
				}
				if strings.Contains(plain, "rowfold") || strings.Contains(plain, "left out") {
					t.Errorf("%s as %q folds for somebody who chose nothing", path, as)
				}
				page := get(path, chosen)
				if strings.Contains(page, "Canarymoney") || strings.Contains(page, "Canaryboth") || !strings.Contains(page, "2 conversations are left out") {
					t.Errorf("%s as %q does not leave out what is to be left out", path, as)
				}
				before, after, _ := strings.Cut(page, "Scans: folded, as you chose.")
				if strings.Contains(before, "Canaryscans") || !strings.Contains(after, "Canaryscans") || strings.Count(page, "rowfold") != 1 {
					t.Errorf("%s as %q does not fold what is to be folded", path, as)
				}
			}
			if page := get(and(path, "all=1"), chosen); !strings.Contains(page, "Canarymoney") || strings.Contains(page, "left out") {
				t.Errorf("%s as %q does not show what was left out", path, as)
			}
		}
		if page := get("/", chosen); strings.Contains(page, "Canarymoney") {
			t.Errorf("the front page shows it to %q", as)
		}
		if page := get(threadPath(money.PID), chosen); !strings.Contains(page, "Canarymoney") {
			t.Errorf("its address does not lead %q to it", as)
		}
	}
	w.get("", boardPath(w.chemo.Slug)+"?all=1")
	if strings.Contains(w.get("", boardPath(w.chemo.Slug)), "all=1") {
		t.Error("what one guest asked for is remembered for others")
	}
}

// No browser can make more kinds of remembered pages with choices of its own, or send
// more of them than there could be labels.
func TestLabelChoicesAreBounded(t *testing.T) {
	w := newTown(t)
	thread := w.open("ben", w.chemo, "A title", "Words.")
	paths := []string{"/", boardPath(w.chemo.Slug), "/waiting", threadPath(thread.PID)}
	for _, path := range paths {
		w.get("", path)
	}
	before := len(w.pages.young) + len(w.pages.old)
	for i := range 20 {
		for _, path := range paths {
			w.ask(asking{path: path, cookie: lookCookie + "=" + url.Values{"labels": {fmt.Sprintf("made-up-%d:out", i)}}.Encode()})
		}
	}
	if after := len(w.pages.young) + len(w.pages.old); after != before {
		t.Errorf("%d pages are remembered, %d before", after, before)
	}
	var many strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&many, "l%d:out ", i)
	}
	if n := len(strings.Fields(cleanLabels(many.String()))); n != mostLabelChoices {
		t.Errorf("%d choices are kept", n)
	}
	for kept, want := range map[string]string{
		"b:out a:fold a:fold": "a:fold b:out", "A:out": "", "a:show": "", "a:out:b": "", "<b>:out": "", "": "",
	} {
		if got := cleanLabels(kept); got != want {
			t.Errorf("%q is read as %q", kept, got)
		}
	}
}
