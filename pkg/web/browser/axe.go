package browser

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

//go:embed axe.min.js
var axe string

// Finding is something axe-core found: a violation, or what a person must review.
// Where says at which elements, and in brackets why it cannot tell.
type Finding struct {
	Rule, Help string
	Where      []string
}

// String names the rule, and where it was not kept.
func (f Finding) String() string {
	return fmt.Sprintf("%s (%s) at %s", f.Rule, f.Help, strings.Join(f.Where, " ; "))
}

// Axe checks the page against WCAG 2.2 A and AA and axe-core's own good practice.
func (p *Page) Axe() (violations, review []Finding) {
	p.t.Helper()
	if p.way.NoScript { // axe-core needs timers; the page's own scripts were not loaded and stay away
		p.do("let axe-core run", scripts(true))
		defer p.do("switch scripts off again", scripts(false))
	}
	if Eval[bool](p, `typeof window.axe === "undefined"`) {
		p.do("bring axe-core", chromedp.Evaluate[chromedp.Void](axe+"; undefined"))
	}
	raw := get(p, "run axe-core", chromedp.Action[string](func(ctx context.Context, t *chromedp.Target) (string, error) {
		answer, err := cdp.Call(ctx, t, runtime.Evaluate, runtime.EvaluateParams{Expression: runAxe, AwaitPromise: new(true), ReturnByValue: new(true)})
		if err != nil {
			return "", err
		}
		if answer.ExceptionDetails != nil {
			return "", fmt.Errorf("axe-core: %s", answer.ExceptionDetails.Text)
		}
		var text string
		return text, json.Unmarshal(answer.Result.Value, &text)
	}))
	var found struct{ Violations, Review []Finding }
	if err := json.Unmarshal([]byte(raw), &found); err != nil {
		p.t.Fatalf("axe-core's answer: %v", err)
	}
	return found.Violations, found.Review
}

const runAxe = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations", "incomplete"]})
	.then(r => { const why = n => [...n.any, ...n.all, ...n.none].map(c => c.data && c.data.messageKey).find(k => k), where = n => n.target.join(" ") + (why(n) ? " [" + why(n) + "]" : "");
		const brief = l => l.map(v => ({Rule: v.id, Help: v.help, Where: v.nodes.slice(0, 5).map(where)}));
		return JSON.stringify({Violations: brief(r.violations), Review: brief(r.incomplete)}); })`

// Sideways returns by how many CSS pixels the page is wider than its window.
func (p *Page) Sideways() int {
	p.t.Helper()
	return Eval[int](p, `document.documentElement.scrollWidth - document.documentElement.clientWidth`)
}

func quote(s string) string {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	return string(text)
}
