package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxMarks is how many combining marks may stand on one letter. Fully pointed
// Hebrew needs five; what has more climbs over its neighbours' lines.
const maxMarks = 5

// Clean makes s fit to keep: valid UTF-8 in composed form (NFC) with plain line
// ends, without control characters, invisible letters, direction overrides that
// make a text read differently from what it says, or towers of accents. What
// can be seen stays. Cleaning twice changes nothing.
func Clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = lineEnds.Replace(s)
	s = strings.Map(keep, s)
	s = tame(norm.NFC.String(s))
	return strings.TrimRightFunc(strings.TrimLeft(s, "\n"), unicode.IsSpace)
}

// CleanTitle is Clean for what stands on one line.
func CleanTitle(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n\n")

// keep drops, as a mapping for [strings.Map], what has no place in a text.
func keep(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case unicode.Is(unicode.Cc, r): // NUL and its kin
		return -1
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069: // direction embeddings, overrides, isolates
		return -1
	case r == 0x00AD, r == 0x200B, r >= 0x2060 && r <= 0x2064, r == 0xFEFF: // invisible
		return -1
	case r >= 0xFFF9 && r <= 0xFFFB, r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF: // annotations, not characters
		return -1
	}
	return r
}

// tame keeps the first marks on each letter, and of the invisible tag letters
// only those that draw the flags of England, Scotland and Wales.
func tame(s string) string {
	marks, flag := 0, false
	return strings.Map(func(r rune) rune {
		if r >= 0xE0000 && r <= 0xE007F {
			if flag {
				return r
			}
			return -1
		}
		flag = r == 0x1F3F4
		if !unicode.In(r, unicode.Mn, unicode.Me) {
			marks = 0
			return r
		}
		if marks++; marks > maxMarks {
			return -1
		}
		return r
	}, s)
}

// visible tells whether r leaves a trace on the page.
func visible(r rune) bool {
	switch r {
	case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0: // blanks that count as letters or symbols
		return false
	}
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.M, r)
}
