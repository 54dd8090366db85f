package web

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/web/browser"
)

// Every page of operators and moderators in a real browser, narrow and wide, by day
// and by night, with scripts and without; and forms that come back.
func TestRunningInABrowser(t *testing.T) {
	b, w := browser.Start(t), newTown(t)
	pages := w.busy()
	site := httptest.NewServer(w.handler)
	t.Cleanup(site.Close)
	for _, way := range []browser.Way{{Width: 360, NoScript: true}, {Width: 360, Dark: true}, {Width: 1280}, {Width: 1280, Dark: true, NoScript: true}} {
		if testing.Short() && (way.Dark == (way.Width > 360)) {
			continue
		}
		name := fmt.Sprintf("run %d dark %v scripts %v", way.Width, way.Dark, !way.NoScript)
		t.Run(name, func(t *testing.T) {
			p := &lookedAt{Page: b.Open(t, site.URL, way), t: t, w: w, way: name}
			p.Go("/help-now")
			browser.Eval[bool](p.Page, fmt.Sprintf(`(document.cookie = "%s=%s; path=/", true)`, sessionCookie, w.tokens["ola"]))
			for _, path := range pages {
				p.goTo(path, strings.Trim(strings.NewReplacer("/", "-", "?", "-", "=", "-").Replace(path), "-"))
			}
			p.mendsAForm()
		})
	}
}

// mendsAForm sends what cannot be taken, and is led to what to mend.
func (p *lookedAt) mendsAForm() {
	p.t.Helper()
	p.Go("/run/board/chemotherapy")
	p.Type("#title", " ")
	p.Press("main form .btn")
	p.look("board-refused")
	p.Wants("There is a problem")
	p.Wants("Write a few words here.")
}
