// Package browser drives a real Chromium for the tests, as a person would: it
// goes to pages, reads, types, presses, tabs, and takes pictures.
package browser

import (
	"context"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// patience is how long a page may take on a busy machine before a test gives up.
const patience = 45 * time.Second

// Browser is one running Chromium.
type Browser struct{ ctx context.Context }

// Start starts a browser that ends with t. Where there is no Chromium the test is
// skipped; the test command tells its reader so.
func Start(t testing.TB) *Browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium on this machine")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("hide-scrollbars", true))
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start Chromium: %v", err)
	}
	return &Browser{ctx}
}

// Way is how somebody looks at the site.
type Way struct {
	Width    int64 // in CSS pixels; 0 is 1280
	Dark     bool
	NoScript bool
	Language string // an Accept-Language header, or ""
}

// Page is a window of its own: its cookies are nobody else's.
type Page struct {
	t    testing.TB
	ctx  context.Context
	site string
	way  Way
}

// Open opens a window on the site, with JavaScript or without.
func (b *Browser) Open(t testing.TB, site string, way Way) *Page {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	p := &Page{t: t, ctx: ctx, site: strings.TrimSuffix(site, "/"), way: way}
	if p.way.Width == 0 {
		p.way.Width = 1280
	}
	if err := chromedp.Do(ctx, p.emulate()); err != nil { // without a limit: one on the first step would close the window when it ends
		t.Fatalf("open a window: %v", err)
	}
	return p
}

// emulate makes the window as wide, as dark and as plain as somebody has it.
func (p *Page) emulate() chromedp.Action[chromedp.Void] {
	scheme := "light"
	if p.way.Dark {
		scheme = "dark"
	}
	return chromedp.Steps(
		chromedp.EmulateViewport(p.way.Width, 900),
		call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}}),
		scripts(!p.way.NoScript),
		call(network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{Headers: p.headers()}),
	)
}

func (p *Page) headers() network.Headers {
	if p.way.Language == "" {
		return network.Headers{}
	}
	return network.Headers{"Accept-Language": p.way.Language}
}

func scripts(run bool) chromedp.Action[chromedp.Void] {
	return call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !run})
}

// call is a command of the browser's own protocol as a step.
func call[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, command, params)
		return chromedp.Void{}, err
	}
}

// do takes a step, or ends the test saying what could not be done and where.
func (p *Page) do(what string, step chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	get(p, what, step)
}

func get[T any](p *Page, what string, step chromedp.Action[T]) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	got, err := chromedp.Run(ctx, step)
	if err != nil {
		p.t.Fatalf("%s: %v\n%s", what, err, p.where())
	}
	return got
}

// where tells where the page is and how it begins, for a failing test's reader.
func (p *Page) where() string {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	words, err := chromedp.Run(ctx, chromedp.Evaluate[string](`location.href + "\n" + (document.querySelector("main") || document.body).innerText.slice(0, 1500)`))
	if err != nil {
		return "the page does not answer: " + err.Error()
	}
	return words
}
