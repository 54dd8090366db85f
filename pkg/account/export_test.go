package account

import (
	"slices"

	"github.com/kindword/kindword/pkg/seal"
)

// Hashes returns how many slow hashes were computed so far.
func (a *Accounts) Hashes() int64 { return a.hasher.done.Load() }

// OpenOwner does what somebody with keys could do to a name's sealed column.
func OpenOwner(keys *seal.Keys, pid string, sealed []byte) (ID, bool) {
	o, err := openOwner(keys, pid, sealed)
	return o.account, err == nil
}

// GentleList are the words recovery words are made of.
func GentleList() map[string]bool { return gentleList() }

// InDiceList reports whether w is read as a recovery word.
func InDiceList(w string) bool { return diceList()[w] }

// NearWords are the recovery words that are one slip from w.
func NearWords(w string) []string { return near(w) }

// Reads reports whether typed may mean words.
func Reads(typed string, words []string) bool {
	for _, r := range readWords(typed) {
		if slices.Equal(r, words) {
			return true
		}
	}
	return false
}
