package care

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one word as the rules see it. “don't” is two: do, not.
type token struct {
	span
	word   int32 // its number in the vocabulary; 0 for a word no rule knows
	stop   stop  // what stands between it and the word before
	quoted int32 // which “…” it stands in, counted from 1; 0 for none
}

// stop is how much two words are parted.
type stop uint8

const (
	joined stop = iota
	paused      // a comma, a bracket, a new line, dots that trail off
	ended       // the sentence ended
)

// reader cuts a source into tokens. What others wrote is left out: Markdown quotes
// and code.
type reader struct {
	source string
	words  *vocabulary
	tokens []token
	stop   stop
	buf    []byte
	open   int32 // the number of the quotation that is open, 0 for none
	quotes int32
}

func readTokens(source string, words *vocabulary) []token {
	r := reader{source: source, words: words, tokens: make([]token, 0, len(source)/5+8), stop: ended, buf: make([]byte, 0, 64)}
	fence := ""
	for from := 0; from < len(source); {
		to := len(source)
		if i := strings.IndexByte(source[from:], '\n'); i >= 0 {
			to = from + i
		}
		line := strings.TrimLeft(source[from:to], " \t")
		mark := fenceOf(line)
		switch {
		case fence != "":
			if mark == fence {
				fence = ""
			}
		case mark != "" && to < len(source) && closes(source[to+1:], mark):
			fence = mark
			r.part(ended)
		case strings.HasPrefix(line, ">"):
			r.part(ended)
		case strings.TrimSpace(line) == "", strings.HasPrefix(line, "#"), strings.HasPrefix(line, "- "), strings.HasPrefix(line, "* "):
			r.part(ended)
			r.open = 0
			r.line(from, to)
		default:
			r.part(paused)
			r.line(from, to)
		}
		from = to + 1
	}
	return r.tokens
}

// fenceOf returns the mark that opens or closes a block of code, or "".
func fenceOf(line string) string {
	for _, mark := range []string{"```", "~~~"} {
		if strings.HasPrefix(line, mark) {
			return mark
		}
	}
	return ""
}

// closes tells whether a block of code ends. One that nobody closed was not meant
// as one, and is read.
func closes(rest, mark string) bool {
	return strings.HasPrefix(strings.TrimLeft(rest, " \t"), mark) || strings.Contains(rest, "\n"+mark)
}

func (r *reader) part(by stop) { r.stop = max(r.stop, by) }

// line reads the words of one line.
func (r *reader) line(from, to int) {
	for i := from; i < to; {
		c, size := utf8.DecodeRuneInString(r.source[i:to])
		switch {
		case isWord(c):
			i = r.word(i, to)
			continue
		case c == '`':
			i = r.code(i, to)
			continue
		case c == '.' || c == '…':
			if rest := r.source[i+size : to]; c == '…' || strings.HasPrefix(rest, ".") {
				r.part(paused)
				i += size + len(rest) - len(strings.TrimLeft(rest, ".…"))
				continue
			}
			r.part(ended)
		case strings.ContainsRune("!?;¿¡。", c):
			r.part(ended)
		case strings.ContainsRune(",:()[]{}/—–|-", c):
			if c != '-' || !joins(r.source, i, size) {
				r.part(paused)
			}
		case strings.ContainsRune("\"“”«»„", c):
			r.quotation(c)
		}
		i += size
	}
}

// joins tells whether the sign at i stands inside a word, as in self-harm.
func joins(s string, i, size int) bool {
	return i > 0 && i+size < len(s) && s[i-1] > ' ' && s[i+size] > ' '
}

func (r *reader) quotation(c rune) {
	r.part(paused)
	if r.open > 0 || c == '”' || c == '»' {
		r.open = 0
		return
	}
	r.quotes++
	r.open = r.quotes
}

// code passes over `code`; a lone sign, or one used for an apostrophe, is passed
// over by itself.
func (r *reader) code(i, to int) int {
	n := len(r.source[i:to]) - len(strings.TrimLeft(r.source[i:to], "`"))
	before, _ := utf8.DecodeLastRuneInString(r.source[:i])
	if end := strings.Index(r.source[i+n:to], r.source[i:i+n]); end > 0 && !isWord(before) {
		r.part(paused)
		return i + n + end + n
	}
	return i + n
}

