package web

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/web/browser"
)

// What the script adds, in a real browser: each of these only saves a step.
func TestScript(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	one := w.reply("ben", w.opening(thread), "One.")
	two := w.reply("ann", one.PID, "Two.")
	b := browser.Start(t)
	site := httptest.NewServer(w.handler)
	t.Cleanup(site.Close)
	focus := func(p *browser.Page) string {
		return strings.TrimPrefix(browser.Eval[string](p, `document.activeElement.id`), "p-")
	}

	t.Run("reading settings show before they are saved", func(t *testing.T) {
		p := b.Open(t, site.URL, browser.Way{})
		p.Go("/reading")
		p.Tap(`input[name=theme][value=night]`)
		if got := browser.Eval[string](p, `document.documentElement.dataset.theme`); got != "night" {
			t.Errorf("the theme is %q", got)
		}
		p.Tap(`input[name=theme][value=device]`)
		if browser.Eval[bool](p, `"theme" in document.documentElement.dataset`) {
			t.Error("going back to the device's own light is not shown")
		}
	})

	t.Run("keys are off until they are turned on", func(t *testing.T) {
		p := b.Open(t, site.URL, browser.Way{})
		p.Go("/t/" + thread.PID)
		p.Key("j")
		if got := focus(p); got != "" {
			t.Errorf("with keys off, j went to %s", got)
		}
		p.Go("/reading")
		p.Tap(`input[name=keys][value=on]`)
		p.Press(`form[data-reading] button.btn`)
		p.Go("/t/" + thread.PID + "#p-" + one.PID)
		if got := focus(p); got != one.PID {
			t.Errorf("on arrival the focus is on %q", got)
		}
		p.Key("j")
		if got := focus(p); got != two.PID {
			t.Errorf("j went to %q", got)
		}
		p.Key("b")
		if got := focus(p); got != w.opening(thread) {
			t.Errorf("b went to %q", got)
		}
	})

	t.Run("leaving leaves no way back", func(t *testing.T) {
		p := b.Open(t, site.URL, browser.Way{})
		p.Go("/how")
		p.Go("/t/" + thread.PID)
		p.Press(`.foot form[data-leave] button`)
		p.Wants("November 2026")
		if p.Address() != "/leave" {
			t.Errorf("at %s", p.Address())
		}
		p.Back()
		if strings.Contains(p.Address(), thread.PID) {
			t.Error("Back leads to what was read")
		}
	})

	t.Run("leaving without scripts", func(t *testing.T) {
		p := b.Open(t, site.URL, browser.Way{NoScript: true})
		p.Go("/t/" + thread.PID)
		p.Press(`.foot form[data-leave] button`)
		p.Wants("November 2026")
	})
}
