package web

import (
	"cmp"
	"fmt"
	"maps"
	"net"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"github.com/kindword/kindword/pkg/web/browser"
)

// fourLooks are how every page is looked over. The first is how it is opened.
var fourLooks = []browser.Way{{Width: 360}, {Width: 360, Dark: true}, {Width: 1280, Dark: true}, {Width: 1280}}

// Every kind of page, by day and by night, on a telephone and on a desk, with the
// words that most people write and with the most hostile ones: axe-core objects to
// nothing, nothing is wider than the narrowest window, Tab leads to every control in
// the order of the page, and nothing is too small to read or to press.
//
// KINDWORD_SIGHTS is an expression for the paths to look at alone, and
// KINDWORD_PICTURES a folder for pictures of what something is wrong with.
func TestEveryPageCanBeUsed(t *testing.T) {
	b := browser.Start(t)
	review := &reviews{all: map[string]map[string]int{}}
	for name, says := range map[string]wording{"usual": usual, "hostile": hostile} {
		t.Run(name, func(t *testing.T) {
			g, origin := openGallery(t, says)
			rooms := map[string][]sight{} // one window for each who looks
			for _, s := range g.sights() {
				if (!s.plain || name == "usual") && wanted(s.path) {
					rooms[s.as] = append(rooms[s.as], s)
				}
			}
			for as, sights := range rooms {
				t.Run("as "+as, func(t *testing.T) {
					t.Parallel()
					g.walk(t, b.Open(t, origin, fourLooks[0]), as, sights, review, name)
				})
			}
		})
	}
	t.Logf("axe-core asks a person to review:\n%s", review)
}

// wanted reports whether a path is among those to be looked at.
func wanted(path string) bool {
	only := os.Getenv("KINDWORD_SIGHTS")
	return only == "" || regexp.MustCompile(only).MatchString(path)
}

func openGallery(t *testing.T, says wording) (*gallery, string) {
	door, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(door.Addr().String())
	origin := "http://localhost:" + port
	g := newGallery(t, says, origin)
	s := httptest.NewUnstartedServer(g.doors())
	s.Listener.Close()
	s.Listener = door
	s.Start()
	t.Cleanup(s.Close)
	return g, origin
}

// walk looks over some of the sights in a window of its own.
func (g *gallery) walk(t *testing.T, p *browser.Page, as string, sights []sight, review *reviews, words string) {
	p.Go("/help-now")
	switch {
	case as == "writer":
		browser.Eval[bool](p, fmt.Sprintf(`(document.cookie = "%s=%s; path=/", true)`, formCookie, g.writer))
	case as != "":
		browser.Eval[bool](p, fmt.Sprintf(`(document.cookie = "%s=%s; path=/", true)`, sessionCookie, g.tokens[as]))
	}
	for _, s := range sights {
		p.Look(fourLooks[0])
		p.Go(s.path)
		if s.send != nil {
			p.Go("/help-now")
			sendForm(p, s)
		}
		w := &walker{Page: p, t: t, at: fmt.Sprintf("%s %s %s as %q", words, s.route, s.path, as)}
		w.tabs()
		browser.Eval[bool](p, `(document.querySelectorAll("details").forEach(d => { d.open = true }), true)`)
		for _, way := range fourLooks {
			w.way = fmt.Sprintf("%d dark %v", way.Width, way.Dark)
			p.Look(way)
			violations, asks := p.Axe()
			for _, v := range violations {
				w.wrong("%v", v)
			}
			review.add(asks, s.route)
			if !way.Dark {
				w.sizes()
			}
		}
		w.narrow()
		if folder := os.Getenv("KINDWORD_PICTURES"); folder != "" && w.bad && words == "usual" {
			p.Look(fourLooks[0])
			p.Picture(filepath.Join(folder, words+"-"+as+strings.NewReplacer("/", "-", "?", "-", "=", "-", ":", "").Replace(s.route)+".png"))
		}
	}
}

// sendForm sends a form that no page has to the sight's address.
func sendForm(p *browser.Page, s sight) {
	form := `(() => { const f = document.createElement("form"); f.method = "post"; f.action = ` + fmt.Sprintf("%q", s.path) + `;`
	for i := 0; i+1 < len(s.send); i += 2 {
		form += fmt.Sprintf(`{ const i = document.createElement("textarea"); i.name = %q; i.value = %q; f.append(i) }`, s.send[i], s.send[i+1])
	}
	browser.Eval[bool](p, form+`const b = document.createElement("button"); b.id = "sendit"; f.append(b); document.body.prepend(f); return true })()`)
	p.Press("#sendit")
}

