package text

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A name that is mentioned stands in a source as @{its public id}, so that it
// leaves every text together with the person.
var nameRef = regexp.MustCompile(`@\{(` + pid + `)\}`)

// Refer replaces every "@Quiet Heron" in source by the public id of that name.
// names holds the names that may be mentioned, as shown, with their public ids;
// capitals do not matter, and the longest name that fits is taken.
func Refer(source string, names map[string]string) string {
	source = Clean(source)
	ids, lengths := byLength(names)
	var out strings.Builder
	before := ' '
	for source != "" {
		r, width := utf8.DecodeRuneInString(source)
		if r == '@' && !joins(before) {
			if id, length := longest(source[1:], ids, lengths); length > 0 {
				out.WriteString("@{" + id + "}")
				source, before = source[1+length:], '}'
				continue
			}
		}
		out.WriteString(source[:width])
		source, before = source[width:], r
	}
	return out.String()
}

// Unrefer gives back the text that a person can edit: every mention as
// "@Quiet Heron". name returns the name behind a public id, or false to leave
// the mention as it stands.
func Unrefer(source string, name func(pid string) (string, bool)) string {
	return nameRef.ReplaceAllStringFunc(source, func(ref string) string {
		if shown, ok := name(ref[2 : len(ref)-1]); ok {
			return "@" + shown
		}
		return ref
	})
}

// Mentions returns the public ids of the names that source mentions, each once.
func Mentions(source string) []string {
	var found []string
	for _, match := range nameRef.FindAllStringSubmatch(source, -1) {
		if !slices.Contains(found, match[1]) {
			found = append(found, match[1])
		}
	}
	return found
}

// holdNames keeps a place for every mention in html. It may look at the whole of
// it, for no attribute that we write can hold a brace.
func holdNames(html string) string {
	return nameRef.ReplaceAllString(html, holderOf("name", "$1"))
}

// joins tells whether an @ after r is part of a longer word, such as an e-mail
// address or the address of a profile.
func joins(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune("/._-+@\\", r)
}

// byLength returns names in lower case and the lengths they have, in letters,
// longest first.
func byLength(names map[string]string) (ids map[string]string, lengths []int) {
	ids = make(map[string]string, len(names))
	for shown, id := range names {
		shown = strings.ToLower(CleanTitle(shown))
		ids[shown] = id
		if n := utf8.RuneCountInString(shown); n > 0 && !slices.Contains(lengths, n) {
			lengths = append(lengths, n)
		}
	}
	slices.Sort(lengths)
	slices.Reverse(lengths)
	return ids, lengths
}

// longest returns the id of the longest name that s begins with, and how many
// bytes of s it takes.
func longest(s string, ids map[string]string, lengths []int) (id string, width int) {
	for _, n := range lengths {
		end := prefix(s, n)
		after, _ := utf8.DecodeRuneInString(s[end:])
		if id, ok := ids[strings.ToLower(s[:end])]; ok && !unicode.IsLetter(after) && !unicode.IsNumber(after) {
			return id, end
		}
	}
	return "", 0
}

// prefix returns how many bytes the first n letters of s take.
func prefix(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}
