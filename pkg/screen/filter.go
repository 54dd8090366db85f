package screen

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/fault"
)

// Does is what happens when a filter stands in a draft.
type Does string

// What a filter may do. None of it happens to a text with a sign of distress, but
// for the card.
const (
	DoesHold    Does = "hold"    // the post waits for a moderator
	DoesFlag    Does = "flag"    // it is posted, and a moderator called
	DoesSuggest Does = "suggest" // 'check before you post' says what might be put another way
	DoesCard    Does = "card"    // its author is shown where help is
	DoesRefuse  Does = "refuse"  // it cannot be posted like this, and its author reads why
)

// AllDoes lists all of them, in the order in which a page offers them.
var AllDoes = []Does{DoesHold, DoesFlag, DoesSuggest, DoesCard, DoesRefuse}

// FilterID is a filter's number.
type FilterID int64

// Filter is a word or a phrase that an operator wants looked at. It is found as whole
// words, however they are accented, capitalised or disguised with letters of other
// alphabets; a star at a word's end lets the word go on.
type Filter struct {
	ID         FilterID
	PID        string
	Pattern    string
	Does       Does
	Words      string // what the author is told: a suggestion, or why it is refused
	Note       string // for operators and moderators
	ChangedAt  time.Time
	ArchivedAt time.Time // zero while it is in use
	Version    int64
}

// Archived reports whether the filter does nothing any more.
func (f Filter) Archived() bool { return !f.ArchivedAt.IsZero() }

// String names the filter without its words.
func (f Filter) String() string { return "filter " + f.PID }

const (
	// MaxFilters is how many filters may be in use at once.
	MaxFilters = 5000
	maxPattern = 100 // characters
	maxPhrase  = 8   // words
	maxWords   = 500 // characters of what the author is told, and of a note
	leastStar  = 3   // letters before a star: with fewer it stands in half of all texts
)

func (f Filter) tidy() Filter {
	for _, field := range []*string{&f.Pattern, &f.Words, &f.Note} {
		*field = strings.Join(strings.Fields(strings.ToValidUTF8(*field, "")), " ")
	}
	return f
}

// check returns every reason why f cannot be kept.
func (f Filter) check() error {
	return fault.Fields(CheckPattern(f.Pattern), checkDoes(f.Does), checkExplains(f), long("words", f.Words, maxWords), long("note", f.Note, maxWords))
}

// CheckPattern returns why nothing could be found by pattern, or nil.
func CheckPattern(pattern string) error {
	words := parse(pattern)
	switch {
	case len(words) == 0:
		return fault.Field("pattern", "fault.filter_empty")
	case utf8.RuneCountInString(pattern) > maxPattern || len(words) > maxPhrase:
		return fault.Field("pattern", "fault.filter_long", "Words", maxPhrase, "Letters", maxPattern)
	}
	for field := range strings.FieldsSeq(pattern) {
		if strings.Contains(strings.TrimSuffix(field, "*"), "*") || field == "*" {
			return fault.Field("pattern", "fault.filter_star", "N", leastStar)
		}
	}
	for _, w := range words {
		if w.star && utf8.RuneCountInString(w.folded) < leastStar {
			return fault.Field("pattern", "fault.filter_star", "N", leastStar)
		}
	}
	return nil
}

func checkDoes(d Does) error {
	if !slices.Contains(AllDoes, d) {
		return fault.Field("does", "fault.filter_does")
	}
	return nil
}

// checkExplains asks for the words an author will read: nobody is refused without a
// reason.
func checkExplains(f Filter) error {
	if f.Words == "" && (f.Does == DoesRefuse || f.Does == DoesSuggest) {
		return fault.Field("words", "fault.filter_words")
	}
	return nil
}

func long(field, value string, most int) error {
	if over := utf8.RuneCountInString(value) - most; over > 0 {
		return fault.Field(field, "fault.site_long", "N", over)
	}
	return nil
}
