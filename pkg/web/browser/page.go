package browser

import (
	"os"
	"strings"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Go goes to a path of the site, or to a whole address.
func (p *Page) Go(path string) {
	p.t.Helper()
	if strings.HasPrefix(path, "/") {
		path = p.site + path
	}
	p.do("go to "+path, chromedp.Navigate(path))
}

// Press presses what css finds, and waits for the page it leads to.
func (p *Page) Press(css string) {
	p.t.Helper()
	get(p, "press "+css, chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.Click(chromedp.CSS(css))))
}

// PressTwice presses what css finds two times at once, as a shaking hand does, and
// waits for the page it leads to.
func (p *Page) PressTwice(css string) {
	p.t.Helper()
	twice := chromedp.Evaluate[chromedp.Void](`{ const e = document.querySelector(` + quote(css) + `); e.click(); e.click() }`)
	get(p, "press twice "+css, chromedp.WaitEvent(page.LoadEventFired, nil, twice))
}

// Tap presses what css finds, on a page that stays.
func (p *Page) Tap(css string) {
	p.t.Helper()
	p.do("tap "+css, chromedp.Click(chromedp.CSS(css)))
}

// Type puts text in a field, in place of what is there.
func (p *Page) Type(css, text string) {
	p.t.Helper()
	Eval[string](p, `document.querySelector(`+quote(css)+`).value = ""`)
	p.do("type in "+css, chromedp.SendKeys(chromedp.CSS(css), text))
}

// Key strikes one key: "j", or one of package kb's.
func (p *Page) Key(key string) {
	p.t.Helper()
	p.do("strike "+key, chromedp.KeyEvent(key))
}

// Choose chooses a value of a select field.
func (p *Page) Choose(css, value string) {
	p.t.Helper()
	p.do("choose in "+css, chromedp.SetValue(chromedp.CSS(css), value))
}

// Text returns the words that css finds, as they are seen. It waits until there is
// something to find, and asks for it in one go: a page may change meanwhile.
func (p *Page) Text(css string) string {
	p.t.Helper()
	for until := time.Now().Add(patience); ; {
		found := Eval[[]string](p, `[...document.querySelectorAll(`+quote(css)+`)].slice(0, 1).map(e => e.innerText)`)
		if len(found) == 1 {
			return found[0]
		}
		if time.Now().After(until) {
			p.t.Fatalf("nothing is called %s\n%s", css, p.where())
		}
		time.Sleep(20 * time.Millisecond) // between two looks at a page that is still coming
	}
}

// Value returns what stands in a field.
func (p *Page) Value(css string) string {
	p.t.Helper()
	return get(p, "read the field "+css, chromedp.Value(chromedp.CSS(css)))
}

// Has reports whether css finds anything.
func (p *Page) Has(css string) bool {
	p.t.Helper()
	return p.Count(css) > 0
}

// Count returns how many elements css finds.
func (p *Page) Count(css string) int {
	p.t.Helper()
	return Eval[int](p, `document.querySelectorAll(`+quote(css)+`).length`)
}

// Wants fails the test unless the page shows the words.
func (p *Page) Wants(words string) {
	p.t.Helper()
	if !strings.Contains(p.Text("body"), words) {
		p.t.Errorf("%q is not on the page\n%s", words, p.where())
	}
}

// Lacks fails the test when the page's source holds the words.
func (p *Page) Lacks(words string) {
	p.t.Helper()
	if strings.Contains(Eval[string](p, `document.documentElement.outerHTML`), words) {
		p.t.Errorf("%q is on the page\n%s", words, p.where())
	}
}

// Address returns the path and fragment of the page.
func (p *Page) Address() string {
	p.t.Helper()
	return strings.TrimPrefix(get(p, "read the address", chromedp.Location()), p.site)
}

// Until waits until a JavaScript condition holds.
func (p *Page) Until(condition string) {
	p.t.Helper()
	get(p, "wait for "+condition, chromedp.Poll[bool](condition))
}

// Back goes back, as the browser's own button does.
func (p *Page) Back() {
	p.t.Helper()
	p.do("go back", chromedp.NavigateBack())
}

// Eval returns the value of a JavaScript expression; it works without scripts of
// the page's own too.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	return get(p, "ask the page "+expression, chromedp.Evaluate[T](expression))
}

// Picture writes the whole page to a file, for a person to look at.
func (p *Page) Picture(file string) {
	p.t.Helper()
	if err := os.WriteFile(file, get(p, "take a picture", chromedp.FullScreenshot(100)), 0o600); err != nil {
		p.t.Fatal(err)
	}
}

// Stops are the places that Tab leads to, in order, until it comes round: each as
// the element's name, text and whether it can be seen when it has the focus.
func (p *Page) Stops(most int) []Stop {
	p.t.Helper()
	Eval[bool](p, `(document.activeElement && document.activeElement.blur(), window.scrollTo(0, 0), true)`)
	var stops []Stop
	for range most {
		p.Key(kb.Tab)
		stop := Eval[Stop](p, focused)
		if stop.Tag == "BODY" {
			break
		}
		stops = append(stops, stop)
	}
	return stops
}

// Stop is one place that Tab leads to.
type Stop struct {
	Tag, Text     string
	Top, Left     float64
	Width, Height float64
}

const focused = `(() => {
	const e = document.activeElement, r = e.getBoundingClientRect();
	const text = (e.getAttribute("aria-label") || e.innerText || e.name || e.id || "").trim().slice(0, 60);
	return {Tag: e.tagName, Text: text, Top: r.top + scrollY, Left: r.left, Width: r.width, Height: r.height};
})()`
