package screen

import (
	"cmp"
	"context"
	"encoding/binary"
	"math"
	"slices"

	"github.com/kindword/kindword/pkg/db"
)

// What moderators decided teaches a small naive Bayes (with the presence of words, as
// Metsis, Androutsopoulos and Paliouras 2006 found to do as well as counting them): of
// each word only a keyed hash and two counts are kept. It says nothing before it has
// seen enough of both kinds, and then only adds a sentence to a case.
const (
	leastTaught = 30  // texts of each kind before it speaks
	mostTokens  = 150 // different words of a text that count
	strongest   = 40  // of them that are weighed
	sureOf      = 4.6 // log odds from which it speaks: a hundred to one
)

// Learn remembers that a moderator took source down as spam or selling, or that they
// kept or released it, in the transaction of that decision.
func (s *Screen) Learn(ctx context.Context, tx *db.Tx, source string, spam bool) error {
	return s.teach(ctx, tx, source, spam, 1)
}

// Unlearn takes back what [Screen.Learn] remembered of a decision that was undone.
func (s *Screen) Unlearn(ctx context.Context, tx *db.Tx, source string, spam bool) error {
	return s.teach(ctx, tx, source, spam, -1)
}

func (s *Screen) teach(ctx context.Context, tx *db.Tx, source string, spam bool, by int64) error {
	count := taught{ham: by}
	if spam {
		count = taught{spam: by}
	}
	for _, t := range append(s.tokens(source), allTexts) {
		if err := countToken(ctx, tx, t, count); err != nil {
			return err
		}
	}
	return nil
}

// learnt reports whether source is more like what was taken down than like what stood.
func (s *Screen) learnt(ctx context.Context, r db.Reader, source string) (bool, error) {
	tokens := s.tokens(source)
	counts, err := countsOf(ctx, r, append(tokens, allTexts))
	if err != nil {
		return false, err
	}
	return logOdds(tokens, counts) >= sureOf, nil
}

// taught is how many texts of each kind had a word in them.
type taught struct{ spam, ham int64 }

// allTexts is the token of no word: every text has it.
var allTexts = string(make([]byte, 8))

// logOdds are how much more likely a text with these tokens is spam than not, if as
// many were spam as not: 0 before there is enough to go by.
func logOdds(tokens []string, counts map[string]taught) float64 {
	all := counts[allTexts]
	if all.spam < leastTaught || all.ham < leastTaught {
		return 0
	}
	var each []float64
	for _, t := range tokens {
		each = append(each, believed(counts[t], all))
	}
	slices.SortFunc(each, func(a, b float64) int {
		return cmp.Compare(math.Abs(b), math.Abs(a))
	})
	sum := 0.0
	for _, e := range each[:min(len(each), strongest)] {
		sum += e
	}
	return sum
}

// believed are the log odds of one word, drawn towards none by how seldom it was seen
// (Robinson 2003, with a strength of 1): kinds that were taught unequally often do not
// lean either way.
func believed(c, all taught) float64 {
	spam, ham, n := float64(max(c.spam, 0))/float64(all.spam), float64(max(c.ham, 0))/float64(all.ham), float64(max(c.spam, 0)+max(c.ham, 0))
	if n == 0 {
		return 0
	}
	f := (0.5 + n*spam/(spam+ham)) / (1 + n)
	return math.Log(f / (1 - f))
}

// tokens are the keyed hashes of the first different words of source, and of what it
// is like: with a link, shouting.
func (s *Screen) tokens(source string) []string {
	words := ownWords(source)
	for _, sign := range signsOfSpam(s, source) {
		words = append([]string{" " + sign}, words...)
	}
	var all []string
	seen := map[string]bool{}
	room := make([]byte, 0, 256)
	for _, w := range words {
		if seen[w] || len(w) > 40 {
			continue
		}
		seen[w] = true
		all = append(all, string(binary.BigEndian.AppendUint64(nil, s.hash(room, []string{"token", w}))))
		if len(all) == mostTokens {
			break
		}
	}
	return all
}
