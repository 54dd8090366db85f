package words

import (
	"regexp"
	"slices"
	"strings"
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
		es.N("date.hours", 1_000_000):                "1000000 horas", // Spanish has a form of its own for a million
		en.T("x.hello", "Name", "<b>"):               "Hello <b>",     // pages escape it; the catalogue does not
		en.T("date.now"):                             "this very minute",
		es.T("x.hello", "Name", "Ann"):               "Hello Ann", // English stands in
		en.T("no.such.key"):                          "no.such.key",
		en.List([]string{"a", "b", "c"}):             "a, b and c",
		en.Fill("date.days", map[string]any{"N": 3}): "3 days",
		en.Fill("when.day.date", map[string]any{"Day": 3, "Month": "March", "Year": time.Date(2026, 11, 3, 21, 10, 0, 0, time.UTC)}): "on 3 March " + en.Moment(time.Date(2026, 11, 3, 21, 10, 0, 0, time.UTC)),
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

var takenOver = regexp.MustCompile(`\{\{[^}]*\}\}|\]\([^)]*\)|\*\*`)

// marks are what a translation takes over as it is, wherever it stands in the
// sentence: gaps, where links lead, and bold.
func marks(text string) string {
	found := takenOver.FindAllString(text, -1)
	slices.Sort(found)
	return strings.Join(found, " ")
}

// What a page puts into a sentence, and what a reader can follow in it, is in every
// language; so is every form of a number that English has.
func TestEveryLanguageSaysAllOfIt(t *testing.T) {
	c := load(t)
	english := c.keys[c.tags[0]]
	for _, tag := range c.tags[1:] {
		for _, key := range c.Keys() {
			en, other := english[key], c.keys[tag][key]
			if other == nil {
				continue // TestEveryLanguageIsWhole says so
			}
			if got, want := marks(other.Other), marks(en.Other); got != want {
				t.Errorf("%s, %s: has %q, want %q", tag, key, got, want)
			}
			if got, want := marks(other.One), marks(en.One); en.One != "" && (other.One == "" || got != want) {
				t.Errorf("%s, %s, for one: %q has %q, want %q", tag, key, other.One, got, want)
			}
		}
	}
}
