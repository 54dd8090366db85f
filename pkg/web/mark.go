package web

import (
	"html/template"
	"strings"
)

const markFrom, markTo template.HTML = "<mark>", "</mark>"

// marking marks the snippets in html that [text.HTML] gave. It only looks between
// tags, and adds nothing but its own.
func marking(html template.HTML, snippets []string) template.HTML {
	for _, snippet := range snippets {
		html = markOne(html, template.HTMLEscapeString(snippet))
	}
	return html
}

func markOne(html template.HTML, escaped string) template.HTML {
	if escaped == "" {
		return html
	}
	var out template.HTML
	for rest := html; rest != ""; {
		tag := strings.IndexByte(string(rest), '<')
		if tag < 0 {
			tag = len(rest)
		}
		words := rest[:tag]
		for {
			i := strings.Index(string(words), escaped)
			if i < 0 {
				break
			}
			out += words[:i] + markFrom + words[i:i+len(escaped)] + markTo
			words = words[i+len(escaped):]
		}
		out += words
		rest = rest[tag:]
		end := strings.IndexByte(string(rest), '>') + 1
		if end == 0 {
			end = len(rest)
		}
		out += rest[:end]
		rest = rest[end:]
	}
	return out
}
