package forum

import (
	"slices"
	"testing"
)

func TestWhere(t *testing.T) {
	for _, test := range []struct {
		who   WhereWho
		about WhereAbout
		now   WhereNow
		first string
	}{
		{"me", "treatment", "treated", "chemotherapy"},
		{"me", "treatment", "new", "just-diagnosed"},
		{"me", "body", "treated", "side-effects"},
		{"me", "tests", "after", "scans-and-waiting"},
		{"me", "feelings", "incurable", "living-with-cancer-that-cant-be-cured"},
		{"me", "feelings", "treated", "how-you-are-feeling"},
		{"me", "people", "new", "telling-people"},
		{"me", "work", "treated", "work-and-money"},
		{"me", "hello", "new", "introductions"},
		{"me", "story", "after", "stories"},
		{"other", "feelings", "treated", "looking-after-someone"},
		{"died", "feelings", "", "after-someone-dies"},
		{"died", "work", "", "after-someone-dies"},
		{"", "", "", "introductions"},
	} {
		if got := Where(test.who, test.about, test.now); got[0] != test.first {
			t.Errorf("%s, %s, %s: %v", test.who, test.about, test.now, got)
		}
	}
}

// Whatever somebody answers, they are sent somewhere that is there, never twice,
// and whoever lost somebody is never sent to a board about treatment.
func TestWhereAlwaysHelps(t *testing.T) {
	for _, who := range append(WhereWhos, "", "?") {
		for _, about := range append(WhereAbouts, "", "?") {
			for _, now := range append(WhereNows, "", "?") {
				slugs := Where(who, about, now)
				if len(slugs) == 0 || len(slugs) > maxSuggested || len(slices.Compact(slices.Sorted(slices.Values(slugs)))) != len(slugs) {
					t.Errorf("%s, %s, %s: %v", who, about, now, slugs)
				}
				for _, slug := range slugs {
					i := slices.IndexFunc(firstBoards, func(b Board) bool { return b.Slug == slug })
					if i < 0 || who == "died" && firstBoards[i].Category == Medical {
						t.Errorf("%s, %s, %s: %s", who, about, now, slug)
					}
				}
			}
		}
	}
}