// A walker looks over one page.
type walker struct {
	*browser.Page
	t       *testing.T
	at, way string
	bad     bool
}

func (w *walker) wrong(format string, args ...any) {
	w.t.Helper()
	w.bad = true
	w.t.Errorf("%s, %s: %s", w.at, w.way, fmt.Sprintf(format, args...))
}

// tabs goes around the page with Tab alone.
func (w *walker) tabs() {
	n := browser.Eval[int](w.Page, listStops)
	w.Keys(kb.Tab, n+1)
	for _, wrong := range browser.Eval[[]string](w.Page, `window.wentWrong()`) {
		w.wrong("%s", wrong)
	}
}

// listStops writes down where Tab ought to lead: to every control that can be seen,
// in the order of the page, the link to the matter first; and then takes down where
// it does, and how that shows.
const listStops = `(() => {
	const seen = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
	const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")]
		.filter(e => e.tabIndex >= 0 && !e.disabled && seen(e))
		.filter(e => e.type !== "radio" || e === ([...document.querySelectorAll("input[type=radio]")].filter(r => r.name === e.name && r.form === e.form && seen(r)).sort((a, b) => b.checked - a.checked)[0]));
	const called = e => e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") + " " + JSON.stringify((e.innerText || e.value || e.name || "").trim().slice(0, 40));
	const went = [], unseen = [];
	document.addEventListener("focusin", e => {
		went.push(e.target);
		const ring = s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 3;
		const box = e.target.getBoundingClientRect();
		const label = e.target.closest("label");
		if (!ring(getComputedStyle(e.target)) && !ring(getComputedStyle(e.target, "::after")) && !(label && ring(getComputedStyle(label)))) unseen.push("the focus does not show on " + called(e.target));
		if (box.width < 2 || box.height < 2 || box.bottom <= 0 || box.top >= innerHeight) unseen.push("the focus is out of sight on " + called(e.target));
	});
	window.wentWrong = () => {
		document.activeElement.blur();
		const wrong = [...unseen];
		if (document.querySelector(".skip") && !(all.length && all[0].matches(".skip"))) wrong.push("the first stop is not the way past the menu");
		const end = went.findIndex((e, i) => i > 0 && e === went[0]);
		const round = end < 0 ? went : went.slice(0, end);
		for (let i = 0; i < Math.max(all.length, round.length); i++)
			if (all[i] !== round[i]) { wrong.push("stop " + (i + 1) + " of " + all.length + " is " + (round[i] ? called(round[i]) : "nothing") + ", not " + (all[i] ? called(all[i]) : "nothing")); break }
		return wrong;
	};
	document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex"); scrollTo(0, 0);
	went.length = 0; unseen.length = 0;
	return all.length + 4 * document.querySelectorAll("input[type=date]").length; // day, month and year are a stop each
})()`

// sizes finds what is too small to press or to read.
func (w *walker) sizes() {
	for _, wrong := range browser.Eval[[]string](w.Page, tooSmall) {
		w.wrong("%s", wrong)
	}
}

