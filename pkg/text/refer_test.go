package text

import (
	"slices"
	"strings"
	"testing"
)

const (
	heron = "7h2kq0w9ze3xm"
	quiet = "0a1b2c3d4e5f6"
)

func TestRefer(t *testing.T) {
	names := map[string]string{"Quiet Heron": heron, "Quiet": quiet}
	for _, test := range []struct{ typed, want string }{
		{"@Quiet Heron", "@{" + heron + "}"},
		{"Thanks @quiet heron, and @Quiet!", "Thanks @{" + heron + "}, and @{" + quiet + "}!"},
		{"@Quiet Herons", "@{" + quiet + "} Herons"},
		{"@Quietly", "@Quietly"},
		{"(@Quiet)", "(@{" + quiet + "})"},
		{"ann@Quiet.example https://b.example/@Quiet", "ann@Quiet.example https://b.example/@Quiet"},
		{"@nobody @ @@Quiet", "@nobody @ @@Quiet"},
	} {
		got := Refer(test.typed, names)
		if got != test.want {
			t.Errorf("Refer(%q) = %q", test.typed, got)
		}
		back := Unrefer(got, func(pid string) (string, bool) {
			return map[string]string{heron: "Quiet Heron", quiet: "Quiet"}[pid], true
		})
		if !strings.EqualFold(back, test.typed) {
			t.Errorf("Unrefer(%q) = %q", got, back)
		}
	}
	if got := Mentions("@{" + heron + "} @{" + quiet + "} @{" + heron + "} @{x}"); !slices.Equal(got, []string{heron, quiet}) {
		t.Error(got)
	}
	if got := Unrefer("@{"+heron+"}", func(string) (string, bool) { return "", false }); got != "@{"+heron+"}" {
		t.Error(got)
	}
}

func TestLivingFillsThePlaces(t *testing.T) {
	source := "Before\n[quote:" + heron + ":2:6-29]\nThank you @{" + quiet + "} `@{" + quiet + "}`"
	h := mustRender(t, source)
	if !h.Speaks() || mustRender(t, "alone").Speaks() {
		t.Error("Speaks")
	}
	here := Living{
		Quote: func(q Quote) (Quoted, bool) {
			return Quoted{By: "Quiet <Heron>", Link: "/p/" + q.Post, Words: q.Of("Hello *dear* @{" + quiet + "} world")}, q.Revision == 2
		},
		Name: func(pid string) (string, bool) { return "Ben & Co", pid == quiet },
	}
	want := `<p>Before</p>
<blockquote class="quoted"><p><cite><a href="/p/` + heron + `">Quiet &lt;Heron&gt;</a></cite></p>
<p>dear <span class="name">@Ben &amp; Co</span></p>
</blockquote>
<p>Thank you <span class="name">@Ben &amp; Co</span> <code><span class="name">@Ben &amp; Co</span></code></p>
`
	if got := string(h.With(here)); got != want {
		t.Errorf("%s", got)
	}
	gone := Living{Gone: "(not <here> any more)", Nobody: "someone"}
	want = `<p>Before</p>
<blockquote class="quoted"><p>(not &lt;here&gt; any more)</p></blockquote>
<p>Thank you <span class="name">@someone</span> <code><span class="name">@someone</span></code></p>
`
	if got := string(h.With(gone)); got != want {
		t.Errorf("%s", got)
	}
	if got := h.Template(); strings.Contains(string(got), "blockquote") || !strings.Contains(string(got), "@…") {
		t.Error(got)
	}
}

// TestNoWordsForgeAPlace types everything that could become a place.
func TestNoWordsForgeAPlace(t *testing.T) {
	place := holderOf("name", heron)
	for _, source := range []string{
		place, "`" + place + "`", "    " + place, "```\n" + place + "\n```", "```" + place,
		"&lt;kw-name ref=&quot;" + heron + "&quot;&gt;&lt;/kw-name&gt;", "[" + place + "](https://a.example)",
		"[a](https://a.example/" + place + ")", "[a](https://a.example '" + place + "')", "![" + place + "](https://a.example)",
		"<https://a.example/" + place + ">", "https://a.example/" + place, "# " + place, "\\" + place, "&#60;kw-name ref=\"" + heron + "\">",
		"@{" + strings.Repeat("a", 41) + "}", "@{short}", "@{../../../../x}", strings.Repeat("> ", 20) + place,
	} {
		if h := mustRender(t, source); h.Speaks() {
			t.Errorf("%q → %q", source, h.safe)
		}
	}
}

func TestQuotes(t *testing.T) {
	all := Quote{Post: heron, Revision: 1}
	part := Quote{Post: quiet, Revision: 3, From: 0, To: 9}
	source := "a\n" + all.String() + "\nb\n\n> " + part.String() + "\n\n```\n" + all.String() + "\n```\nsee " + all.String()
	if got := Quotes(source); !slices.Equal(got, []Quote{all, part}) {
		t.Error(got)
	}
	if got := Quotes(strings.Repeat(all.String()+"\n", MaxQuotes+5)); len(got) != MaxQuotes {
		t.Errorf("%d quotes", len(got))
	}
	for _, q := range []Quote{{heron, 1, 5, 3}, {heron, 1, 0, 99}, {heron, 1, -1, 2}} {
		if got := q.Of("short"); got != "" {
			t.Errorf("%v quotes %q", q, got)
		}
	}
	if got := all.Of("Mine\n\n" + part.String() + "\n\nand *mine*"); got != "Mine\n\nand mine" {
		t.Errorf("%q", got)
	}
	if got := (Quote{heron, 1, 1, 2}).Of("é"); got != "\uFFFD" {
		t.Errorf("half a letter quotes %q", got)
	}
}

func TestPartOf(t *testing.T) {
	source := "I was *so* tired.\n\n> and cold\n\nIt’s over — [at last](https://a.example)."
	for _, test := range []struct{ picked, want string }{
		{"so tired", "so tired"},
		{"I was so tired. and COLD", "I was so tired.\n\nand cold"},
		{"It's over", "It’s over"},
		{"never said", Plain(source)},
		{"", Plain(source)},
		{" … ", Plain(source)},
	} {
		got := PartOf(source, heron, 1, test.picked).Of(source)
		if got = strings.ReplaceAll(got, "*", ""); got != test.want {
			t.Errorf("%q quotes %q", test.picked, got)
		}
	}
}

func TestPlainAndExcerpt(t *testing.T) {
	source := "# Hello\n\nI was *so* [tired](https://a.example) & <b>cold</b>\n- one\n- two @{" + heron + "}\n[quote:" + heron + ":1]\n"
	if got, want := Plain(source), "Hello\n\nI was so tired  & <b>cold</b>\n\none\ntwo @…"; got != want {
		t.Errorf("%q", got)
	}
	for _, test := range []struct {
		source string
		n      int
		want   string
	}{
		{"short", 10, "short"},
		{"one two three", 9, "one two…"},
		{"one two, three", 9, "one two…"},
		{"*one*\n\ntwo", 7, "one two"},
		{strings.Repeat("a", 50), 10, "aaaaaaaaaa…"},
		{strings.Repeat("👩‍👧", 20), 4, "👩‍👧…"},
		{"", 10, ""},
	} {
		if got := Excerpt(test.source, test.n); got != test.want {
			t.Errorf("Excerpt(%q, %d) = %q", test.source, test.n, got)
		}
	}
}