// isWord tells whether a word may begin with c.
func isWord(c rune) bool {
	if c < 0x80 {
		return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
	}
	return unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.Is(unicode.M, c)
}

// word reads the word that begins at from and returns where it ends.
func (r *reader) word(from, to int) int {
	r.buf = r.buf[:0]
	end, digits, letters := from, false, false
	for i := from; i < to; {
		c, size := utf8.DecodeRuneInString(r.source[i:to])
		plain := fold(c)
		switch {
		case plain == 0:
		case isWord(c):
			if len(r.buf) < 40 {
				r.buf = utf8.AppendRune(r.buf, plain)
			}
			digits = digits || '0' <= plain && plain <= '9'
			letters = letters || plain > '9'
		case plain == '\'' || plain == '`':
			r.buf = append(r.buf, '\'')
		case strings.ContainsRune("*@$", c) && inside(r.source, i, size):
			r.buf = append(r.buf, byte(c))
		default:
			to = i
			continue
		}
		i += size
		if isWord(c) || plain == 0 {
			end = i
		}
	}
	for len(r.buf) > 0 && r.buf[len(r.buf)-1] == '\'' {
		r.buf = r.buf[:len(r.buf)-1]
	}
	r.add(span{from, end}, digits, letters)
	return end
}

// inside tells whether letters stand on both sides of the sign at i, as in s*icide.
func inside(s string, i, size int) bool {
	after := strings.TrimLeft(s[i+size:], s[i:i+size])
	return i > 0 && len(s)-i-len(after) <= 3 && after != "" && (letterByte(s[i-1]) || s[i-1] == s[i]) && letterByte(after[0])
}

func letterByte(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// add puts the word in the buffer among the tokens: as itself, as what it is short
// for, or not at all where it only adds weight (“really”).
func (r *reader) add(at span, digits, letters bool) {
	if len(r.buf) == 0 {
		return
	}
	means := r.words.find(r.buf, digits && letters)
	if digits && !letters {
		means = r.words.number
		if len(r.buf) > 1 {
			means = r.words.large
		}
	}
	for _, word := range means {
		r.tokens = append(r.tokens, token{span: at, word: word, stop: r.stop, quoted: r.open})
		r.stop = joined
	}
}

// vocabulary numbers the words that rules know.
type vocabulary struct {
	words  map[string][]int32 // what each written form stands for, nothing for words without weight
	names  map[string]int32
	number []int32 // of one digit
	large  []int32 // of more
}

var unknown = []int32{0}

func (v *vocabulary) id(word string) int32 {
	id, ok := v.names[word]
	if !ok {
		id = int32(len(v.names)) + 1
		v.names[word] = id
	}
	return id
}

// find returns what a written word stands for. It tries it as it is, then without
// apostrophes, with repeated letters taken back, and with the digits and signs
// that stand in for letters put right.
func (v *vocabulary) find(word []byte, mixed bool) []int32 {
	if means, ok := v.words[string(word)]; ok {
		return means
	}
	if i := slices.Index(word, '\''); i >= 0 {
		if means, ok := v.words[strings.ReplaceAll(string(word), "'", "")]; ok {
			return means
		}
		if means, ok := v.words[string(word[:i])]; ok { // mum's
			return means
		}
	}
	if len(word) >= 3 {
		for _, keep := range []int{2, 1} {
			if short := squeeze(word, keep); len(short) < len(word) {
				if means, ok := v.words[string(short)]; ok {
					return means
				}
			}
		}
	}
	if mixed || slices.ContainsFunc(word, func(b byte) bool { return strings.IndexByte("*@$", b) >= 0 }) {
		if means, ok := v.words[signs.Replace(string(word))]; ok {
			return means
		}
	}
	return unknown
}

var signs = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "@", "a", "$", "s")

// squeeze shortens runs of three or more of a letter to keep of them.
func squeeze(word []byte, keep int) []byte {
	var short []byte
	for i := 0; i < len(word); {
		j := i
		for j < len(word) && word[j] == word[i] {
			j++
		}
		n := j - i
		if n >= 3 {
			n = keep
		}
		short = append(short, word[i:i+n]...)
		i = j
	}
	return short
}
