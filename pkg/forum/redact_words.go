package forum

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/text"
)

// kept is what a redaction keeps sealed: what was taken out, and the whole words of
// every place it was taken out of, with nothing taken out of them by any redaction
// that still keeps its words.
type kept struct {
	Passages []string          `json:"passages"`
	Places   map[string]string `json:"places"`
}

func (k kept) out(words string) string { return takenOut(words, k.Passages) }

// leastPassage is how many letters a passage has at least: one alone stands in every
// word.
const leastPassage = 2

// cleanPassages returns the passages that can be taken out, the longest first, so
// that one within another is not all that goes.
func cleanPassages(passages []string) (clean []string) {
	for _, p := range passages {
		p = strings.Join(strings.Fields(text.Clean(p)), " ")
		if utf8.RuneCountInString(p) >= leastPassage && !slices.Contains(clean, p) && !strings.Contains(text.RedactedMark, strings.ToLower(p)) {
			clean = append(clean, p)
		}
	}
	slices.SortStableFunc(clean, func(a, b string) int { return len(b) - len(a) })
	return clean
}

// passagesOf returns what all of them take out.
func passagesOf(all []redaction) (passages []string) {
	for _, r := range all {
		passages = append(passages, r.kept.Passages...)
	}
	return cleanPassages(passages)
}

// pattern finds passages in any case, however they are broken into lines.
func pattern(passages []string) *regexp.Regexp {
	if len(passages) == 0 {
		return nil
	}
	each := make([]string, len(passages))
	for i, p := range passages {
		words := strings.Fields(p)
		for j := range words {
			words[j] = regexp.QuoteMeta(words[j])
		}
		each[i] = strings.Join(words, `\s+`)
	}
	return regexp.MustCompile(`(?i)` + strings.Join(each, "|"))
}

// takenOut returns words with a mark in the place of every passage.
func takenOut(words string, passages []string) string {
	found := pattern(passages)
	if found == nil {
		return words
	}
	return found.ReplaceAllLiteralString(words, text.RedactedMark)
}

// spansOf returns where passages stand in words.
func spansOf(words string, passages []string) (spans text.Covers) {
	found := pattern(passages)
	if found == nil {
		return nil
	}
	for _, at := range found.FindAllStringIndex(words, -1) {
		spans = append(spans, text.Cover{From: at[0], To: at[1], Why: text.CoverRedacted})
	}
	return spans
}

// wholeOf returns what a place said before anything was taken out of it, as far as
// that is still kept.
func wholeOf(others []redaction, passages []string, at, now string) string {
	for _, o := range others {
		if whole, ok := o.kept.Places[at]; ok && takenOut(whole, passages) == now {
			return whole
		}
	}
	return now
}
