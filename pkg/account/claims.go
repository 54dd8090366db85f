package account

import (
	"strings"
	"sync"
	"unicode"
)

// claims are the words by which a name claims to be somebody: in lists/, a word
// stands for itself, and with a star for whatever begins, ends or goes on there.
type claims struct {
	whole  map[string]bool
	begins []string
	ends   []string
	holds  []string
}

var (
	professions = sync.OnceValue(func() *claims { return readClaims("professions") })
	roles       = sync.OnceValue(func() *claims { return readClaims("roles") })
)

func readClaims(list string) *claims {
	c := &claims{whole: map[string]bool{}}
	for _, w := range words(list) {
		bare := skeleton(strings.Trim(w, "*"))
		switch before, after := strings.HasPrefix(w, "*"), strings.HasSuffix(w, "*"); {
		case before && after:
			c.holds = append(c.holds, bare)
		case before:
			c.ends = append(c.ends, bare)
		case after:
			c.begins = append(c.begins, bare)
		default:
			c.whole[bare] = true
		}
	}
	return c
}

// innocent are words that hold a claim by chance.
var innocent = strings.NewReplacer("badmlnton", "", "unhelp", "")

// in reports whether name makes one of the claims, however it is spelt.
func (c *claims) in(name string) bool {
	all := innocent.Replace(skeleton(name))
	for _, part := range c.holds {
		if strings.Contains(all, part) {
			return true
		}
	}
	for _, w := range wordsOf(name) {
		if len([]rune(w)) < 2 {
			continue // the letter m is not the same claim as rn
		}
		w = innocent.Replace(skeleton(w))
		if c.whole[w] {
			return true
		}
		for _, b := range c.begins {
			if strings.HasPrefix(w, b) {
				return true
			}
		}
		for _, e := range c.ends {
			if strings.HasSuffix(w, e) {
				return true
			}
		}
	}
	return false
}

// wordsOf splits a name where a reader would: at separators, where a capital
// follows a small letter, and before the digits at the end of a word. A word spelt
// out with separators, as D-r or m o d, is one too.
func wordsOf(name string) []string {
	var all []string
	var spelt strings.Builder
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" -'’", r) }) {
		if n := len([]rune(part)); n == 1 {
			spelt.WriteString(part)
		} else {
			all = append(all, spelt.String())
			spelt.Reset()
		}
		all = append(all, part, strings.TrimRightFunc(part, unicode.IsDigit))
		start := 0
		var before rune
		for i, r := range part {
			if unicode.IsUpper(r) && unicode.IsLower(before) {
				all = append(all, part[start:i])
				start = i
			}
			before = r
		}
		if start > 0 {
			all = append(all, part[start:])
		}
	}
	return append(all, spelt.String())
}
