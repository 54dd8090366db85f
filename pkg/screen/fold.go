package screen

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// eachWord calls do with every word of text as it is compared, folded, and with where
// it stands. A word is letters and figures with apostrophes inside; accents, capitals,
// letters without width and borrowed alphabets make no other word. The folded bytes
// are good until do returns.
func eachWord(text string, do func(folded []byte, from, to int)) {
	table := plain()
	folded := make([]byte, 0, 64)
	from, apostrophe := -1, -1
	end := func(to int) {
		if apostrophe >= 0 { // one that nothing followed is a quotation mark
			folded, to = folded[:len(folded)-1], apostrophe
		}
		if from >= 0 && len(folded) > 0 {
			do(folded, from, to)
		}
		folded, from, apostrophe = folded[:0], -1, -1
	}
	for i := 0; i < len(text); {
		if f := ascii[text[i]]; f != 0 { // by far the most
			if from < 0 {
				from = i
			}
			apostrophe = -1
			folded = append(folded, f)
			i++
			continue
		}
		r, width := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, width = utf8.DecodeRuneInString(text[i:])
		}
		switch f := fold(table, r); {
		case f == 0: // as if it were not there
		case f == '\'' && from >= 0 && apostrophe < 0:
			apostrophe = i
			folded = append(folded, '\'')
		case letter(f):
			if from < 0 {
				from = i
			}
			apostrophe = -1
			folded = utf8.AppendRune(folded, f)
		default:
			end(i)
		}
		i += width
	}
	end(len(text))
}

// ascii gives the plain small letters and figures of those that need no more.
var ascii = func() (table [256]byte) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			table[c] = c
		case 'A' <= c && c <= 'Z':
			table[c] = c | 0x20
		}
	}
	return table
}()

func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return ascii[byte(r)] != 0
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r)
}

// fold turns a letter into the plain small one that it is or looks like, and what has
// no width into 0.
func fold(table *folds, r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z': // that was a wide one
		return r | 0x20
	case r < utf8.RuneSelf:
		return r
	case int(r) < len(table):
		return table[r]
	case 0xFF01 <= r && r <= 0xFF5E: // full width
		return fold(table, r-0xFEE0)
	case 0x1D400 <= r && r <= 0x1D6A3: // letters for mathematics: 13 styles of 26 and 26
		return 'a' + (r-0x1D400)%26
	case 0x1D7CE <= r && r <= 0x1D7FF: // and their figures: 5 styles of 10
		return '0' + (r-0x1D7CE)%10
	case 0x1F130 <= r && r <= 0x1F149, 0x1F150 <= r && r <= 0x1F169, 0x1F170 <= r && r <= 0x1F189: // in boxes and circles
		return 'a' + (r-0x1F130)%32
	case 0xFE00 <= r && r <= 0xFE0F, r == 0xFEFF, 0xE0000 <= r && r <= 0xE01EF:
		return 0
	}
	return unicode.ToLower(r)
}

// folds holds what every letter of the alphabets that can pass for ours becomes.
type folds [0x2500]rune

// plain makes them once.
var plain = sync.OnceValue(func() *folds {
	table := new(folds)
	for i := range table {
		table[i] = plainOf(rune(i))
	}
	for _, r := range "’‘ʼ′‛´`" {
		table[r] = '\''
	}
	return table
})

func plainOf(r rune) rune {
	switch {
	case r == 0xAD, 0x300 <= r && r <= 0x36F, 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x2064, r == 0x61C, r == 0x180E:
		return 0
	case unicode.IsSpace(r):
		return ' '
	}
	first, _ := utf8.DecodeRuneInString(norm.NFKD.String(string(r)))
	first = unicode.ToLower(first)
	if like := lookalike[first]; like != 0 {
		return like
	}
	return first
}

// lookalike gives the letter that one of another alphabet is used for.
var lookalike = func() map[rune]rune {
	table := map[rune]rune{}
	for plain, like := range map[rune]string{
		'a': "аαɑ", 'b': "вβь", 'c': "сϲ", 'd': "ԁđð", 'e': "еєε", 'g': "ɡ", 'h': "нһħ", 'i': "іιıɩ", 'j': "ј", 'k': "кκ", 'l': "ӏł",
		'm': "м", 'n': "ηп", 'o': "оοσøө", 'p': "рρ", 's': "ѕß", 't': "тτŧ", 'u': "υц", 'v': "ѵν", 'w': "ωшԝ", 'x': "хχ", 'y': "уγ", 'z': "ᴢ",
	} {
		for _, r := range like {
			table[r] = plain
		}
	}
	return table
}()
