// Package text turns what a member wrote into HTML that is safe to show. It is
// the only package that makes HTML out of words.
//
// Words are never lost on the way: markup that this forum has no use for (raw
// HTML, pictures, what is nested too deep) is shown as it was typed.
package text

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"strconv"

	"github.com/yuin/goldmark/text"
)

// RendererVersion names what [Render] does. It is stored beside the HTML, and
// HTML of an older version is made anew from its source: raise it whenever the
// same source would give other HTML.
const RendererVersion = 1

// HTML is sanitised markup. Only [Render] and [RenderLong] make one from a
// member's words; the database gives back the ones it was given.
type HTML struct{ safe string }

// Render turns the Markdown of a post into sanitised HTML. It fails only for a
// source of more than [MaxBytes], which [Check] refuses first.
func Render(source string) (HTML, error) { return render(source, MaxBytes) }

// RenderLong is Render for words that were not written here: an import keeps
// bodies of up to [MaxLongBytes] whole. It makes the same HTML, so it also
// serves to render anything anew.
func RenderLong(source string) (HTML, error) { return render(source, MaxLongBytes) }

func render(source string, limit int) (HTML, error) {
	if len(source) > limit {
		return HTML{}, fmt.Errorf("render %d bytes: the limit is %d", len(source), limit)
	}
	source = Clean(source)
	if TooDeep(source) {
		return show(paragraphs(source)), nil
	}
	var out bytes.Buffer
	words := []byte(source)
	tree := markdown.Parser().Parse(text.NewReader(words))
	if deep(tree, maxDepth) {
		return show(paragraphs(source)), nil
	}
	if err := markdown.Renderer().Render(&out, words, tree); err != nil {
		return HTML{}, fmt.Errorf("render %d bytes: %w", len(source), err)
	}
	return show(out.String()), nil
}

// show is the last step: html is what we made of somebody's words.
func show(html string) HTML { return HTML{safe: holdRedacted(policy.Sanitize(holdNames(html)))} }

// Template returns h for html/template to print, where nobody is asked for the
// quotes and names in it: quotes are left out and names are "@…".
func (h HTML) Template() template.HTML { return h.With(Living{}) }

// With returns h for html/template to print, with what l knows in the places
// of its quotes and names. It depends on nothing else.
func (h HTML) With(l Living) template.HTML { return template.HTML(l.fill(h.safe)) }

// String says how much h holds and none of it, so that no log ever shows a
// member's words.
func (h HTML) String() string { return strconv.Itoa(len(h.safe)) + " bytes of HTML" }

// Format writes [HTML.String], whatever the verb.
func (h HTML) Format(to fmt.State, _ rune) { io.WriteString(to, h.String()) }
