package text

import (
	"strings"
	"testing"
)

// What is covered stands in no form in what others get, wherever markup puts it, and
// whatever they type.
func TestRenderCovered(t *testing.T) {
	say := Living{Cover: func(why string) string { return "<" + why + ">" }}
	for _, test := range []struct{ source, hidden, why, want string }{
		{"I have the secret at home.", "the secret", "means", `<p>I have <mark class="covered">&lt;means&gt;</mark> at home.</p>`},
		{"**the secret**", "the secret", "means", `<p><strong><mark class="covered">&lt;means&gt;</mark></strong></p>`},
		{"[here](https://secret.example/a)", "https://secret.example/a", "contact", `<p>[here](<mark class="covered">&lt;contact&gt;</mark>)</p>`},
		{"`the secret`", "secret", "means", `<p><code>the <mark class="covered">&lt;means&gt;</mark></code></p>`},
		{"{kw:0} {kw:1} secret", "secret", "means", `<p>{ kw:0} { kw:1} <mark class="covered">&lt;means&gt;</mark></p>`},
		{"see https://plain.example/?a=1&b=2 now", "https://plain.example/?a=1&b=2", CoverLink, `<p>see https://plain.example/?a=1&amp;b=2 now</p>`},
	} {
		from := strings.Index(test.source, test.hidden)
		covers := Covers{{From: from, To: from + len(test.hidden), Why: test.why}}
		h, err := RenderCovered(test.source, covers)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSpace(string(h.With(say))); got != test.want {
			t.Errorf("%s: %s\nwant %s", test.source, got, test.want)
		}
		if under := covers.Under(test.source); test.why != CoverLink && (strings.Contains(under, test.hidden) || len(under) != len(test.source)) {
			t.Errorf("under the cover: %q", under)
		}
	}
	whole := Covers{{From: 5, To: 90, Why: "means"}, {From: 0, To: 7, Why: "contact"}, {From: 3, To: 3, Why: "means"}}
	h, err := RenderCovered("all of it secret", whole)
	if err != nil || strings.Contains(string(h.With(say)), "secret") || strings.Contains(string(h.Template()), "of") {
		t.Errorf("%s, %v", h.With(say), err)
	}
	if kept, err := (Covers{}).Value(); kept != "" || err != nil {
		t.Errorf("%q, %v", kept, err)
	}
}
