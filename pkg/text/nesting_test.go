package text

import (
	"strings"
	"testing"
)

// bombs are repeated to make texts on which a parser can spend minutes.
var bombs = []string{
	"> ", ">", "+ ", "1. ", "1) ", "- > ", "> - ", "+ * - ", "1. - > ",
	"[a](", "![a](b", "[a](<b", "[a](b \"", "*a_", "**a*b__c_", "_a_b", "*_", "**_", "*[", "[*", "]*", ")[a](",
	"[", "![", "[a][b]", "*a", "a*", "`a", "<a:",
}

// harmless look alike, but cost no more than any other text of their length.
var harmless = []string{
	"a ", "a\n", "- a\n", "> a\n", "1. a\n\n", "  - a\n", "&amp;", "\\", "(", "http://a.example/ ", "(http://a", "\"http://", "é",
	"@{7h2kq0w9ze3xm} ", "[quote:7h2kq0w9ze3xm:1]\n\n", "# a\n", "~~~\n", "    a\n", "-\n", "\t", "---\n", "- - - - - - - -\n", "- ",
}

func of(unit string, size int) string { return strings.Repeat(unit, size/len(unit)+1)[:size] }

// TestBombsAreShownAsTyped counts work, not time: what would take long is never
// parsed, and what is parsed took little.
func TestBombsAreShownAsTyped(t *testing.T) {
	for _, unit := range bombs {
		source := of(unit, MaxBytes)
		if !TooDeep(Clean(source)) {
			t.Errorf("%d bytes of %q are parsed", MaxBytes, unit)
		}
		h := mustRender(t, source)
		if strings.Contains(h.safe, "<blockquote>") || strings.Contains(h.safe, "<em>") || h.safe == "" {
			t.Errorf("%q: %.80s", unit, h.safe)
		}
		if check := Check(of(unit, MaxCharacters)); check != nil {
			t.Errorf("%q: %v; nobody is refused for markup", unit, check)
		}
	}
	for _, unit := range harmless {
		if TooDeep(of(unit, MaxBytes)) {
			t.Errorf("%q is not parsed", unit)
		}
		mustRender(t, of(unit, MaxBytes))
	}
}

func TestDeepNestingIsShownAsTyped(t *testing.T) {
	staircase := func(depth int) string {
		var out strings.Builder
		for i := range depth {
			out.WriteString(strings.Repeat("  ", i) + "- step\n")
		}
		return out.String()
	}
	for _, test := range []struct {
		source string
		parsed bool
	}{
		{strings.Repeat("> ", 16) + "a", true},
		{strings.Repeat("> ", 17) + "a", false},
		{staircase(12), true},
		{staircase(100), false},
		{strings.Repeat("*a **b ", 100) + strings.Repeat("b** a*", 100), false},
		{strings.Repeat("- ", 40), true}, // a rule
		{strings.Repeat("* * *\n", 40), true},
	} {
		h := mustRender(t, test.source)
		if parsed := h != show(paragraphs(Clean(test.source))); parsed != test.parsed {
			t.Errorf("%q: parsed = %t", test.source, parsed)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	post := strings.Repeat("I had my *third* cycle on **Tuesday**, and the day after was hard.\nToast helped, and so did [this page](https://www.example.org/a).\n\n- toast\n- ginger tea\n\n> drink a little, often\n\n", 60)[:MaxCharacters]
	run := func(name, source string) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(source)))
			for b.Loop() {
				if _, err := RenderLong(source); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	run("post", post)
	run("short", post[:400])
	// The dearest sources that are still parsed: as many marks as maxWork allows.
	for _, unit := range []string{"![a](b", "*a_", "[a](", "[a](<b", "**a*b__c_"} {
		for n := 400; ; n -= 5 {
			if source := strings.Repeat(unit, n) + strings.Repeat("a", MaxBytes-n*len(unit)); !TooDeep(source) {
				run("dear/"+unit, source)
				break
			}
		}
	}
	for _, unit := range []string{"> ", "![a](b", "*a_"} {
		run("bomb/"+unit, of(unit, MaxBytes))
	}
	run("long", of(post, 200_000))
}
