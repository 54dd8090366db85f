package care

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A rule looks at the words around a cue. Only where one of its cues stands is
// anything more than a word looked at, which keeps a check of a long text cheap.
// The name it finds is the first group of before or of after.
type rule struct {
	kind   Kind
	safer  string          // message of the safer wording; named for the kind if empty
	cues   string          // words in lower case
	names  bool            // the name is the words with capitals before the cue
	after  *regexp.Regexp  // what begins where the cue ends
	near   map[string]bool // one of these stands among the two words before it
	unless map[string]bool // none of these is the word before it
	before *regexp.Regexp  // what ends where the cue begins; the dearest, so the last to be asked
	whole  bool            // the cue is part of the detail
	cased  bool            // a cue all in capitals is another word, or shouted
}

// How far from its cue a rule looks, in bytes.
const (
	reachBack  = 48
	reachAhead = 120
)

// scanner is one look at one text.
type scanner struct {
	text  string
	words []word
	found []Detail
	ages  []span // not yet details: see combination
	homes []span
	ill   bool
}

type span struct{ from, to int }

type word struct {
	span
	lower string
}

func scan(text string) *scanner {
	s := &scanner{text: text, words: make([]word, 0, len(text)/5)}
	start := -1
	end := func(at int) {
		if start >= 0 {
			s.words = append(s.words, word{span{start, at}, strings.ToLower(text[start:at])})
			start = -1
		}
	}
	for i, r := range text {
		if !letter(r) {
			end(i)
		} else if start < 0 {
			start = i
		}
	}
	end(len(text))
	return s
}

func letter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r)
}

// look tries every word of the text once.
func (s *scanner) look() {
	past := 0 // the end of the last number that was a detail
	for i, w := range s.words {
		s.ill = s.ill || illness[w.lower]
		for _, r := range byCue[w.lower] {
			s.try(r, i)
		}
		if months[w.lower] {
			s.written(i)
		}
		if w.from >= past && strings.ContainsAny(w.lower, "0123456789") {
			past = max(past, s.number(i))
		}
	}
}

// try tells what r finds around word i, if anything.
func (s *scanner) try(r *rule, i int) {
	at, ok := s.find(r, i)
	if !ok {
		return
	}
	safer := r.safer
	if safer == "" {
		safer = string(r.kind)
	}
	switch r.kind {
	case Place:
		s.homes = append(s.homes, at)
		return
	case Address:
		at = s.block(at)
	case Profile:
		if at.from > 0 && s.text[at.from-1] == '@' {
			at.from--
		}
	case Doctor, Hospital, School: // all of "the Marsden" becomes "my hospital"
		at.from -= len(article.FindString(s.text[max(0, at.from-6):at.from]))
	}
	s.add(r.kind, safer, at)
}

func (s *scanner) find(r *rule, i int) (name span, ok bool) {
	cue := s.words[i].span
	if r.cased && shouted(s.text[cue.from:cue.to]) {
		return cue, false
	}
	name, end := cue, cue.to
	if r.names {
		if name = (span{s.namesBefore(i), cue.from}); name.from == cue.from {
			return cue, false
		}
	}
	before, after := s.around(cue)
	if r.after != nil {
		switch match := r.after.FindStringSubmatchIndex(after); {
		case match == nil:
			return cue, false
		case len(match) > 2:
			name = span{cue.to + match[2], cue.to + match[3]}
		default:
			end += match[1]
		}
	}
	if r.near != nil && !s.said(i, 2, r.near) || r.unless != nil && s.said(i, 1, r.unless) {
		return cue, false
	}
	if r.before != nil {
		switch match := r.before.FindStringSubmatchIndex(before); {
		case match == nil:
			return cue, false
		case len(match) > 2:
			name = span{cue.from - len(before) + match[2], cue.from - len(before) + match[3]}
		}
	}
	if name != cue {
		name = s.proper(name, r.kind == Hospital || r.kind == Address)
	}
	if name.from < name.to && r.whole {
		name = span{min(cue.from, name.from), max(end, name.to)}
	}
	return name, name.from < name.to
}

func (s *scanner) add(kind Kind, safer string, at span) {
	s.found = append(s.found, Detail{Kind: kind, From: at.from, To: at.to, Safer: "care.safer." + safer})
}

// namesBefore returns where the words with capitals begin that end at word i, with
// the small words between them: "Hospital for Sick Children".
func (s *scanner) namesBefore(i int) (from int) {
	from = s.words[i].from
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		gap := strings.Trim(s.text[s.words[j].to:s.words[j+1].from], " \t'’&-")
		if gap != "" && (gap != "." || len(s.words[j].lower) > 2) {
			break
		}
		first, _ := utf8.DecodeRuneInString(s.text[s.words[j].from:])
		if unicode.IsUpper(first) {
			from = s.words[j].from
		} else if !between[s.words[j].lower] {
			break
		}
	}
	return from
}

// between are small words inside names.
var between = set("of and the for s de del la las los d y")

// said tells whether one of words stands among the n words before word i, on the
// same line or as the last of the one before.
func (s *scanner) said(i, n int, words map[string]bool) bool {
	for j := i - 1; j >= 0 && j >= i-n; j-- {
		if words[s.words[j].lower] {
			return true
		}
		if strings.ContainsAny(s.text[s.words[j].to:s.words[j+1].from], "!?\n") {
			return false
		}
	}
	return false
}

// around returns what stands just before and just after at.
func (s *scanner) around(at span) (before, after string) {
	low, high := max(0, at.from-reachBack), min(len(s.text), at.to+reachAhead)
	for low < at.from && !utf8.RuneStart(s.text[low]) {
		low++
	}
	for high > at.to && high < len(s.text) && !utf8.RuneStart(s.text[high]) {
		high--
	}
	return s.text[low:at.from], s.text[at.to:high]
}

// proper takes the words that name nobody from both ends of a name: of "The
// Marsden on Monday" it leaves "Marsden". The s of "Anne's" belongs to the name of
// a house only. It returns an empty span if nothing is left.
func (s *scanner) proper(name span, house bool) span {
	first, _ := slices.BinarySearchFunc(s.words, name.from, func(w word, at int) int { return w.from - at })
	last := first
	for last < len(s.words) && s.words[last].to <= name.to {
		last++
	}
	for first < last && common[s.words[first].lower] {
		first++
	}
	for first < last && common[s.words[last-1].lower] {
		last--
	}
	if !house && last-first > 1 && s.words[last-1].lower == "s" {
		last--
	}
	if first == last {
		return span{}
	}
	return span{s.words[first].from, s.words[last-1].to}
}

var article = regexp.MustCompile(`\b(?i:the|my|our|el|la|mi)[ \t]+$`)

// shouted tells whether a word of two letters or more is all in capitals.
func shouted(word string) bool { return len(word) > 1 && strings.ToUpper(word) == word }

// byCue finds the rules for a word.
var byCue = func() map[string][]*rule {
	index := map[string][]*rule{}
	for _, table := range [][]rule{people, places, contacts} {
		for i := range table {
			for cue := range strings.FieldsSeq(table[i].cues) {
				index[cue] = append(index[cue], &table[i])
			}
		}
	}
	return index
}()

func set(words string) map[string]bool {
	index := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		index[word] = true
	}
	return index
}
