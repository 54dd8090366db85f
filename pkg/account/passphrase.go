package account

import (
	"strings"

	"github.com/ccojocar/zxcvbn-go"
	"github.com/ccojocar/zxcvbn-go/matching"
	"github.com/rivo/uniseg"

	"github.com/kindword/kindword/pkg/fault"
)

// What a passphrase may be. There are no rules about kinds of letters, and its
// bytes are used as they come.
const (
	PassphraseLeast = 10   // letters, as people count them
	PassphraseMost  = 1024 // bytes
)

const (
	// guessedFirst is the most that is looked at to see whether a passphrase is easy
	// to guess: the estimate takes quadratic time, and more than this is never easy
	// unless its beginning is.
	guessedFirst = 64

	// leastBits is the estimate below which a passphrase is refused: about what the
	// common ones have with a year or a sign added. Three words have twice that.
	leastBits = 26
)

// siteWords are what people reach for first when they join a place like this.
var siteWords = []string{"kindword", "kind", "word", "cancer", "chemo", "forum", "password", "passphrase", "welcome", "hope", "fight", "strong", "survivor", "letmein"}

// checkPassphrase says in a fault why pass cannot be the passphrase of somebody who
// goes by name, if it cannot.
func checkPassphrase(pass, name string) error {
	switch {
	case pass == "":
		return fault.Field("passphrase", "fault.passphrase_empty")
	case uniseg.GraphemeClusterCount(pass) < PassphraseLeast:
		return fault.Field("passphrase", "fault.passphrase_short", "Least", PassphraseLeast)
	case len(pass) > PassphraseMost:
		return fault.Field("passphrase", "fault.passphrase_long")
	case skeleton(pass) == skeleton(name):
		return fault.Field("passphrase", "fault.passphrase_is_name")
	case easilyGuessed(pass, name):
		return fault.Field("passphrase", "fault.passphrase_common")
	}
	return nil
}

// easilyGuessed reports whether pass is among the common ones, or is one with a
// small change, a run of the keyboard, a repetition or a date.
func easilyGuessed(pass, name string) bool {
	known := append(strings.Fields(strings.ToLower(name)), siteWords...)
	pass = unit(strings.ToLower(pass))
	if len(pass) > guessedFirst {
		pass = strings.ToValidUTF8(pass[:guessedFirst], "")
	}
	for _, p := range []string{pass, unleet.Replace(pass)} {
		if zxcvbn.PasswordStrength(p, known, matching.FilterL33tMatcher).Entropy < leastBits {
			return true
		}
	}
	return false
}

// unleet reads signs as the letters they stand for. The library could, but tries
// every way of reading them, and takes seconds over a passphrase made to take them.
var unleet = strings.NewReplacer("4", "a", "@", "a", "3", "e", "1", "i", "!", "i", "0", "o", "5", "s", "$", "s", "7", "t")

// unit returns what pass repeats, or pass itself.
func unit(pass string) string {
	for n := 1; n <= len(pass)/2; n++ {
		if len(pass)%n == 0 && strings.Repeat(pass[:n], len(pass)/n) == pass {
			return pass[:n]
		}
	}
	return pass
}
