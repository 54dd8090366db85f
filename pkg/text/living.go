package text

import (
	"html"
	"regexp"
	"strings"
)

// Living is what a page knows of the others that a text speaks of. It is asked
// whenever the text is shown, and stored nowhere: who leaves is gone from every
// quote and every mention at once.
type Living struct {
	Quote  func(Quote) (Quoted, bool)               // false: that post is not here any more, or not for these eyes
	Name   func(pid string) (shown string, ok bool) // the name as shown
	Gone   string                                   // stands in place of a quote that is gone, in the page's language; nothing if empty
	Unseen string                                   // stands in place of a quote of somebody who is out of the reader's sight
	Nobody string                                   // stands in place of a name that is gone; "…" if empty
	Cover  func(why string) string                  // what stands in place of a covered passage; "…" if nil

	// Personal says that some of it is so for one reader alone: what is made with it
	// is never kept for others.
	Personal bool
}

// Quoted is what a [Quote] stands for now.
type Quoted struct {
	By    string // the name as shown
	Link  string // the address of the post on this site
	Words string // from [Quote.Of]

	Unseen bool // its author and the reader do not see each other: the rest is empty
}

// maxQuoted characters of a quote are shown, then "…": the whole is one link away.
const maxQuoted = 1000

// A holder keeps the place of a quote, a name or a cover in stored HTML. No words can
// forge one: a "<" in words is always written "&lt;".
var holder = regexp.MustCompile(`<kw-(quote|name|cover) ref="([0-9A-Za-z:-]+)"></kw-(?:quote|name|cover)>`)

func holderOf(kind, ref string) string {
	return "<kw-" + kind + ` ref="` + ref + `"></kw-` + kind + ">"
}

// Speaks tells whether h quotes or names anybody, so that what it shows can
// change while it does not.
func (h HTML) Speaks() bool { return strings.Contains(h.safe, "<kw-") }

// fill puts what l knows into the places that are kept for it.
func (l Living) fill(safe string) string {
	if !strings.Contains(safe, "<kw-") {
		return safe
	}
	return holder.ReplaceAllStringFunc(safe, func(found string) string {
		match := holder.FindStringSubmatch(found)
		switch match[1] {
		case "name":
			return l.name(match[2])
		case "cover":
			return l.cover(match[2])
		}
		ref, _ := parseQuote(match[2])
		return l.quote(ref)
	})
}

func (l Living) name(pid string) string {
	shown := l.Nobody
	if shown == "" {
		shown = "…"
	}
	if l.Name != nil {
		if name, ok := l.Name(pid); ok {
			shown = name
		}
	}
	return `<span class="name">@` + html.EscapeString(shown) + `</span>`
}

func (l Living) cover(why string) string {
	words := "…"
	if l.Cover != nil {
		words = l.Cover(why)
	}
	return `<mark class="covered">` + html.EscapeString(words) + `</mark>`
}

func (l Living) quote(ref Quote) string {
	var quoted Quoted
	var ok bool
	if l.Quote != nil {
		quoted, ok = l.Quote(ref)
	}
	if !ok || quoted.Words == "" {
		return instead(l.Gone, l.Unseen, ok && quoted.Unseen)
	}
	words := nameRef.ReplaceAllStringFunc(paragraphs(cut(quoted.Words, maxQuoted)), func(name string) string {
		return l.name(name[2 : len(name)-1])
	})
	return `<blockquote class="quoted"><p><cite><a href="` + html.EscapeString(quoted.Link) + `">` +
		html.EscapeString(quoted.By) + "</a></cite></p>\n" + words + "</blockquote>"
}

// instead is what stands in place of a quote without words: that it is gone, or that
// it is not shown to this reader; or nothing.
func instead(gone, unseen string, isUnseen bool) string {
	words := gone
	if isUnseen && unseen != "" {
		words = unseen
	}
	if words == "" {
		return ""
	}
	return `<blockquote class="quoted"><p>` + html.EscapeString(words) + `</p></blockquote>`
}
