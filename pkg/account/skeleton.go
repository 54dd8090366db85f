package account

import (
	"strings"
	"unicode"

	"go.mau.fi/util/confusable"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// leet holds what people write for letters, and letters that are one stroke apart
// in some typeface. All of a group count as one letter.
var leet = strings.NewReplacer(
	"0", "o", "1", "l", "i", "l", "|", "l", "!", "l", "3", "e", "4", "a", "@", "a",
	"5", "s", "$", "s", "7", "t", "8", "b", "9", "g", "vv", "w", "rn", "m",
)

// skeleton returns what shown has in common with every name it could be taken for:
// two names may not both be used when theirs are equal. It is never shown.
//
// It follows Unicode's confusable skeleton (UTS 39) after compatibility
// composition and case folding, then drops separators and accents, and treats
// digits as the letters they stand in for: Unicode's alone lets adm1n pass.
func skeleton(shown string) string {
	s := cases.Fold().String(norm.NFKC.String(shown))
	s = strings.Map(func(r rune) rune {
		if separates(r) {
			return -1
		}
		return r
	}, s)
	s = confusable.Skeleton(s)
	s = cases.Fold().String(norm.NFKD.String(s)) // a skeleton may hold capitals: 0 gives O
	s = strings.Map(func(r rune) rune {
		if separates(r) || unicode.Is(unicode.Mn, r) && r < 0x0370 {
			return -1
		}
		return r
	}, s)
	return leet.Replace(s)
}

// separates reports whether a reader may overlook r between two letters.
func separates(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) && !strings.ContainsRune("@!|", r) ||
		unicode.Is(unicode.Cf, r) || unicode.IsControl(r) || r == '\u00AD' || unicode.Is(unicode.Variation_Selector, r)
}
