package screen

import (
	"strings"

	"github.com/kindword/kindword/pkg/care"
)

type span struct{ from, to int }

// contacts are the passages of text by which somebody could be reached elsewhere. A
// number that the site itself shows is not one.
func (s *Screen) contacts(text string) []span {
	var found []span
	for _, d := range care.Details(text) {
		switch d.Kind {
		case care.Phone, care.Email, care.Profile, care.Address:
			if !s.ours(text[d.From:d.To]) {
				found = append(found, span{d.From, d.To})
			}
		}
	}
	return found
}

// ours reports whether a number or an address is one of the site's helplines.
func (s *Screen) ours(passage string) bool {
	now := s.site.Now()
	known := []string{now.Emergency}
	for _, h := range now.Helplines {
		known = append(known, h.Phone, h.Message)
	}
	digits := figures(passage)
	for _, k := range known {
		if strings.EqualFold(k, passage) || len(digits) > 2 && figures(k) == digits {
			return true
		}
	}
	return false
}

func figures(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
