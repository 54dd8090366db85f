package text

import (
	"testing"
	"unicode/utf8"
)

// FuzzRender looks for words that get past the policy, come out broken, or get
// lost.
func FuzzRender(f *testing.F) {
	for _, source := range hostile {
		f.Add(source)
	}
	for _, unit := range bombs {
		f.Add(of(unit, 200))
	}
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > MaxBytes {
			t.Skip()
		}
		h := mustRender(t, source)
		clean := Clean(source)
		if again := Clean(clean); again != clean || !utf8.ValidString(clean) {
			t.Errorf("%q is cleaned to %q, then to %q", source, clean, again)
		}
		if same := mustRender(t, clean); same != h {
			t.Errorf("%q renders to %q, and cleaned to %q", source, h.safe, same.safe)
		}
		if len(h.safe) > 400+60*len(clean) {
			t.Errorf("%d bytes grow to %d", len(clean), len(h.safe))
		}
		for _, q := range Quotes(clean) {
			q.Of(clean)
		}
		Excerpt(clean, 20)
		PartOf(clean, "7h2kq0w9ze3xm", 1, Plain(clean))
		Refer(clean, map[string]string{"Quiet Heron": "7h2kq0w9ze3xm"})
	})
}
