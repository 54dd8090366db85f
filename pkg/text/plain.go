package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Plain returns the words of source without markup, as they would be read out:
// for search, mail and lists. Quotes are left out, for they are somebody else's
// words, and a name that is mentioned becomes "@…": [Unrefer] first where it is
// to be shown.
func Plain(source string) string { return nameRef.ReplaceAllString(plainOf(source), "@…") }

// Excerpt returns the beginning of Plain on one line: at most n characters, cut
// between words, with "…" where something follows.
func Excerpt(source string, n int) string {
	return cut(strings.Join(strings.Fields(Plain(source)), " "), n)
}

// plainOf is Plain with the mentions still in it.
func plainOf(source string) string {
	safe, err := RenderLong(source)
	if err != nil {
		return Clean(source)
	}
	return safe.plain()
}

var gaps = regexp.MustCompile(`\n{3,}`)

// plain reads the words out of h. Blocks stand on lines of their own; the host
// that we put beside a link is not the member's word and is left out.
func (h HTML) plain() string {
	var out strings.Builder
	ours := false
	tokens := html.NewTokenizer(strings.NewReader(h.safe))
	for kind := tokens.Next(); kind != html.ErrorToken; kind = tokens.Next() {
		token := tokens.Token()
		switch {
		case token.Data == "small":
			ours = kind == html.StartTagToken
		case kind == html.TextToken && !ours:
			out.WriteString(token.Data)
		case kind == html.StartTagToken && token.Data == "kw-cover":
			out.WriteString(said(token.Attr[0].Val))
		case kind == html.StartTagToken && token.Data == "kw-name":
			out.WriteString("@{" + token.Attr[0].Val + "}")
		case kind == html.EndTagToken && (token.Data == "p" || token.Data == "pre"):
			out.WriteString("\n")
		}
	}
	return strings.TrimSpace(gaps.ReplaceAllString(out.String(), "\n\n"))
}

// said is what stands in plain words for a passage that is not shown.
func said(why string) string {
	if why == CoverRedacted {
		return RedactedMark
	}
	return "…"
}

// cut returns s if it has at most n characters; else its beginning, up to a
// space where one is near, and "…".
func cut(s string, n int) string {
	end := prefix(s, n)
	if end == len(s) {
		return s
	}
	if i := strings.LastIndexFunc(s[:end+1], unicode.IsSpace); i > end/2 {
		end = i
	}
	for end > 0 && joined(s, end) {
		_, width := utf8.DecodeLastRuneInString(s[:end])
		end -= width
	}
	return strings.TrimRightFunc(s[:end], func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) + "…"
}

// joined tells whether the characters on both sides of s[at] are drawn as one,
// as a letter with its accent or a family of emoji.
func joined(s string, at int) bool {
	const joiner = 0x200D
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at:])
	return before == joiner || after == joiner || unicode.Is(unicode.M, after) || after >= 0x1F3FB && after <= 0x1F3FF
}
