package text

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// goldmark needs quadratic time for some texts and cannot be stopped in the
// middle: 40 KB of "![a](b" took two seconds, 100 KB of "- " more than twenty.
// No person writes these, so what they are is told by counting.
const (
	// maxMarkers of quotes and lists may open on one line. Twelve people answering
	// one another by mail need twelve.
	maxMarkers = 16
	// maxWork bounds what paragraphs cost together: for each, its inline marks
	// times its bytes, at some 3 ns. 10,000 characters in one paragraph
	// may have 2,400 marks.
	maxWork = 24_000_000
	// maxDepth of elements in one another, in what is shown. Browsers start to
	// lose count at 512.
	maxDepth = 60
)

// TooDeep tells whether source has more quotes, lists or marks in one another
// than a parser copes with. It reads source once. Such a text is shown as it was
// typed, without markup.
func TooDeep(source string) bool {
	work, marks, size := 0, 0, 0
	for line := range strings.Lines(source) {
		if opens(line) > maxMarkers {
			return true
		}
		if strings.TrimSpace(line) == "" {
			work += marks * size
			marks, size = 0, 0
			continue
		}
		for i := range len(line) {
			switch line[i] {
			case '*', '_', '[', ']', '`', '<':
				marks++
			}
		}
		size += len(line)
	}
	return work+marks*size > maxWork
}

// opens counts the quotes and lists that begin on line, up to maxMarkers + 1.
func opens(line string) (n int) {
	for n <= maxMarkers {
		line = strings.TrimLeft(line, " \t")
		width := marker(line)
		if width == 0 || rule(line) {
			break
		}
		line = line[width:]
		n++
	}
	return n
}

// rule tells whether line, which begins with a marker, is a line across the page:
// "- - - -".
func rule(line string) bool {
	return (line[0] == '-' || line[0] == '*') && strings.Trim(line, line[:1]+" \t\n") == ""
}

// marker returns the width of the quote or list marker that line begins with.
func marker(line string) int {
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	rest := line[digits:]
	switch {
	case rest == "" || digits > 9:
		return 0
	case digits == 0 && rest[0] == '>':
		return 1
	case digits == 0 && strings.IndexByte("-+*", rest[0]) < 0, digits > 0 && rest[0] != '.' && rest[0] != ')':
		return 0
	case len(rest) > 1 && strings.IndexByte(" \t\n", rest[1]) < 0:
		return 0
	}
	return digits + 1
}

// deep tells whether node holds more than depth nodes in one another.
func deep(node ast.Node, depth int) bool {
	if depth < 0 {
		return true
	}
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		if deep(child, depth-1) {
			return true
		}
	}
	return false
}

// paragraphs shows words as they were typed: escaped, in paragraphs and lines.
func paragraphs(words string) string {
	var out strings.Builder
	for part := range strings.SplitSeq(words, "\n\n") {
		if part = strings.Trim(part, "\n"); part != "" {
			out.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(part), "\n", "<br>\n") + "</p>\n")
		}
	}
	return out.String()
}
