package screen

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// What looking for 2,000 filters in a post of 10,000 characters may cost: at most a
// millisecond, whoever wrote the post.
func BenchmarkFilters(b *testing.B) {
	filters := manyFilters(2000)
	m := compile(filters)
	ordinary := strings.Repeat("I had my first chemo on Monday and I cannot sleep; my mouth is sore. What helped you, please? ", 200)
	for _, test := range []struct{ name, text string }{
		{"ordinary", ordinary},
		{"every word begins a phrase", strings.Repeat(filters[0].Pattern+" ", 2000)},
		{"one letter", strings.Repeat("a ", 10_000)},
		{"one word", strings.Repeat("a", 20_000)},
		{"accents", strings.Repeat("é́́́ ", 10_000)},
		{"other alphabets", strings.Repeat("іbuрrоfеn ", 2000)},
		{"mathematics", strings.Repeat("𝒊𝒃𝒖 ", 10_000)},
		{"apostrophes", strings.Repeat("'’", 10_000)},
		{"almost a phrase", strings.Repeat("deep deep deep deep deep deep deep ", 1000)},
		{"beginnings", strings.Repeat("deeperandstilldeeper ", 1000)},
	} {
		letters := []rune(test.text)
		text := string(letters[:min(len(letters), 10_000)])
		b.Run(test.name, func(b *testing.B) {
			for b.Loop() {
				m.find("", text)
			}
		})
	}
}

// manyFilters are words, phrases of a shared beginning, and beginnings of words.
func manyFilters(n int) []Filter {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		var w strings.Builder
		for range 3 + r.IntN(8) {
			w.WriteByte('a' + byte(r.IntN(26)))
		}
		return w.String()
	}
	all := make([]Filter, n)
	for i := range all {
		all[i] = Filter{PID: fmt.Sprint(i), Does: DoesFlag}
		switch i % 4 {
		case 0:
			all[i].Pattern = word()
		case 1:
			all[i].Pattern = strings.Repeat("deep ", 1+i%7) + word()
		case 2:
			all[i].Pattern = word() + "*"
		default:
			all[i].Pattern = "deep*" + " " + word() + " " + word()
		}
	}
	for i, star := range []string{"dee*", "deep*", "deepe*", "deeper*", "deepera*", "deeperand*"} {
		all[i*4+2].Pattern = star
	}
	return all
}

func BenchmarkLook(b *testing.B) {
	w := newTown(b)
	text := strings.Repeat("I had my first chemo on Monday and I cannot sleep; my mouth is sore. What helped you, please? ", 110)[:10_000]
	w.filters.Store(compile(manyFilters(2000)))
	for name, by := range map[string]Draft{"a newcomer": {By: w.Ann, Source: text}, "a member": {By: w.Ben, Source: text}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				w.look(b, by)
			}
		})
	}
}
