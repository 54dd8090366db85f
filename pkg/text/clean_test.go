package text

import (
	"errors"
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	for _, test := range []struct{ what, dirty, want string }{
		{"line ends", "a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"},
		{"NUL and its kin", "a\x00b\x07c\x1b[31md\u0080", "abc[31md"},
		{"bad UTF-8", "a\xff\xfeb", "a\uFFFDb"},
		{"composed", "e\u0301", "é"},
		{"towers", "Z" + strings.Repeat("\u0335", 40) + "a", "Z" + strings.Repeat("\u0335", maxMarks) + "a"},
		{"a tower in disguise", "a" + strings.Repeat("\u0335\u20dd", 20), "a\u0335\u20dd\u0335\u20dd\u0335"},
		{"direction", "\u202Eabc\u202C \u2066d\u2069", "abc d"},
		{"Hebrew and its marks stay", "שָׁלוֹם\u200F", "שָׁלוֹם\u200F"},
		{"invisible", "a\u200Bb\u00ADc\uFEFFd\u2063e", "abcde"},
		{"families and flags stay", "👩‍👩‍👧 🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F ❤️", "👩‍👩‍👧 🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F ❤️"},
		{"hidden letters", "a\U000E0068\U000E0069b", "ab"},
		{"edges", "\n\n  a \n\t\n", "  a"},
		{"nothing", " \n ", ""},
	} {
		if got := Clean(test.dirty); got != test.want {
			t.Errorf("%s: %q, want %q", test.what, got, test.want)
		}
	}
	if got := CleanTitle(" a\n\tb \u2028 c "); got != "a b c" {
		t.Errorf("CleanTitle: %q", got)
	}
}

func TestCheck(t *testing.T) {
	for _, test := range []struct {
		source string
		empty  bool
		by     int
	}{
		{source: "Hello"},
		{source: "❤️"},
		{source: strings.Repeat("a", MaxCharacters)},
		{source: strings.Repeat("é", MaxCharacters)},
		{source: strings.Repeat("a", MaxCharacters+7), by: 7},
		{source: strings.Repeat("👩", MaxCharacters), by: 0},
		{source: strings.Repeat("👩", MaxCharacters+1), by: 1},
		{source: strings.Repeat("a\r\n", MaxCharacters/2)}, // line ends count once
		{source: "", empty: true},
		{source: " \n\t\u200B\u3164\u2800", empty: true},
		{source: "> \n> \n\n---\n", empty: true},
		{source: "- \n- ", empty: true},
		{source: "[quote:7h2kq0w9ze3xm:1]", empty: true}, // somebody else's words
	} {
		err := Check(test.source)
		var long TooLong
		errors.As(err, &long)
		if long.By != test.by || errors.Is(err, ErrEmpty) != test.empty {
			t.Errorf("%.20q: %v", test.source, err)
		}
	}
	if CheckTitle(strings.Repeat("a", MaxTitle)) != nil || CheckTitle(strings.Repeat("a", MaxTitle+1)) != (TooLong{1}) || CheckTitle(" \n") != ErrEmpty {
		t.Error("a title")
	}
}
