package site

import (
	"slices"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/fault"
)

// A HelpKind says whom a helpline is for.
type HelpKind string

// The kinds of helpline, in the order a page shows them.
const (
	HelpNow    HelpKind = "now"
	HelpCancer HelpKind = "cancer"
	HelpGrief  HelpKind = "grief"
	HelpCarers HelpKind = "carers"
	HelpMoney  HelpKind = "money"
)

// HelpKinds are all of them, in order.
var HelpKinds = []HelpKind{HelpNow, HelpCancer, HelpGrief, HelpCarers, HelpMoney}

// A Helpline is somebody to ring or write to. The words are the operator's.
type Helpline struct {
	PID       string
	Kind      HelpKind
	Title     string
	About     string // whom it is for, what it costs, which languages
	Phone     string // to ring; may be empty
	Message   string // to send a text message to; may be empty
	Hours     string // when somebody answers, in words
	Opens     string // the same for [ParseHours]; empty is always
	Position  int64
	CheckedAt time.Time // when the operator last said that all this is right
}

// CheckEvery is how long a helpline is believed before its operator is asked to
// look again: numbers change, and a dead one is worse than none.
const CheckEvery = 182 * 24 * time.Hour

// Due reports whether somebody should ring and see, at t.
func (h Helpline) Due(t time.Time) bool { return t.Sub(h.CheckedAt) > CheckEvery }

// OpenAt reports whether somebody answers at t, by the clock of t's own zone.
func (h Helpline) OpenAt(t time.Time) bool { return h.hours().OpenAt(t) }

// NextOpen returns when somebody next begins to answer after t. It is zero when
// somebody always does.
func (h Helpline) NextOpen(t time.Time) time.Time { return h.hours().NextOpen(t) }

// Always reports whether somebody answers at any hour.
func (h Helpline) Always() bool { return h.hours().Always() }

// hours are those of Opens, which was read once before it was kept.
func (h Helpline) hours() Hours {
	hours, _ := ParseHours(h.Opens)
	return hours
}

const maxTitle = 80

func (h Helpline) tidy() Helpline {
	for _, field := range []*string{&h.Title, &h.About, &h.Phone, &h.Message, &h.Hours, &h.Opens} {
		*field = oneLine(*field)
	}
	h.Opens = strings.ToLower(h.Opens)
	return h
}

func (h Helpline) check() error {
	return fault.Fields(
		helpKind(h.Kind),
		filled("title", h.Title),
		long("title", h.Title, maxTitle),
		long("about", h.About, maxSentence),
		reachable(h),
		long("phone", h.Phone, maxNumber),
		long("message", h.Message, maxNumber),
		long("hours", h.Hours, maxTitle),
		readable(h.Opens),
	)
}

func helpKind(kind HelpKind) error {
	if !slices.Contains(HelpKinds, kind) {
		return fault.Field("kind", "fault.help_kind")
	}
	return nil
}

func reachable(h Helpline) error {
	if h.Phone == "" && h.Message == "" {
		return fault.Field("phone", "fault.help_number")
	}
	return nil
}

func readable(opens string) error {
	if _, err := ParseHours(opens); err != nil {
		return fault.Field("opens", "fault.help_hours")
	}
	return nil
}
