package account

import (
	"strings"

	"github.com/ccojocar/zxcvbn-go"
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
	if len(pass) > guessedFirst {
		pass = strings.ToValidUTF8(pass[:guessedFirst], "")
	}
	known := append(strings.Fields(strings.ToLower(name)), siteWords...)
	return zxcvbn.PasswordStrength(strings.ToLower(pass), known).Entropy < leastBits
}
