package account

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/sethvargo/go-diceware/diceware"

	"github.com/kindword/kindword/pkg/seal"
)

// RecoveryWords is how many words bring somebody back. Six from [gentleList] have
// more than 77 bits.
const RecoveryWords = 6

const recoveryPurpose seal.Purpose = "recovery words"

// diceList is EFF's large list without the words written with a hyphen: what six
// words may be read as, so that those handed out before a word was passed over
// still bring somebody back.
var diceList = sync.OnceValue(func() map[string]bool {
	list := diceware.WordListEffLarge()
	all := make(map[string]bool, 7776)
	for i := 11111; i <= 66666; i++ {
		if w := list.WordAt(i); w != "" && !strings.Contains(w, "-") {
			all[w] = true
		}
	}
	return all
})

// gentleList is what is left of it for handing out, without the words nobody should
// have to copy out while they are ill (lists/unkept.txt).
var gentleList = sync.OnceValue(func() map[string]bool {
	gentle := maps.Clone(diceList())
	for _, w := range words("unkept") {
		delete(gentle, w)
	}
	return gentle
})

// NewRecoveryWords returns six fresh words. They are kept nowhere until somebody
// joins or renews theirs with them.
func NewRecoveryWords() []string {
	for {
		words, err := diceware.Generate(RecoveryWords)
		if err != nil {
			panic(err) // only when the machine has no randomness
		}
		if !slices.ContainsFunc(words, func(w string) bool { return !gentleList()[w] }) {
			return words
		}
	}
}

// readWords returns the words that typed may mean, likeliest first: as they stand,
// then with one letter of a word put right. There are none when typed is not six
// words near those of the list. Case and whatever stands between are overlooked.
func readWords(typed string) [][]string {
	fields := strings.FieldsFunc(strings.ToLower(typed), func(r rune) bool { return r < 'a' || r > 'z' })
	if len(fields) != RecoveryWords {
		return nil
	}
	readings := [][]string{nil}
	for _, f := range fields {
		meant := []string{f}
		if !diceList()[f] {
			meant = near(f)
		}
		var longer [][]string
		for _, before := range readings {
			for _, m := range meant {
				longer = append(longer, append(slices.Clone(before), m))
			}
		}
		readings = longer[:min(len(longer), mostReadings)]
	}
	return append(readings, otherReadings(readings, fields)...)
}

// otherReadings returns readings with one word that is in the list, as a slip may
// well be, changed for one that is near it.
func otherReadings(readings [][]string, fields []string) (others [][]string) {
	for i, f := range fields {
		if !diceList()[f] {
			continue
		}
		for _, m := range near(f) {
			for _, r := range readings {
				if len(others) == mostReadings {
					return others
				}
				other := slices.Clone(r)
				other[i] = m
				others = append(others, other)
			}
		}
	}
	return others
}

// mostReadings bounds what one try may cost. It takes seven bits from the 77.
const mostReadings = 64

// near returns the other words of the list that are one slip away from typed.
func near(typed string) (meant []string) {
	for w := range diceList() {
		if oneSlip(typed, w) {
			meant = append(meant, w)
		}
	}
	slices.Sort(meant)
	return meant
}

// oneSlip reports whether a and b differ by one letter wrong, missing or too many,
// or by two that changed places.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 1:
		return a[i:] == b[i+1:]
	case 0:
		return i < len(a) && (a[i+1:] == b[i+1:] ||
			i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:])
	}
	return false
}

// wordsIndex finds an account by its six words, in this order.
func (a *Accounts) wordsIndex(words []string) []byte {
	return a.kept.Index(recoveryPurpose, strings.Join(words, " "))
}

// checkWords returns words as they were handed out, perhaps by an earlier version.
func checkWords(words []string) (string, error) {
	for _, w := range words {
		if !diceList()[w] {
			return "", fmt.Errorf("recovery words: one is not of the list")
		}
	}
	if len(words) != RecoveryWords {
		return "", fmt.Errorf("recovery words: %d of them", len(words))
	}
	return strings.Join(words, " "), nil
}
