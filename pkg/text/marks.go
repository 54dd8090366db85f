package text

import (
	"html"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// marks renders what this forum shows differently from other places.
type marks struct{}

func (m marks) RegisterFuncs(on renderer.NodeRendererFuncRegisterer) {
	on.Register(ast.KindHeading, m.heading)
	on.Register(ast.KindFencedCodeBlock, m.fencedCode)
	on.Register(ast.KindLink, m.link)
	on.Register(ast.KindImage, m.image)
	on.Register(ast.KindAutoLink, m.autoLink)
	on.Register(kindQuote, m.quote)
}

// heading writes a bold paragraph. The headings of a page tell who answers whom
// (h3 to h6 are depths of replies); one inside a post would tear that outline.
func (marks) heading(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString("<p><strong>")
	} else {
		w.WriteString("</strong></p>\n")
	}
	return ast.WalkContinue, nil
}

// fencedCode keeps what stands beside the fence as a first line: "~~~ thank you
// all" is not the name of a programming language.
func (marks) fencedCode(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		w.WriteString("</code></pre>\n")
		return ast.WalkContinue, nil
	}
	w.WriteString("<pre><code>")
	code := node.(*ast.FencedCodeBlock)
	if code.Info != nil {
		w.Write(util.EscapeHTML(code.Info.Segment.Value(source)))
		w.WriteByte('\n')
	}
	for i := range code.Lines().Len() {
		line := code.Lines().At(i)
		w.Write(util.EscapeHTML(line.Value(source)))
	}
	return ast.WalkContinue, nil
}

// link writes the host beside every label that is not the address itself, for
// a label can claim anything. What leads nowhere that we allow stays as typed.
func (marks) link(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	link := node.(*ast.Link)
	return writeLink(w, source, node, "[", link.Destination, link.Title, entering)
}

// image writes a link: a picture could shock, and fetching one tells its owner
// who is reading.
func (marks) image(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	image := node.(*ast.Image)
	return writeLink(w, source, node, "![", image.Destination, image.Title, entering)
}

func writeLink(w util.BufWriter, source []byte, node ast.Node, opening string, destination, title []byte, entering bool) (ast.WalkStatus, error) {
	href, host, ok := address(unescape(destination))
	ok = ok && !inLink(node)
	switch {
	case ok && entering:
		openLink(w, href)
	case ok:
		label := words(source, node)
		if blank(label) {
			w.WriteString(html.EscapeString(href))
		}
		w.WriteString("</a>")
		if !says(label, href, host) {
			w.WriteString(" <small>(" + host + ")</small>")
		}
	case entering:
		w.WriteString(opening)
	default:
		w.WriteString("](" + html.EscapeString(unescape(destination)))
		if len(title) == 0 {
			w.WriteString(")")
		}
	}
	if !entering && len(title) > 0 {
		w.WriteString(" “" + html.EscapeString(unescape(title)) + "”")
		if !ok {
			w.WriteString(")")
		}
	}
	return ast.WalkContinue, nil
}

// autoLink writes what stands between < and >.
func (marks) autoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	label := string(node.(*ast.AutoLink).Label(source))
	href, host, ok := address(label)
	if !ok || inLink(node) {
		w.WriteString("&lt;" + html.EscapeString(label) + "&gt;")
		return ast.WalkContinue, nil
	}
	openLink(w, href)
	w.WriteString(html.EscapeString(label) + "</a>")
	if !says(label, href, host) {
		w.WriteString(" <small>(" + host + ")</small>")
	}
	return ast.WalkContinue, nil
}

func openLink(w util.BufWriter, href string) {
	w.WriteString(`<a href="` + html.EscapeString(href) + `" rel="` + rel + `">`)
}

// inLink tells whether node stands inside another link, where HTML allows none.
func inLink(node ast.Node) bool {
	for p := node.Parent(); p != nil && p.Type() == ast.TypeInline; p = p.Parent() {
		var destination []byte
		switch p := p.(type) {
		case *ast.Link:
			destination = p.Destination
		case *ast.Image:
			destination = p.Destination
		}
		if _, _, ok := address(unescape(destination)); ok {
			return true
		}
	}
	return false
}

// unescape resolves the backslashes and entities of a destination or a title.
func unescape(b []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b))))
}

// words returns the text under node.
func words(source []byte, node ast.Node) string {
	var out []byte
	ast.Walk(node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if leaf, ok := n.(*ast.Text); ok && entering {
			out = append(out, leaf.Segment.Value(source)...)
		}
		return ast.WalkContinue, nil
	})
	return html.UnescapeString(string(out))
}
