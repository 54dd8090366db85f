package account

import (
	"errors"
	"time"
)

// A Day counts days since 1970-01-01 in UTC: the finest time that a row which
// belongs to an account may carry. The zero Day is no day.
type Day int64

// DayOf returns the day of t.
func DayOf(t time.Time) Day { return Day(t.Unix() / (24 * 60 * 60)) }

// Time returns the noon of d, which is on the same date in nearly every time
// zone, or the zero time for no day.
func (d Day) Time() time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Unix(int64(d)*24*60*60, 0).UTC().Add(12 * time.Hour)
}

// String returns d as 2026-11-03, or nothing for no day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// MarshalText writes d as [Day.String] does: so it stands in what members take along.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [Day.MarshalText] wrote, so that an event can carry a day.
func (d *Day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return errors.New("a day is written as 2026-11-03")
	}
	*d = DayOf(t)
	return nil
}
