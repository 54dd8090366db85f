package account

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"

	"github.com/kindword/kindword/pkg/fault"
)

// How long a name may be, in letters as people count them (grapheme clusters).
const (
	NameLeast = 2
	NameMost  = 40
)

// mostTyped is how many bytes of a name are looked at: more than forty letters of
// any script need.
const mostTyped = 20 * NameMost

// mostMarks is how many marks may stand on one letter: enough for every living
// script, and too few to write over the line above.
const mostMarks = 3

// cleanName returns shown as it will be shown, or the fault that says why it
// cannot be: what it is made of, not what it says.
func cleanName(shown string) (string, error) {
	if len(shown) > mostTyped {
		return "", fault.Field("name", "fault.name_long", "Most", NameMost)
	}
	shown = norm.NFC.String(strings.Join(strings.Fields(strings.ToValidUTF8(shown, "\uFFFD")), " "))
	n := uniseg.GraphemeClusterCount(shown)
	wide := norm.NFKC.String(shown)
	switch {
	case n == 0:
		return "", fault.Field("name", "fault.name_empty")
	case strings.ContainsFunc(shown, hidden):
		return "", fault.Field("name", "fault.name_hidden")
	case strings.ContainsAny(wide, "@") || looksLikeMail.MatchString(wide):
		return "", fault.Field("name", "fault.name_email")
	case n < NameLeast:
		return "", fault.Field("name", "fault.name_short", "Least", NameLeast)
	case n > NameMost:
		return "", fault.Field("name", "fault.name_long", "Most", NameMost)
	case wide != shown || strings.ContainsFunc(shown, notOfNames) || piled(shown):
		return "", fault.Field("name", "fault.name_signs")
	case !strings.ContainsFunc(shown, unicode.IsLetter):
		return "", fault.Field("name", "fault.name_letters")
	case mixesScripts(shown):
		return "", fault.Field("name", "fault.name_mixed")
	}
	return shown, nil
}

// looksLikeMail finds what people write for an address where no @ is taken.
var looksLikeMail = regexp.MustCompile(`(?i)gmail|hotmail|outlook|yahoo|icloud|protonmail|\S+\s*(\.|\bdot\b|\bpunto\b)\s*(com|org|net|edu|gov|es|co|uk|info)\b`)

// checkClaims says in a fault what a name tells that it should not: who somebody
// is elsewhere, or that they are somebody they may not be here.
func checkClaims(shown string) error {
	switch {
	case len(strings.Map(digit, shown)) >= 6:
		return fault.Field("name", "fault.name_phone")
	case birthYear.MatchString(shown):
		return fault.Field("name", "fault.name_year")
	case professions().in(shown):
		return fault.Field("name", "fault.name_profession")
	case roles().in(shown):
		return fault.Field("name", "fault.name_role")
	}
	return nil
}

func digit(r rune) rune {
	if unicode.IsDigit(r) {
		return r
	}
	return -1
}

// birthYear finds a year somebody living may be born in: 1900 to 2029, '85, or two
// digits at the end of a word.
var birthYear = regexp.MustCompile(`(^|\D)(19\d\d|20[0-2]\d)(\D|$)|['’]\d\d(\D|$)|\pL\d\d(\s|$)`)

// notOfNames reports whether r is no part of a name: names are made of letters,
// digits, spaces, hyphens and apostrophes.
func notOfNames(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.M, unicode.Nd) && !strings.ContainsRune(" -'’", r)
}

// hidden reports whether r takes no room, or looks like room: nobody could type a
// name with one after somebody else.
func hidden(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Cc, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) ||
		strings.ContainsRune("\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\u0640\uFFFD", r)
}

// piled reports whether a letter carries more marks than mostMarks.
func piled(s string) bool {
	marks := 0
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.M, r) {
			marks = 0
		} else if marks++; marks > mostMarks {
			return true
		}
	}
	return false
}

// together are the scripts that one language is written in.
var together = [][]string{
	{"Han", "Hiragana", "Katakana"},
	{"Han", "Hangul"},
	{"Han", "Bopomofo"},
}

// mixesScripts reports whether s has letters, or digits, of scripts that no
// language mixes: a Cyrillic letter among Latin ones is there to deceive.
func mixesScripts(s string) bool {
	seen := map[string]bool{}
	zero := rune(-1)
	for _, r := range s {
		if unicode.IsDigit(r) {
			first := r - rune(digitValue(r))
			if zero >= 0 && first != zero {
				return true
			}
			zero = first
		}
		if script := scriptOf(r); script != "" {
			seen[script] = true
		}
	}
	if len(seen) < 2 {
		return false
	}
	for _, set := range together {
		n := 0
		for _, script := range set {
			if seen[script] {
				n++
			}
		}
		if n == len(seen) {
			return false
		}
	}
	return true
}

// scriptOf returns the script of r, or "" when it belongs to many.
func scriptOf(r rune) string {
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			if name == "Common" || name == "Inherited" {
				return ""
			}
			return name
		}
	}
	return ""
}

// digitValue returns how far the digit r is from its script's nought: digits stand
// in tens.
func digitValue(r rune) int {
	n := 0
	for unicode.IsDigit(r-1) && n < 9 {
		r--
		n++
	}
	return n
}
