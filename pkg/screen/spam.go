package screen

import (
	"context"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// Why a text may be spam. Each is the end of a message key, screen.spam.links, and a
// sentence for whoever looks at a case. None holds a post, orders a queue or counts
// against anybody: a person decides.
const (
	SpamLinks    = "links"    // it leads elsewhere
	SpamBare     = "bare"     // there is hardly anything but an address in it
	SpamCome     = "come"     // it asks people to come along, to subscribe, to click
	SpamSelling  = "selling"  // it sells
	SpamMoney    = "money"    // it promises money, or asks for it
	SpamShouting = "shouting" // capitals, and rows of exclamation marks
	SpamDisguise = "disguise" // letters of other alphabets inside words
	SpamSame     = "same"     // nearly the same words stand elsewhere
	SpamNew      = "new"      // its author has just come
	SpamLearnt   = "learnt"   // moderators here took down texts with words like these
)

// Reasons lists all of them, for tables and tests.
var Reasons = []string{SpamLinks, SpamBare, SpamCome, SpamSelling, SpamMoney, SpamShouting, SpamDisguise, SpamSame, SpamNew, SpamLearnt}

// enoughSigns of spam are needed before anything is said of it: one alone stands in
// many a kind post.
const enoughSigns = 2

// Spam returns what in d speaks for spam, or nothing if too little does. It is for
// the page of a case and for nothing else.
func (s *Screen) Spam(ctx context.Context, r db.Reader, d Draft) ([]string, error) {
	why := signsOfSpam(s, d.Title+"\n"+d.Source)
	same, err := s.elsewhere(ctx, r, d)
	if err != nil {
		return nil, err
	}
	if same {
		why = append(why, SpamSame)
	}
	learnt, err := s.learnt(ctx, r, d.Source)
	if err != nil {
		return nil, err
	}
	if learnt {
		why = append(why, SpamLearnt)
	}
	if len(why) < enoughSigns && !same && !learnt {
		return nil, nil
	}
	if d.By.Step == account.New {
		why = append(why, SpamNew)
	}
	return why, nil
}

// signsOfSpam are what a text alone tells.
func signsOfSpam(s *Screen, text string) (why []string) {
	links := s.links(text)
	if len(links) > 0 {
		why = append(why, SpamLinks)
		rest := len(text)
		for _, l := range links {
			rest -= l.to - l.from
		}
		if rest < 60 {
			why = append(why, SpamBare)
		}
	}
	for _, m := range spamPhrases().in(text, false) {
		if reason := string(m.filter.Does); !slices.Contains(why, reason) {
			why = append(why, reason)
		}
	}
	if shouts(text) {
		why = append(why, SpamShouting)
	}
	if disguised(text) {
		why = append(why, SpamDisguise)
	}
	return why
}

// shouts reports whether more than a third of a text's letters are capitals, or
// several of its sentences end in a row of exclamation marks. Somebody who writes
// nothing but “I AM SO SCARED” is not long enough to be shouting.
func shouts(text string) bool {
	capitals, letters := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return letters >= 30 && capitals*3 > letters || strings.Count(text, "!!") >= 2
}

// disguised reports whether a word has letters of two alphabets in it that look alike.
func disguised(text string) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		latin, other := false, false
		for _, r := range word {
			latin = latin || r < 0x80
			other = other || lookalike[unicode.ToLower(r)] != 0 && !unicode.Is(unicode.Latin, r)
		}
		if latin && other {
			return true
		}
	}
	return false
}

// spamPhrases finds the phrases below; what one does is the reason it stands for.
var spamPhrases = sync.OnceValue(func() *matcher {
	var all []Filter
	for reason, phrases := range map[string]string{SpamCome: comePhrases, SpamSelling: sellingPhrases, SpamMoney: moneyPhrases} {
		for phrase := range strings.Lines(strings.TrimSpace(phrases)) {
			for one := range strings.SplitSeq(phrase, ",") {
				all = append(all, Filter{Pattern: strings.TrimSpace(one), Does: Does(reason)})
			}
		}
	}
	return compile(all)
})
