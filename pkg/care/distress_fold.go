package care

import "unicode"

// fold turns a letter into the plain small one that it is or looks like: no
// accents, no capitals, no borrowed alphabets. It returns 0 for what is to be
// passed over as if it were not there: accents that stand alone, letters without
// width.
func fold(r rune) rune {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			return r | 0x20
		}
		return r
	case r == 0xad: // soft hyphen
		return 0
	case r < 0x250:
		if plain := latin[r]; plain != 0 {
			return plain
		}
		return unicode.ToLower(r)
	case 0x300 <= r && r <= 0x36f, 0x200b <= r && r <= 0x200f, 0x202a <= r && r <= 0x202e,
		0x2060 <= r && r <= 0x2064, 0xfe00 <= r && r <= 0xfe0f, r == 0xfeff, r == 0x34f, r == 0x61c, r == 0x180e:
		return 0
	case r == '’' || r == '‘' || r == 'ʼ' || r == '′' || r == '＇' || r == '‛':
		return '\''
	case 0xff01 <= r && r <= 0xff5e: // full width
		return fold(r - 0xfee0)
	case 0x1d400 <= r && r <= 0x1d6a3: // letters for mathematics, in 13 styles of 52
		return fold(mathematical(r))
	case 0x24b6 <= r && r <= 0x24cf: // circled
		return 'a' + r - 0x24b6
	case 0x24d0 <= r && r <= 0x24e9:
		return 'a' + r - 0x24d0
	}
	if like := lookalike[r]; like != 0 {
		return like
	}
	return unicode.ToLower(r)
}

func mathematical(r rune) rune {
	if n := (r - 0x1d400) % 52; n < 26 {
		return 'a' + n
	} else {
		return 'a' + n - 26
	}
}

// latin gives the plain letter of each accented one.
var latin = func() (table [0x250]rune) {
	for plain, accented := range map[rune]string{
		'a': "àáâãäåāăąÀÁÂÃÄÅĀĂĄªǎǍ", 'c': "çćĉċčÇĆĈĊČ", 'd': "ďđĎĐð", 'e': "èéêëēĕėęěÈÉÊËĒĔĖĘĚ", 'g': "ĝğġģĜĞĠĢ",
		'h': "ĥħĤĦ", 'i': "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ", 'j': "ĵĴ", 'k': "ķĸĶ", 'l': "ĺļľŀłĹĻĽĿŁ", 'n': "ñńņňŉÑŃŅŇ",
		'o': "òóôõöøōŏőÒÓÔÕÖØŌŎŐºǒǑ", 'r': "ŕŗřŔŖŘ", 's': "śŝşšŚŜŞŠ", 't': "ţťŧŢŤŦ", 'u': "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ",
		'w': "ŵŴ", 'y': "ýÿŷÝŶŸ", 'z': "źżžŹŻŽ", '\'': "´",
	} {
		for _, r := range accented {
			table[r] = plain
		}
	}
	return table
}()

// lookalike gives the letter that one of another alphabet is used for.
var lookalike = func() map[rune]rune {
	table := map[rune]rune{}
	for plain, like := range map[rune]string{
		'a': "аАαΑɑ", 'b': "ВьΒ", 'c': "сСϲ", 'd': "ԁ", 'e': "еЕёЁεΕ℮", 'g': "ɡ", 'h': "һНΗ", 'i': "іІїιΙɩ", 'j': "јЈ", 'k': "кКκΚ",
		'l': "ӏⅼ", 'm': "мМΜ", 'n': "пηΝ", 'o': "оОοΟσ", 'p': "рРρΡ", 's': "ѕЅ", 't': "тТτΤ", 'u': "υцս", 'v': "ѵν", 'w': "ԝωш", 'x': "хХχΧ",
		'y': "уУγΥ", 'z': "Ζᴢ",
	} {
		for _, r := range like {
			table[r] = plain
		}
	}
	return table
}()
