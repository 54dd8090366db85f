package account

import (
	"slices"
	"strings"
	"unicode"

	"go.mau.fi/util/confusable"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// leet holds what people write for letters, and letters that are one stroke apart
// in some typeface. All of a group count as one letter.
var leet = strings.NewReplacer(
	"0", "o", "1", "l", "i", "l", "|", "l", "!", "l", "3", "e", "4", "a", "@", "a",
	"5", "s", "$", "s", "7", "t", "8", "b", "9", "g", "vv", "w", "rn", "m",
)

// skeleton returns what shown has in common with every name it could be taken for
// when both are read in small letters. It is never shown.
//
// It follows Unicode's confusable skeleton (UTS 39) after compatibility
// composition and case folding, then drops separators and accents, and treats
// digits as the letters they stand in for: Unicode's alone lets adm1n pass.
func skeleton(shown string) string { return bones(cases.Fold().String(norm.NFKC.String(shown))) }

// skeletons returns skeleton(shown) and, where they differ, what is left of it as
// it stands and in capitals: Cyrillic Н is an H, while its small н is not an h. Two
// names may not both be used when they have one of these in common.
func skeletons(shown string) []string {
	wide := norm.NFKC.String(shown)
	all := []string{skeleton(shown), bones(wide), bones(cases.Upper(language.Und).String(wide))}
	slices.Sort(all)
	return slices.Compact(all)
}

func bones(s string) string {
	s = drop(s, separates)
	s = confusable.Skeleton(s)
	s = cases.Fold().String(norm.NFKD.String(s)) // a skeleton may hold capitals: 0 gives O
	s = drop(s, func(r rune) bool { return separates(r) || r < '\u0370' && unicode.Is(unicode.Mn, r) })
	return leet.Replace(s)
}

func drop(s string, unwanted func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if unwanted(r) {
			return -1
		}
		return r
	}, s)
}

// separates reports whether a reader may overlook r between two letters.
func separates(r rune) bool {
	return unicode.IsSpace(r) || hidden(r) || unicode.IsPunct(r) && !strings.ContainsRune("@!", r)
}
