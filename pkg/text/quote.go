package text

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// MaxQuotes in one post become quotes; more are shown as they were typed. It
// keeps a short source from growing into an endless page.
const MaxQuotes = 10

// Quote names a part of another post, without its words: when that post goes,
// the quote goes too. In a source it is a line of its own,
//
//	[quote:7h2kq0w9ze3xm:2:14-96]
//
// for bytes 14 to 96 of the source of that post's second revision, or
// [quote:7h2kq0w9ze3xm:2] for all of it. It counts in the source, not in what is
// shown, because the source of a revision never changes.
type Quote struct {
	Post     string // public id
	Revision int
	From, To int // both 0 for all of it
}

// String writes q as it stands in a source.
func (q Quote) String() string {
	if q.To == 0 {
		return fmt.Sprintf("[quote:%s:%d]", q.Post, q.Revision)
	}
	return fmt.Sprintf("[quote:%s:%d:%d-%d]", q.Post, q.Revision, q.From, q.To)
}

// PartOf returns the quote of the part of source that reads like words, which a
// reader may have picked out on the page; of all of source if there is none.
func PartOf(source, post string, revision int, words string) Quote {
	q := Quote{Post: post, Revision: revision}
	q.From, q.To = locate(source, words)
	return q
}

// Of returns the quoted words of source, the post and revision that q names, as
// plain text without markup. Quotes inside it are left out: they are somebody
// else's words.
func (q Quote) Of(source string) string {
	if q.To > 0 {
		if q.From < 0 || q.From > q.To || q.To > len(source) {
			return ""
		}
		source = source[q.From:q.To]
	}
	return plainOf(source)
}

// Quotes returns the quotes in source, in their order, at most [MaxQuotes].
func Quotes(source string) []Quote {
	html, err := RenderLong(source)
	if err != nil {
		return nil
	}
	var found []Quote
	for _, match := range holder.FindAllStringSubmatch(html.safe, -1) {
		if match[1] == "quote" {
			q, _ := parseQuote(match[2])
			found = append(found, q)
		}
	}
	return found
}

const pid = `[0-9A-Za-z]{10,40}`

var (
	quoteRef  = regexp.MustCompile(`^(` + pid + `):([1-9][0-9]{0,6})(?::([0-9]{1,7})-([1-9][0-9]{0,6}))?$`)
	quoteLine = regexp.MustCompile(`^ {0,3}\[quote:([0-9A-Za-z:-]+)\][ \t]*\n?$`)
)

func parseQuote(ref string) (q Quote, ok bool) {
	match := quoteRef.FindStringSubmatch(ref)
	if match == nil {
		return q, false
	}
	q.Post = match[1]
	q.Revision, _ = strconv.Atoi(match[2])
	q.From, _ = strconv.Atoi(match[3])
	q.To, _ = strconv.Atoi(match[4])
	return q, true
}

// locate finds words in source by their letters and figures alone, so that
// markup, line ends and curly quotes between them do not matter.
func locate(source, words string) (from, to int) {
	needle, _ := letters(words)
	hay, at := letters(source)
	i := strings.Index(hay, needle)
	if needle == "" || i < 0 {
		return 0, 0
	}
	last := at[i+len(needle)-1]
	_, width := utf8.DecodeRuneInString(source[last:])
	return at[i], last + width
}

// letters returns the letters and figures of s in lower case, and where in s
// each of their bytes comes from.
func letters(s string) (only string, at []int) {
	var out strings.Builder
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r) {
			for n, _ := out.WriteRune(unicode.ToLower(r)); n > 0; n-- {
				at = append(at, i)
			}
		}
	}
	return out.String(), at
}

// quoteBlocks reads the lines that stand for quotes.
type quoteBlocks struct{}

var (
	kindQuote  = ast.NewNodeKind("Quote")
	quotesSeen = parser.NewContextKey()
)

type quoteNode struct {
	ast.BaseBlock
	ref string
}

func (q *quoteNode) Kind() ast.NodeKind { return kindQuote }

func (q *quoteNode) Dump(source []byte, level int) {
	ast.DumpHelper(q, source, level, map[string]string{"ref": q.ref}, nil)
}

func (quoteBlocks) Trigger() []byte { return []byte{'['} }

func (quoteBlocks) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	match := quoteLine.FindSubmatch(line)
	seen, _ := pc.Get(quotesSeen).(int)
	if match == nil || seen == MaxQuotes {
		return nil, parser.NoChildren
	}
	if _, ok := parseQuote(string(match[1])); !ok {
		return nil, parser.NoChildren
	}
	pc.Set(quotesSeen, seen+1)
	reader.Advance(segment.Len() - 1)
	return &quoteNode{ref: string(match[1])}, parser.NoChildren
}

func (quoteBlocks) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (quoteBlocks) Close(ast.Node, text.Reader, parser.Context)                 {}
func (quoteBlocks) CanInterruptParagraph() bool                                 { return true }
func (quoteBlocks) CanAcceptIndentedLine() bool                                 { return false }

func (marks) quote(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString(holderOf("quote", node.(*quoteNode).ref) + "\n")
	}
	return ast.WalkContinue, nil
}
