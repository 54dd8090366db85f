package forum

// 'Where should I post?' asks three things and names up to three boards of the
// first set, the likeliest first. It keeps nothing of the answers.

// WhereWho says who somebody is in the story.
type WhereWho string

// WhereAbout says what is on their mind.
type WhereAbout string

// WhereNow says where the illness is.
type WhereNow string

// The answers, in the order in which a page offers them. Their words are in the
// catalogue under "where.who.…", "where.about.…" and "where.now.…".
var (
	WhereWhos   = []WhereWho{"me", "other", "died"}
	WhereAbouts = []WhereAbout{"hello", "treatment", "body", "tests", "feelings", "people", "work", "story"}
	WhereNows   = []WhereNow{"new", "treated", "after", "incurable"}
)

const maxSuggested = 3

// Where returns the slugs of the boards that fit three answers, the likeliest
// first. An answer left out narrows nothing.
func Where(who WhereWho, about WhereAbout, now WhereNow) []string {
	var slugs []string
	add := func(when bool, slug string) {
		if when && len(slugs) < maxSuggested {
			slugs = append(slugs, slug)
		}
	}
	died := who == "died"
	add(died, "after-someone-dies")
	add(about == "hello", "introductions")
	add(about == "story", "stories")
	add(about == "work", "work-and-money")
	add(about == "people", "telling-people")
	add(about == "tests" && !died, "scans-and-waiting")
	add(about == "body" && !died, "side-effects")
	add(now == "incurable" && !died, "living-with-cancer-that-cant-be-cured")
	add(who == "other", "looking-after-someone")
	add(now == "new" && !died, "just-diagnosed")
	add(about == "feelings", "how-you-are-feeling")
	add(about == "treatment" && !died, "chemotherapy")
	add(about == "treatment" && !died, "radiotherapy")
	add(about == "treatment" && !died, "surgery-and-healing")
	add(about == "body" && now == "after" && !died, "surgery-and-healing")
	add(len(slugs) == 0, "introductions")
	add(len(slugs) == 1 && slugs[0] == "introductions", "how-you-are-feeling")
	return slugs
}
