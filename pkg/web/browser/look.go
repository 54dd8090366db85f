package browser

import (
	"slices"

	"github.com/chromedp/chromedp"
)

// Look shows the page that is there in another way: as wide, as dark. Scripts run,
// or do not, as they did.
func (p *Page) Look(way Way) {
	p.t.Helper()
	way.NoScript, way.Language = p.way.NoScript, p.way.Language
	p.way = way
	p.do("look at it another way", p.emulate())
}

// Keys strikes one key n times, faster than anybody could.
func (p *Page) Keys(key string, n int) {
	p.t.Helper()
	p.do("strike "+key, chromedp.Steps(slices.Repeat([]chromedp.Action[chromedp.Void]{chromedp.KeyEvent(key)}, n)...))
}
