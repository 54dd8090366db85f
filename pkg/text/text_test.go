package text

import (
	"fmt"
	"strings"
	"testing"
)

const nofollow = `" rel="nofollow ugc noopener noreferrer">`

func TestRender(t *testing.T) {
	for _, test := range []struct{ what, source, want string }{
		{"paragraphs and lines", "One\ntwo\n\nthree", "<p>One<br>\ntwo</p>\n<p>three</p>\n"},
		{"emphasis", "*a* **b** _c_", "<p><em>a</em> <strong>b</strong> <em>c</em></p>\n"},
		{"lists", "- a\n- b\n\n3. c", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol start=\"3\">\n<li>c</li>\n</ol>\n"},
		{"quotes", "> a\n\nb", "<blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>\n"},
		{"more than", ">38 and still rising", "<p>&gt;38 and still rising</p>\n"},
		{"headings do not reach the page's", "# Big\n\n###### small", "<p><strong>Big</strong></p>\n<p><strong>small</strong></p>\n"},
		{"a line of dashes is a rule", "My day\n---\nwas long", "<p>My day</p>\n<hr>\n<p>was long</p>\n"},
		{"code", "`a<b`\n\n```\nc<d\n```", "<p><code>a&lt;b</code></p>\n<pre><code>c&lt;d\n</code></pre>\n"},
		{"words beside a fence", "~~~ thank you\nall", "<pre><code>thank you\nall\n</code></pre>\n"},
		{"raw HTML is words", "a <b>bold</b> move", "<p>a &lt;b&gt;bold&lt;/b&gt; move</p>\n"},
		{"definitions are words", "[Update]: cancelled", "<p>[Update]: cancelled</p>\n"},
		{"no strikethrough", "~~a~~", "<p>~~a~~</p>\n"},
		{"a label and its host", "[the leaflet](https://www.example.org/a)",
			`<p><a href="https://www.example.org/a` + nofollow + "the leaflet</a> <small>(www.example.org)</small></p>\n"},
		{"a title", `[a](https://b.example "for *you*")`,
			`<p><a href="https://b.example` + nofollow + "a</a> <small>(b.example)</small> “for *you*”</p>\n"},
		{"a label that lies", "[https://good.example](https://evil.example)",
			`<p><a href="https://evil.example` + nofollow + "https://good.example</a> <small>(evil.example)</small></p>\n"},
		{"an address in full", "See https://b.example/a_b_c?d=1&e=2.",
			`<p>See <a href="https://b.example/a_b_c?d=1&amp;e=2` + nofollow + "https://b.example/a_b_c?d=1&amp;e=2</a>.</p>\n"},
		{"a telephone's capital", "Www.b.example/leaflet",
			`<p><a href="https://www.b.example/leaflet` + nofollow + "Www.b.example/leaflet</a></p>\n"},
		{"brackets around and in", "(https://b.example/a_(b))",
			`<p>(<a href="https://b.example/a_(b)` + nofollow + "https://b.example/a_(b)</a>)</p>\n"},
		{"in quotation marks", `"https://b.example"`,
			`<p>&#34;<a href="https://b.example` + nofollow + "https://b.example</a>&#34;</p>\n"},
		{"another alphabet", "https://еxample.org",
			`<p><a href="https://xn--xample-2of.org` + nofollow + "https://еxample.org</a> <small>(xn--xample-2of.org)</small></p>\n"},
		{"a loose per cent sign", "https://b.example/50%-off",
			`<p><a href="https://b.example/50%25-off` + nofollow + "https://b.example/50%-off</a> <small>(b.example)</small></p>\n"},
		{"a picture", "![my scarf](https://b.example/s.jpg)",
			`<p><a href="https://b.example/s.jpg` + nofollow + "my scarf</a> <small>(b.example)</small></p>\n"},
		{"not a link", "I take [it](mornings \"and\") and [this](javascript:alert(1))",
			"<p>I take [it](mornings “and”) and [this](javascript:alert(1))</p>\n"},
		{"an e-mail address is words", "ann@b.example <ben@b.example>", "<p>ann@b.example &lt;ben@b.example&gt;</p>\n"},
	} {
		if h := mustRender(t, test.source); h.safe != test.want {
			t.Errorf("%s:\n%q\n→ %q\nwant %q", test.what, test.source, h.safe, test.want)
		}
	}
}

func TestRenderRefusesOnlyWhatCheckRefuses(t *testing.T) {
	source := strings.Repeat("a", MaxBytes)
	if _, err := Render(source); err != nil {
		t.Error(err)
	}
	if _, err := Render(source + "a"); err == nil {
		t.Error("too many bytes are rendered")
	}
	if _, err := RenderLong(source + "a"); err != nil {
		t.Error(err)
	}
}

func TestHTMLNeverPrintsWords(t *testing.T) {
	h := mustRender(t, "a secret")
	for _, verb := range []string{"%v", "%+v", "%s", "%q", "%d", "%#v", "%x"} {
		if out := fmt.Sprintf(verb, h) + fmt.Sprintf(verb, struct{ Words HTML }{h}); strings.Contains(out, "secret") {
			t.Errorf("%s prints %s", verb, out)
		}
	}
	if string(h.Template()) != "<p>a secret</p>\n" {
		t.Errorf("Template() = %q", h.Template())
	}
}

func TestHTMLIsStoredAsItIs(t *testing.T) {
	h := mustRender(t, "*a* @{7h2kq0w9ze3xm}")
	stored, err := h.Value()
	if err != nil {
		t.Fatal(err)
	}
	var back HTML
	for _, value := range []any{stored, []byte(stored.(string))} {
		if err := back.Scan(value); err != nil || back != h {
			t.Errorf("Scan(%T) = %q, %v", value, back.safe, err)
		}
	}
	if back.Scan(1) == nil {
		t.Error("a number is HTML")
	}
}
