package care

import (
	"slices"
	"strings"
)

// saying is one thing that people say in many ways.
type saying struct {
	key   string
	class Class  // what it says by itself; [NoSign] if it only hints
	hint  string // what it hints at: see [weigh]
	says  string // patterns, one a line: see [pattern]
	why   string // what it means, or where it was learnt
	// whose tells that it is about the author whatever the subject of the sentence.
	whose bool
	// plain tells that a “not” before it changes nothing.
	plain bool
	means bool // names a way, a place or a pact
	// unless are words that, close by, make it ordinary.
	unless string
}

// Distress reads what a whole post, in English, Spanish or both, says of its
// author: see [Class]. It looks at words alone, knows the talk of people who are
// ill, and leaves out what stands in Markdown quotes and code. Its time grows with
// the text alone: docs/care.md says how it was measured.
func Distress(source string) Sign {
	sign := byRules(source)
	if sign.Case() || sign.Class == Aimed {
		return sign
	}
	return sign.heardWhole(source)
}

// byRules reads what the rules say of a source.
func byRules(source string) Sign {
	tokens := dropFillers(readTokens(source, &speech.vocabulary))
	f := &finder{grammar: speech, tokens: tokens}
	w := &weighing{finder: f, source: source, times: make([]uint8, len(speech.sayings))}
	hits := f.find()
	slices.SortStableFunc(hits, func(a, b hit) int { return a.from - b.from })
	for _, h := range hits {
		w.hear(h)
	}
	return w.sign()
}

// speech is every rule, compiled once.
var speech = newGrammar(
	slices.Concat(listsEnglish, listsSpanish, frameLists), shortForms,
	slices.Concat(wishEnglish, vanishEnglish, despairEnglish, planEnglish, wishSpanish, planSpanish, aimed, hints, talk, hintsSpanish),
	frames, wordsAround)

// heard is a saying that held.
type heard struct {
	*saying
	hit
}

// enough is how often one saying is weighed in a text: what was said fifty times is
// not said more by the fifty-first.
const enough = 50

// weighing puts together what was heard in one text.
type weighing struct {
	*finder
	source string
	heard  []heard
	rules  []string
	times  []uint8 // by saying
	turned int     // where the last wish ends that was not the author's own, now
}

// hear takes h as said by the author of themselves, now; or as talk of another, of
// the past, or of what is not so; or not at all.
func (w *weighing) hear(h hit) {
	s := &w.sayings[h.saying]
	if w.times[h.saying] == enough {
		return
	}
	w.times[h.saying]++
	if w.saidByAnother(h) || s.unless != "" && w.near(h, 12, "unless "+s.key) {
		return
	}
	if s.class == Talk || s.class == Aimed && !w.denied(h) && !w.reported(h) {
		w.heard = append(w.heard, heard{s, h})
		return
	}
	about := ""
	switch {
	case h.from < w.turned && !s.plain: // part of what was just told of another
		about = "talk.another"
	case !s.plain && w.denied(h):
		about = "talk.not_so"
	case !s.whose && w.another(h):
		about = "talk.another"
	case w.asked(h):
		about = "talk.asked"
	case w.past(h):
		about = "talk.past"
	default:
		w.heard = append(w.heard, heard{s, h})
		return
	}
	if s.class != NoSign {
		w.turned = max(w.turned, h.to)
		w.heard = append(w.heard, heard{talkOf[about], h})
	}
}

// talkOf are the sayings that a wish becomes when it is not the author's own, now.
var talkOf = map[string]*saying{
	"talk.not_so":  {key: "talk.not_so", class: Talk, why: "“I don't want to die”: said to reassure, or out of fear of dying"},
	"talk.another": {key: "talk.another", class: Talk, why: "somebody else's wish: the author worries about them"},
	"talk.asked":   {key: "talk.asked", class: Talk, why: "what a nurse asked or a leaflet says"},
	"talk.past":    {key: "talk.past", class: Talk, why: "told of a time that is over"},
}

// sign weighs what was heard: the gravest saying counts; hints at two different
// things close together are a wish; a wish with a means, a time or a goodbye is a
// plan.
func (w *weighing) sign() Sign {
	var sign Sign
	w.leaveOutInsults()
	for _, h := range w.heard {
		sign.Class = graver(sign.Class, h.class)
		if !slices.Contains(w.rules, h.key) {
			w.rules = append(w.rules, h.key)
		}
	}
	if !sign.Case() && sign.Class != Aimed && w.hintsMeet() {
		sign.Class = Wish
		w.rules = append(w.rules, "wish.several_hints")
	}
	if sign.Class == Wish && w.has("means", "time", "bye") {
		sign.Class = Plan
		w.rules = append(w.rules, "plan.wish_with_means")
	}
	sign.Card = sign.Case()
	if sign.Case() {
		sign.Means = w.means()
	}
	slices.Sort(w.rules)
	sign.Rules = slices.Compact(w.rules)
	return sign
}

