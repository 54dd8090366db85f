package forum

import (
	"strings"

	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/text"
)

// What was noticed about somebody is not kept, so an edit is weighed against the words
// that stood there until now: moderators have been told of those.

// saysMore reports whether a text says more of distress than it did: more gravely, in
// another way, or in one sentence more. Words put right around it, or taken away, say
// nothing new.
func saysMore(was, now care.Sign, wasWords, nowWords string) bool {
	switch {
	case !now.Case() && now.Class != care.Aimed:
		return false
	case now.Class != was.Class && !was.Urgent():
		return true
	}
	before := sayings(wasWords)
	for said, times := range sayings(nowWords) {
		if times > before[said] {
			return true
		}
	}
	return false
}

// sayings counts the sentences of words that have a sign by what they say: see
// [care.Sign.Rules].
func sayings(words string) map[string]int {
	all := map[string]int{}
	for _, sentence := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(".!?…\n", r) }) {
		if s := care.Distress(sentence); s.Case() || s.Class == care.Aimed {
			all[string(s.Class)+" "+strings.Join(s.Rules, " ")]++
		}
	}
	return all
}

// coversMore reports whether one of covers, passages of source, hides words that p did
// not say before.
func (p Post) coversMore(source string, covers text.Covers) bool {
	for _, c := range covers {
		if !strings.Contains(p.Source, source[c.From:c.To]) {
			return true
		}
	}
	return false
}