// tooSmall lists controls of less than 44 pixels either way that do not stand in a
// sentence, by what answers when they are pressed; and words of less than 16.
const tooSmall = `(() => {
	const wrong = [], seen = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
	const called = e => e.tagName.toLowerCase() + "." + [...e.classList].join(".") + " " + JSON.stringify((e.innerText || e.value || e.name || "").trim().slice(0, 40));
	const words = s => s.replace(/[^\p{L}\p{N}]/gu, "");
	for (const e of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
		if (!seen(e) || e.matches(".skip, .vh[tabindex='-1']")) continue;
		const label = e.matches("[type=radio], [type=checkbox]") && (e.closest("label") || (e.labels && e.labels[0]));
		let box = e.getBoundingClientRect();
		if (label) { const l = label.getBoundingClientRect(); box = {width: Math.max(box.right, l.right) - Math.min(box.left, l.left), height: Math.max(box.bottom, l.bottom) - Math.min(box.top, l.top)} }
		if (box.width > 43.5 && box.height > 43.5) continue;
		let block = e.parentElement;
		while (getComputedStyle(block).display.startsWith("inline") && block.parentElement) block = block.parentElement;
		if (e.tagName === "A" && getComputedStyle(e).display === "inline" && words(block.innerText) !== words(e.innerText)) continue;
		e.scrollIntoView({block: "center"});
		const at = (label || e).getBoundingClientRect(), x = at.left + at.width / 2, y = at.top + at.height / 2;
		const answers = (dx, dy) => { const hit = document.elementFromPoint(x + dx, y + dy); return hit && (e.contains(hit) || label && label.contains(hit)) };
		if (answers(0, -21) && answers(0, 21) && (box.width > 43.5 || answers(-21, 0) && answers(21, 0))) continue;
		wrong.push("too small to press, " + Math.round(box.width) + " by " + Math.round(box.height) + ": " + called(e));
	}
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), small = new Set();
	for (let n = texts.nextNode(); n; n = texts.nextNode()) {
		const size = parseFloat(getComputedStyle(n.parentElement).fontSize);
		if (n.data.trim() && size < 15.9 && seen(n.parentElement) && !n.parentElement.closest(".vh")) small.add("too small to read, " + size + ": " + called(n.parentElement));
	}
	return [...wrong, ...small].slice(0, 12);
})()`

// narrow sees that nothing is wider than the window: on the narrowest telephone, with
// words spaced out (WCAG 1.4.12), and with the text alone twice as large.
func (w *walker) narrow() {
	spaced := `(() => { const s = document.documentElement.style; s.setProperty("--kw-track", ".12em"); s.setProperty("--kw-word", ".16em"); s.setProperty("--kw-lead", "1.5"); s.setProperty("--kw-para", "2em"); return true })()`
	for _, one := range []struct {
		way    string
		width  int64
		before string
	}{{"320 wide", 320, "true"}, {"320 wide, spaced out", 320, spaced}, {"text twice as large", 360, `(document.documentElement.style.cssText = "font-size: 200%", true)`}} {
		w.way = one.way
		w.Look(browser.Way{Width: one.width})
		browser.Eval[bool](w.Page, one.before)
		if over := w.Sideways(); over > 0 && !browser.Eval[bool](w.Page, onlyTable) {
			w.wrong("%d px too wide: %s", over, browser.Eval[string](w.Page, widest))
		}
	}
	browser.Eval[bool](w.Page, `(document.documentElement.style.cssText = "", true)`)
}

// onlyTable says whether the page is one plain table, as the calendar is that leaving
// in a hurry leads to. WCAG 1.4.10 lets tables be wide; nothing else may.
const onlyTable = `document.querySelector("main > table") !== null && document.styleSheets.length === 0`

// widest names what sticks out furthest.
const widest = `(() => {
	const out = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
		.sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right).slice(0, 3);
	return out.map(e => e.tagName.toLowerCase() + "." + [...e.classList].join(".") + " " + JSON.stringify((e.innerText || "").trim().slice(0, 30))).join("; ");
})()`

// reviews gathers what axe-core leaves to a person.
type reviews struct {
	mu  sync.Mutex
	all map[string]map[string]int // by rule, how often at each place
}

func (r *reviews) add(asks []browser.Finding, route string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, f := range asks {
		rule := f.Rule + " (" + f.Help + ")"
		if r.all[rule] == nil {
			r.all[rule] = map[string]int{}
		}
		for _, where := range f.Where {
			r.all[rule][regexp.MustCompile(`[0-9a-z]{13}|\d+`).ReplaceAllString(where, "…")]++
		}
	}
}

// String lists the rules, with the places where most is left.
func (r *reviews) String() string {
	var out strings.Builder
	for _, rule := range slices.Sorted(maps.Keys(r.all)) {
		places := r.all[rule]
		fmt.Fprintf(&out, "%s: %d kinds of places\n", rule, len(places))
		for i, where := range slices.SortedFunc(maps.Keys(places), func(a, b string) int { return cmp.Compare(places[b], places[a]) }) {
			if i == 12 {
				break
			}
			fmt.Fprintf(&out, "\t%d× %s\n", places[where], where)
		}
	}
	return out.String()
}
