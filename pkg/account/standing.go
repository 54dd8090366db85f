package account

import (
	"time"

	"github.com/kindword/kindword/pkg/fault"
)

// Standing is what moderators have decided about a person that holds now: it binds
// them, under whichever of their names it was decided. It is sealed, and every
// account has one of the same length, so that nobody who reads the database can tell
// who has a pause, or lead one from a name for one thread to an account.
type Standing struct {
	PausedUntil time.Time // zero while they may write
	Banned      bool
	HeldFirst   bool      // what they write waits for a moderator before it is posted
	HeldUntil   time.Time // zero when that ends by hand alone
	Under       NameID    // the name it was decided on: told to its owner, and shown on no other
	Decision    string    // by its public id
}

// Stopped reports whether a is paused or banned, as it was when they asked.
func (a Account) Stopped(now time.Time) bool {
	return a.Standing.Banned || now.Before(a.Standing.PausedUntil)
}

// CanPublish returns nil when by may write what others read, or the fault to show
// them. A paused person goes on reading, keeping drafts, taking their own words back
// and along, and talking to moderators.
func CanPublish(by Account) error {
	switch s := by.Standing; {
	case by.Waits:
		return fault.New(fault.Forbidden, "fault.not_open_yet")
	case s.Banned:
		return fault.New(fault.Forbidden, "fault.banned")
	case !s.PausedUntil.IsZero():
		return fault.New(fault.Forbidden, "fault.paused", "Until", s.PausedUntil)
	}
	return nil
}

// A sanction is one thing that moderators decided about a person.
type sanction struct {
	Kind     sanctionKind `json:"k"`
	Until    int64        `json:"u,omitempty"` // in milliseconds since 1970; 0 is for good
	Under    NameID       `json:"n"`
	Decision string       `json:"d"`
}

type sanctionKind string

const (
	banned    sanctionKind = "ban"
	paused    sanctionKind = "pause"
	heldFirst sanctionKind = "hold"
)

// over reports whether s has ended.
func (s sanction) over(now time.Time) bool { return s.Until != 0 && s.Until <= now.UnixMilli() }

// end is when s ends, or zero.
func (s sanction) end() time.Time {
	if s.Until == 0 {
		return time.Time{}
	}
	return time.UnixMilli(s.Until).UTC()
}

// weighs puts what binds most first.
func (s sanction) weighs(t sanction) int {
	rank := map[sanctionKind]int{banned: 0, paused: 1, heldFirst: 2}
	switch {
	case rank[s.Kind] != rank[t.Kind]:
		return rank[s.Kind] - rank[t.Kind]
	case s.Until == t.Until:
		return 0
	case s.Until == 0 || t.Until != 0 && s.Until > t.Until:
		return -1
	}
	return 1
}

// standing is what sanctions come to now. They are in the order of [sanction.weighs].
func standing(of []sanction, now time.Time) (s Standing) {
	for _, one := range of {
		if one.over(now) {
			continue
		}
		if s.Under == 0 {
			s.Under, s.Decision = one.Under, one.Decision
		}
		switch {
		case one.Kind == banned:
			s.Banned = true
		case one.Kind == paused && s.PausedUntil.IsZero():
			s.PausedUntil = one.end()
		case one.Kind == heldFirst && !s.HeldFirst:
			s.HeldFirst, s.HeldUntil = true, one.end()
		}
	}
	return s
}
