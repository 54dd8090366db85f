// Package duty knows which moderators are there and when, and how much they take
// on. What members are told about it follows from it and is never set by hand, so
// that nobody is promised a reader who is not there.
package duty

import (
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// Shift is a time for which a moderator said they would be there.
type Shift struct {
	PID      string
	Of       account.Name
	Starts   time.Time
	Ends     time.Time
	Ended    time.Time // zero, or when they left before its end
	HandOver string    // to whoever comes next; for moderators alone
}

// On reports whether s is somebody's shift at t.
func (s Shift) On(t time.Time) bool {
	return !t.Before(s.Starts) && t.Before(s.Ends) && s.Ended.IsZero()
}

const (
	// Shortest is how short a shift may be: below that nobody can rely on it.
	Shortest = 15 * time.Minute
	// Longest is how long one may be: those who listen to distress tire, and crisis
	// lines keep theirs to a few hours; the longest covers a night's stand-by.
	Longest = 12 * time.Hour
	// Ahead is how far ahead a shift may be planned.
	Ahead = 60 * 24 * time.Hour
	// MaxHandOver is the longest note to whoever comes next, in characters.
	MaxHandOver = 2000
	// mostAhead is how many shifts one moderator may have planned.
	mostAhead = 100
)

// checkTimes returns nil when a shift may be planned at now, or what is wrong.
func checkTimes(starts, ends, now time.Time) error {
	switch {
	case !ends.After(now):
		return fault.Field("starts", "fault.shift_past")
	case ends.Sub(starts) < Shortest:
		return fault.Field("hours", "fault.shift_short", "Minutes", int(Shortest/time.Minute))
	case ends.Sub(starts) > Longest:
		return fault.Field("hours", "fault.shift_long", "Hours", int(Longest/time.Hour))
	case starts.After(now.Add(Ahead)):
		return fault.Field("starts", "fault.shift_far", "Days", int(Ahead/(24*time.Hour)))
	}
	return nil
}
