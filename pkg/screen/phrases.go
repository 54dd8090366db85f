package screen

import "strings"

// Phrases are words and phrases to look for in texts as filters are: whole words,
// whatever their accents, capitals or borrowed letters. They never change.
type Phrases struct{ m *matcher }

// NewPhrases returns phrases to look for. A star in one means nothing.
func NewPhrases(all []string) *Phrases {
	filters := make([]Filter, len(all))
	for i, words := range all {
		filters[i].Pattern = strings.ReplaceAll(words, "*", " ")
	}
	return &Phrases{compile(filters)}
}

// In reports whether any of p stands in one of texts.
func (p *Phrases) In(texts ...string) (found bool) {
	for _, text := range texts {
		p.m.every(text, func(int, int, int) { found = true })
		if found {
			return true
		}
	}
	return false
}