// leaveOutInsults leaves out what is heard in words aimed at another: “the world
// would be better off without you”.
func (w *weighing) leaveOutInsults() {
	var insults []heard
	for _, h := range w.heard {
		if h.class == Aimed && len(insults) < 10 {
			insults = append(insults, h)
		}
	}
	w.heard = slices.DeleteFunc(w.heard, func(h heard) bool {
		return h.class != Aimed && slices.ContainsFunc(insults, func(a heard) bool { return h.from < a.to+4 && a.from < h.to+4 })
	})
}

var grave = map[Class]int{Talk: 1, Aimed: 2, Wish: 3, Plan: 4}

// graver returns the one of a and b that asks for more.
func graver(a, b Class) Class {
	if grave[b] > grave[a] {
		return b
	}
	return a
}

func (w *weighing) has(hints ...string) bool {
	return slices.ContainsFunc(w.heard, func(h heard) bool { return h.hint != "" && slices.Contains(hints, h.hint) })
}

// talks tells whether key was heard.
func (w *weighing) talks(key string) bool {
	return slices.ContainsFunc(w.heard, func(h heard) bool { return h.key == key })
}

// hintsMeet tells whether hints at two different things stand within forty words.
// Either must be of despair: a goodbye and a cupboard of medicines alone are part of
// being ill. Where dying is what the post is about, tiredness and goodbyes are part
// of that, and only plain words count.
func (w *weighing) hintsMeet() bool {
	if w.talks("talk.dying") {
		return false
	}
	for i, a := range w.heard {
		if a.hint == "" || a.class != NoSign {
			continue
		}
		for _, b := range w.heard[i+1:] {
			if b.from-a.from > 40 {
				break
			}
			if b.hint != "" && b.class == NoSign && a.hint != b.hint && a.from != b.from && meet(a.hint, b.hint) {
				return true
			}
		}
	}
	return false
}

// means returns the passages to fold: each with the rest of its sentence, at most
// eight words on either side, so that what is shown does not tell how.
func (w *weighing) means() []Span {
	var spans []Span
	for _, h := range w.heard {
		if !h.saying.means {
			continue
		}
		from, to := h.from, h.to
		for n := 0; n < 8 && from > 0 && w.tokens[from].stop != ended; n++ {
			from--
		}
		for n := 0; n < 8 && to < len(w.tokens) && w.tokens[to].stop != ended; n++ {
			to++
		}
		spans = append(spans, Span{w.tokens[from].from, w.tokens[to-1].to})
	}
	slices.SortFunc(spans, func(a, b Span) int { return a.From - b.From })
	var apart []Span
	for _, s := range spans {
		if n := len(apart); n > 0 && s.From <= apart[n-1].To {
			apart[n-1].To = max(apart[n-1].To, s.To)
			continue
		}
		apart = append(apart, s)
	}
	return apart
}

// dropFillers takes out phrases that only add weight.
func dropFillers(tokens []token) []token {
	kept := tokens[:0]
	carry := joined
	for i := 0; i < len(tokens); {
		n := fillerAt(tokens, i)
		if n > 0 && i+n < len(tokens) && tokens[i+n].stop != ended {
			carry = max(carry, tokens[i].stop)
			i += n
			continue
		}
		t := tokens[i]
		if n := len(kept); n > 2 && t.word == kept[n-1].word && t.word == kept[n-2].word && t.word == kept[n-3].word {
			i++ // said over and over: three times are heard
			continue
		}
		if t.word == speech.names["ill"] && i+1 < len(tokens) && speech.is("verb", tokens[i+1].word) {
			t.word = speech.names["will"] // “ill be gone”: the apostrophe was left out
		}
		t.stop = max(t.stop, carry)
		carry = joined
		kept = append(kept, t)
		i++
	}
	return kept
}

func fillerAt(tokens []token, i int) int {
next:
	for _, f := range fillerWords[tokens[i].word] {
		if i+len(f) > len(tokens) {
			continue
		}
		for j, word := range f {
			if tokens[i+j].word != word || j > 0 && tokens[i+j].stop == ended {
				continue next
			}
		}
		return len(f)
	}
	return 0
}

var fillerWords = func() map[int32][][]int32 {
	index := map[int32][][]int32{}
	for _, f := range fillers {
		var words []int32
		for word := range strings.FieldsSeq(f) {
			words = append(words, speech.names[word])
		}
		if !slices.Contains(words, 0) {
			index[words[0]] = append(index[words[0]], words)
		}
	}
	return index
}()
