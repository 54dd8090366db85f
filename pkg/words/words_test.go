package words

import (
	"testing"
	"testing/fstest"
	"time"
)

func load(t *testing.T, more ...map[string]string) *Catalogue {
	t.Helper()
	files := fstest.MapFS{}
	for _, m := range more {
		for name, text := range m {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	c, err := Load(time.UTC, files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestMatch(t *testing.T) {
	c := load(t)
	for _, test := range []struct {
		prefers []string
		want    string
	}{
		{nil, "en"},
		{[]string{"", "es-MX,es;q=0.9,en;q=0.5"}, "es"},
		{[]string{"es", "en-GB"}, "es"},
		{[]string{"zz", "nonsense;;"}, "en"},
		{[]string{"de-DE,de;q=0.9"}, "en"},
	} {
		if got := c.Match(test.prefers...).Lang(); got != test.want {
			t.Errorf("%q: %s, want %s", test.prefers, got, test.want)
		}
	}
}

func TestPluralsAndGaps(t *testing.T) {
	c := load(t, map[string]string{"en.toml": `"x.hello" = "Hello {{.Name}}"` + "\n" + `"date.now" = "this very minute"`})
	en, es := c.Match("en"), c.Match("es")
	for got, want := range map[string]string{
		en.N("date.hours", 1):                        "1 hour",
		en.N("date.hours", 2):                        "2 hours",
		es.N("date.hours", 0):                        "0 horas",
		en.T("x.hello", "Name", "<b>"):               "Hello <b>", // pages escape it; the catalogue does not
		en.T("date.now"):                             "this very minute",
		es.T("x.hello", "Name", "Ann"):               "Hello Ann", // English stands in
		en.T("no.such.key"):                          "no.such.key",
		en.List([]string{"a", "b", "c"}):             "a, b and c",
		en.Fill("date.days", map[string]any{"N": 3}): "3 days",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestMoments(t *testing.T) {
	c, at := load(t), time.Date(2026, 11, 3, 21, 10, 0, 0, time.UTC)
	for got, want := range map[string]string{
		c.Match("en").Moment(at):                      "Tuesday 3 November 2026, 9:10pm",
		c.Match("es").Moment(at):                      "martes, 3 de noviembre de 2026, 21:10",
		c.Match("en").Ago(at, at.Add(90*time.Minute)): "1 hour ago",
		c.Match("en").Ago(at, at.Add(-time.Hour)):     "now",
		c.Match("en").Lasts(61 * time.Second):         "2 minutes",
		Stamp(at):                                     "2026-11-03T21:10Z",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A second language is only a file, and it is whole.
func TestEveryLanguageIsWhole(t *testing.T) {
	c := load(t)
	for _, lang := range c.Languages()[1:] {
		lacks, extra, err := c.Missing(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range lacks {
			t.Errorf("%s lacks %s", lang, key)
		}
		for _, key := range extra {
			t.Errorf("%s has %s, which English has not", lang, key)
		}
	}
}
