package site

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/fault"
)

// Settings are what an operator sets for the whole site.
type Settings struct {
	Name        string // of the site, as its pages show it
	RunBy       string // the sentence that says who runs it
	Contact     string // how to reach a person who runs it, in words
	MinimumAge  int    // in years
	Country     string // where its helplines are, in words; may be empty
	Emergency   string // the number to ring in danger; empty where it is not known
	OnDuty      string // who looks after the site now, in words; empty when nobody does
	Language    string // a language tag: what is shown to those who ask for none we have
	TimeZone    string // of the times on its pages, as the IANA names it
	Indexed     bool   // whether search engines may list the boards that allow it
	CareMinutes int    // within which somebody hopes to look at a worry about a person
	DeskHours   int    // within which somebody hopes to look at everything else
	Closed      bool   // whether only moderators may write yet: see [Site.OpenUp]
}

// Defaults are the settings of a site nobody has set up yet. Nothing is open to
// search engines until somebody decides that it is.
func Defaults() Settings {
	return Settings{Name: "Kindword", MinimumAge: 18, Language: "en", TimeZone: "UTC", CareMinutes: 60, DeskHours: 24}
}

// How long a setting may be, in characters: what fits where pages show it.
const (
	maxName     = 40
	maxSentence = 500
	maxNumber   = 40
)

// The ages an operator may ask for. Below 13 nobody may join such a site at all
// without a parent (GDPR art. 8 and COPPA agree on no lower age).
const (
	lowestAge  = 13
	highestAge = 99
)

// The longest goals an operator may set for the desk: a day for a worry about a
// person, in minutes, and a week for everything else, in hours. What takes longer is
// nothing to promise.
const (
	longestCare = 24 * 60
	longestDesk = 7 * 24
)

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// tidy returns s without the spaces around its words, each on one line.
func (s Settings) tidy() Settings {
	for _, field := range []*string{&s.Name, &s.RunBy, &s.Contact, &s.Country, &s.Emergency, &s.OnDuty, &s.Language, &s.TimeZone} {
		*field = oneLine(*field)
	}
	return s
}

func oneLine(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ") }

// check returns every reason why s cannot be kept.
func (s Settings) check() error {
	return fault.Fields(
		filled("name", s.Name),
		long("name", s.Name, maxName),
		long("run_by", s.RunBy, maxSentence),
		long("contact", s.Contact, maxSentence),
		age(s.MinimumAge),
		long("country", s.Country, maxNumber),
		long("emergency", s.Emergency, maxNumber),
		long("on_duty", s.OnDuty, maxSentence),
		language(s.Language),
		zone(s.TimeZone),
		between("care_minutes", s.CareMinutes, 1, longestCare),
		between("desk_hours", s.DeskHours, 1, longestDesk),
	)
}

func filled(field, value string) error {
	if value == "" {
		return fault.Field(field, "fault.site_empty")
	}
	return nil
}

func long(field, value string, most int) error {
	if over := utf8.RuneCountInString(value) - most; over > 0 {
		return fault.Field(field, "fault.site_long", "N", over)
	}
	return nil
}

func age(years int) error {
	if years < lowestAge || years > highestAge {
		return fault.Field("minimum_age", "fault.site_age", "Lowest", lowestAge, "Highest", highestAge)
	}
	return nil
}

func between(field string, n, least, most int) error {
	if n < least || n > most {
		return fault.Field(field, "fault.site_between", "Least", least, "Most", most)
	}
	return nil
}

func language(tag string) error {
	if !languageTag.MatchString(tag) {
		return fault.Field("language", "fault.site_language")
	}
	return nil
}

func zone(name string) error {
	if _, err := time.LoadLocation(name); err != nil || name == "" || name == "Local" {
		return fault.Field("time_zone", "fault.site_zone")
	}
	return nil
}
