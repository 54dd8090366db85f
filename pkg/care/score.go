package care

import (
	_ "embed"
	"encoding/binary"
	"math"
	"unicode/utf8"
)

// Beside the rules, which are read and argued about, stands a small scorer: it has
// learnt from labelled texts which words, and which words beside which, people use
// who do not want to live. It hears what no rule was written for. It never says less
// than the rules, and what it says is explained as what it is: the words of the
// whole post, none of them by itself.

// buckets is how many weights each question has; words share them by their hash.
const buckets = 1 << 16

// A question is one thing that is asked of a text.
type question struct {
	bias    float32
	scale   float32
	weights *[buckets]int8
}

// learnt is what score_learn_test.go wrote: for each question a bias, a scale and
// the weights.
//
//go:embed score.weights
var learnt []byte

var wishes, plans = questionOf(0), questionOf(1)

const questionSize = 8 + buckets

func questionOf(n int) (q question) {
	if len(learnt) < (n+1)*questionSize {
		return question{weights: new([buckets]int8)} // before anything was learnt
	}
	b := learnt[n*questionSize:]
	q.bias, q.scale = math.Float32frombits(binary.LittleEndian.Uint32(b)), math.Float32frombits(binary.LittleEndian.Uint32(b[4:]))
	q.weights = new([buckets]int8)
	for i := range q.weights {
		q.weights[i] = int8(b[8+i])
	}
	return q
}

// ask returns how much the features of a text speak for a yes; 0 is undecided.
func (q question) ask(features []uint16) float32 {
	if len(features) == 0 {
		return q.bias
	}
	var sum int32
	for _, f := range features {
		sum += int32(q.weights[f])
	}
	return q.bias + float32(sum)*q.scale/float32(math.Sqrt(float64(len(features))))
}

// featuresOf returns what the scorer looks at, each once: the words of a source, two
// and three of them in a row, and the letters they are made of. What others wrote is
// left out.
func featuresOf(source string, tokens []token) []uint16 {
	var seen [buckets / 64]uint64
	features := make([]uint16, 0, 8*len(tokens))
	add := func(h uint32) {
		f := uint16(h ^ h>>16)
		if seen[f/64]>>(f%64)&1 == 0 {
			seen[f/64] |= 1 << (f % 64)
			features = append(features, f)
		}
	}
	var before, two uint32 // the word before, and the two
	var word [64]byte
	for _, t := range tokens {
		if t.quoted != 0 {
			continue
		}
		if t.stop == ended {
			before, two = 1, 1
		}
		w := foldWord(word[:0], source[t.from:t.to])
		if len(w) == 0 {
			continue
		}
		h := hashBytes(w)
		add(h)
		add(mix(before, h))
		add(mix(mix(two, before), h))
		for n := 4; n <= 6; n += 2 { // the letters: endings, and words nobody else wrote so
			for i := 0; i+n <= len(w) && len(w) > n; i++ {
				add(mix(uint32(n), hashBytes(w[i:i+n])))
			}
		}
		before, two = h, before
	}
	return features
}

// foldWord appends the plain letters of a word to into, as many as fit.
func foldWord(into []byte, word string) []byte {
	for _, r := range word {
		switch r = fold(r); {
		case r == 0 || r == '\'':
			continue
		case r >= '0' && r <= '9':
			r = '0'
		}
		if len(into)+utf8.UTFMax > cap(into) {
			break
		}
		into = utf8.AppendRune(into, r)
	}
	return into
}

// FNV-1a: short, and spreads short words well.
func hashBytes(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

func mix(a, b uint32) uint32 { return (a*31 ^ b) * 16777619 }

// The scorer speaks from these scores on: a case from what one in a hundred ordinary
// posts reaches that it had not learnt from, the card from what three reach. See
// docs/care.md for how they were found.
const (
	caseFrom = 0.0
	cardFrom = -0.20
	planFrom = 0.2
)

// fewestHeard is how many words the scorer needs: what a line says, the rules know
// better.
const fewestHeard = 15

// heardWhole adds to what the rules said what the scorer hears in the whole post.
func (s Sign) heardWhole(source string) Sign {
	tokens := readTokens(source, &speech.vocabulary)
	if len(tokens) < fewestHeard {
		return s
	}
	features := featuresOf(source, tokens)
	switch score := wishes.ask(features); {
	case score > caseFrom && plans.ask(features) > planFrom:
		s.Class, s.Card = Plan, true
		s.Rules = append(s.Rules, "whole.plan")
	case score > caseFrom:
		s.Class, s.Card = Wish, true
		s.Rules = append(s.Rules, "whole.wish")
	case score > cardFrom:
		s.Class, s.Card = graver(s.Class, Talk), true
		s.Rules = append(s.Rules, "whole.talk")
	}
	return s
}
