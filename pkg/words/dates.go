package words

import (
	"strconv"
	"time"
)

// Moment tells a day and a time of day: "Tuesday 3 November 2026, 9:10pm".
func (w *Words) Moment(t time.Time) string {
	t = t.In(w.zone)
	return w.T("date.moment", "Day", w.Day(t), "Clock", w.Clock(t))
}

// Day tells a day: "Tuesday 3 November 2026".
func (w *Words) Day(t time.Time) string {
	t = t.In(w.zone)
	return w.T("date.day",
		"Weekday", w.T("date.weekday."+strconv.Itoa(int(t.Weekday()))),
		"Day", t.Day(), "Month", w.month(t), "Year", t.Year())
}

// Month tells a month: "November 2026".
func (w *Words) Month(t time.Time) string {
	t = t.In(w.zone)
	return w.T("date.month_year", "Month", w.month(t), "Year", t.Year())
}

// Clock tells a time of day as the language does: "9:10pm" or "21:10".
func (w *Words) Clock(t time.Time) string {
	t = t.In(w.zone)
	if w.T("date.clock") == "24" {
		return t.Format("15:04")
	}
	return t.Format("3:04pm")
}

// Ago tells how long ago t was, in its largest whole unit: "12 minutes ago". It
// ages, so it never stands in a remembered page.
func (w *Words) Ago(t, now time.Time) string {
	d := max(now.Sub(t), 0)
	switch {
	case d < time.Minute:
		return w.T("date.now")
	case d < time.Hour:
		return w.N("date.minutes_ago", int(d/time.Minute))
	case d < 24*time.Hour:
		return w.N("date.hours_ago", int(d/time.Hour))
	case d < 31*24*time.Hour:
		return w.N("date.days_ago", int(d/(24*time.Hour)))
	}
	return w.Day(t)
}

// Lasts tells how long something takes, rounded up: "10 minutes".
func (w *Words) Lasts(d time.Duration) string {
	switch {
	case d <= time.Minute:
		return w.N("date.minutes", 1)
	case d < time.Hour:
		return w.N("date.minutes", int((d+time.Minute-1)/time.Minute))
	case d < 48*time.Hour:
		return w.N("date.hours", int((d+time.Hour-1)/time.Hour))
	}
	return w.N("date.days", int((d+24*time.Hour-1)/(24*time.Hour)))
}

// Stamp is t for a time element's datetime, to the minute: enough to read by, and
// no more than a writing habit should show.
func Stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04Z") }

func (w *Words) month(t time.Time) string { return w.T("date.month." + strconv.Itoa(int(t.Month()))) }
