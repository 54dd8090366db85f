package screen

import (
	"cmp"
	"slices"

	"github.com/kindword/kindword/pkg/care"
)

// covers are the passages of source that others do not see before a moderator has
// read them. Where two meet, the graver stands for both.
func (s *Screen) covers(source string, means []care.Span) []Cover {
	var all []Cover
	for _, m := range means {
		all = append(all, Cover{m.From, m.To, CoverMeans})
	}
	for _, c := range s.contacts(source) {
		all = append(all, Cover{c.from, c.to, CoverContact})
	}
	for _, l := range s.links(source) {
		all = append(all, Cover{l.from, l.to, CoverLink})
	}
	return apart(all)
}

// apart orders covers as they stand in the text and joins those that overlap.
func apart(all []Cover) []Cover {
	slices.SortStableFunc(all, func(a, b Cover) int { return cmp.Compare(a.From, b.From) })
	var out []Cover
	for _, c := range all {
		last := len(out) - 1
		if last < 0 || out[last].To <= c.From {
			out = append(out, c)
			continue
		}
		out[last].To = max(out[last].To, c.To)
		out[last].Why = graver(out[last].Why, c.Why)
	}
	return out
}

// graver returns the one of two reasons that hides more.
func graver(a, b string) string {
	order := []string{CoverLink, CoverContact, CoverMeans}
	if slices.Index(order, b) > slices.Index(order, a) {
		return b
	}
	return a
}
