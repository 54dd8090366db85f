package screen

import (
	"strings"
	"unicode"
)

// links are the addresses of web pages in text, whether or not they would be shown
// as links: "see example.com" leads people away just as well.
func (s *Screen) links(text string) []span {
	var found []span
	for i := 0; i < len(text); {
		n := strings.IndexFunc(text[i:], within)
		if n < 0 {
			break
		}
		from := i + n
		to := len(text)
		if n := strings.IndexFunc(text[from:], outside); n >= 0 {
			to = from + n
		}
		i = to
		if begins, ok := address(text[from:to]); ok {
			at := span{from + begins, from + len(strings.TrimRight(text[from:to], ".,;:!?'’”*_~`"))}
			if !s.here(text[at.from:at.to]) {
				found = append(found, at)
			}
		}
	}
	return found
}

// outside are the characters that end an address in words or in Markdown.
func outside(r rune) bool {
	return r <= ' ' || strings.ContainsRune(`<>"()[]{}|“”«»`, r) || r >= 0x80 && unicode.IsSpace(r)
}

func within(r rune) bool { return !outside(r) }

// address reports whether word, which has no space in it, is or ends in an address,
// and where that begins.
func address(word string) (begins int, ok bool) {
	if !strings.ContainsAny(word, ".:") {
		return 0, false
	}
	lower := strings.ToLower(word)
	if len(lower) != len(word) { // letters whose small ones are longer: none that an address needs
		lower = word
	}
	for _, scheme := range []string{"https://", "http://", "hxxps://", "hxxp://", "www."} {
		if i := strings.Index(lower, scheme); i >= 0 && i+len(scheme) < len(word) {
			return i, true
		}
	}
	trimmed := strings.TrimLeft(word, "*_~`'’“.,;:!?-")
	begins = len(word) - len(trimmed)
	return begins, domain(trimmed)
}

// domain reports whether word begins with the name of a host and stands for one:
// most are known by their last part; of those that are words too, only where a path
// follows, since "it was hard.so" is a slip of the thumb.
func domain(word string) bool {
	host, path, _ := strings.Cut(word, "/")
	host, _, _ = strings.Cut(host, ":")
	host = strings.TrimRight(host, ".,;!?'’*_~`")
	if strings.Contains(host, "@") {
		return false // a mail address: see contacts
	}
	labels := strings.Split(host, ".")
	if len(labels) < 2 {
		return false
	}
	for _, l := range labels {
		if !label(l) {
			return false
		}
	}
	last := labels[len(labels)-1]
	if titled(last) {
		return false // "the end.Com" is the next sentence
	}
	switch last = strings.ToLower(last); {
	case always[last]:
		return true
	case len(labels) > 2 && always[strings.ToLower(labels[len(labels)-2])], len(labels) > 2 && strings.EqualFold(labels[len(labels)-2], "co"):
		return len(last) == 2
	}
	return path != "" && withPath[last]
}

func titled(s string) bool { return unicode.IsUpper(rune(s[0])) && strings.ToUpper(s) != s }

func label(l string) bool {
	if l == "" || len(l) > 63 || l[0] == '-' || l[len(l)-1] == '-' {
		return false
	}
	for i := range len(l) {
		if c := l[i] | 0x20; (c < 'a' || c > 'z') && (l[i] < '0' || l[i] > '9') && l[i] != '-' {
			return false
		}
	}
	return true
}

// here reports whether an address leads to this site.
func (s *Screen) here(address string) bool {
	if s.host == "" {
		return false
	}
	address = strings.ToLower(address)
	for _, scheme := range []string{"https://", "http://"} {
		address = strings.TrimPrefix(address, scheme)
	}
	rest, ok := strings.CutPrefix(address, strings.ToLower(s.host))
	return ok && (rest == "" || strings.ContainsRune("/?#", rune(rest[0])))
}

var (
	always   = set("com net org biz xyz icu edu gov ru")
	withPath = set("ac ag ai am app at au be biz bio blog br ca cc ch cl click club cn co cz de dev dk ee es eu fi fm fr fun gd gg gl gr hk hu ie il im in info io is it jp kr la life link live lt lu lv ly me mobi mx my nl no nu nz one online page ph pl pro pt pw re ro rs se sg sh shop si site sk so space store su tech tk to top tr tv tw ua uk us vc vip website win work ws za")
)

func set(words string) map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		all[w] = true
	}
	return all
}
