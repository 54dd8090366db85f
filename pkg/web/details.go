package web

import (
	"regexp"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/care"
)

// A detailIn is a detail in one field of a form.
type detailIn struct {
	care.Detail
	field string
	in    string // what the field holds
}

func (d detailIn) at() string {
	return d.field + ":" + strconv.Itoa(d.From) + "-" + strconv.Itoa(d.To)
}

// quoteRef is a reference to a quote: it says nothing of anybody by itself.
var quoteRef = regexp.MustCompile(`\[quote:[0-9A-Za-z:-]+\]`)

// details are what in w could point to a person, each with what could stand in its
// place.
func (f frame) details(w writing) []detailIn {
	var all []detailIn
	for _, field := range []struct{ name, holds string }{{"title", w.Title}, {"words", w.Words}, {"note", w.Note}} {
		quotes := quoteRef.FindAllStringIndex(field.holds, -1)
		for _, d := range care.Details(field.holds) {
			if inQuote(quotes, d) {
				continue
			}
			if d.Keep == "" {
				d.Keep = f.T(d.Safer)
			}
			if sentenceBegins.MatchString(field.holds[:d.From]) {
				first, width := utf8.DecodeRuneInString(d.Keep)
				d.Keep = string(unicode.ToUpper(first)) + d.Keep[width:]
			}
			all = append(all, detailIn{d, field.name, field.holds})
		}
	}
	return all
}

// sentenceBegins matches what stands before the first word of a sentence.
var sentenceBegins = regexp.MustCompile(`(?:^|[.!?…]["”’)]*\s|\n)\s*["“‘(¿¡-]*\s*$`)

func inQuote(quotes [][]int, d care.Detail) bool {
	for _, q := range quotes {
		if d.From < q[1] && q[0] < d.To {
			return true
		}
	}
	return false
}

// inOtherWords puts safer words in the place of the detail that was pressed, or of
// all of them.
func (s *Server) inOtherWords(c *gin.Context, w writing) writing {
	chosen := map[string][]care.Detail{}
	f := s.frame(c)
	for _, d := range f.details(w) {
		if w.safer == "all" || w.safer == d.at() {
			chosen[d.field] = append(chosen[d.field], d.Detail)
		}
	}
	say := func(key string) string { return f.T(key) } // each has its words already
	w.Title = care.Redact(w.Title, chosen["title"], say)
	w.Words = care.Redact(w.Words, chosen["words"], say)
	w.Note = care.Redact(w.Note, chosen["note"], say)
	return w
}
