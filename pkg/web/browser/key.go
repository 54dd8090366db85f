package browser

import (
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// KeyTo strikes one key, and waits for the page it leads to.
func (p *Page) KeyTo(key string) {
	p.t.Helper()
	get(p, "strike "+key, chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.KeyEvent(key)))
}
