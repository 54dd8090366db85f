package text

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads the part of CommonMark that a tired person can write without
// being surprised. What is left out is left out because it makes words vanish
// or change: raw HTML (shown as typed instead), reference definitions
// ("[Update]: cancelled" would disappear) and underlined headings (a line of
// dashes under a paragraph would make all of it a heading).
var markdown = goldmark.New(
	goldmark.WithParser(parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(quoteParser{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(quoteBlocks{}, 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(bareLinks{}, 600),
		),
	)),
	goldmark.WithRenderer(renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(marks{}, 100),
		util.Prioritized(html.NewRenderer(html.WithHardWraps()), 1000),
	))),
)

// quoteParser leaves ">38 degrees" alone: before a figure the sign means "more
// than", and taking it away would change what is said.
type quoteParser struct{ parser.BlockParser }

func (q quoteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	after := bytes.TrimPrefix(bytes.TrimLeft(line, " "), []byte(">"))
	if len(after) > 0 && '0' <= after[0] && after[0] <= '9' {
		return nil, parser.NoChildren
	}
	return q.BlockParser.Open(parent, reader, pc)
}
