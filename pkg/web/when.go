package web

import (
	"strconv"
	"time"

	"github.com/kindword/kindword/pkg/words"
)

// When tells a time as people say it: today, yesterday, a day of this week, or
// the date. It changes at midnight and never between, so what is remembered of a
// page is remembered for one day.
func (f frame) When(at time.Time) string {
	at = at.In(f.Site.Zone)
	today, _ := time.ParseInLocation(time.DateOnly, f.day, f.Site.Zone)
	clock := f.Clock(at)
	switch days := daysBetween(at, today); {
	case days == 0:
		return f.T("when.today", "Clock", clock)
	case days == 1:
		return f.T("when.yesterday", "Clock", clock)
	case days > 1 && days < 7:
		return f.T("when.week", "Weekday", weekday(f.Words, at), "Clock", clock)
	case at.Year() == today.Year():
		return f.T("when.year", "Day", at.Day(), "Month", month(f.Words, at), "Clock", clock)
	}
	return f.T("when.date", "Day", at.Day(), "Month", month(f.Words, at), "Year", at.Year())
}

// onDay names a day of the last week by its weekday, and others by their date.
func (f frame) onDay(day time.Time) string {
	today, _ := time.ParseInLocation(time.DateOnly, f.day, f.Site.Zone)
	switch days := daysBetween(day, today); {
	case days == 0:
		return f.T("when.day.today")
	case days == 1:
		return f.T("when.day.yesterday")
	case days < 7:
		return f.T("when.day.week", "Weekday", weekday(f.Words, day))
	}
	return f.T("when.day.date", "Day", day.Day(), "Month", month(f.Words, day), "Year", day.Year())
}

// Stamp is at for a time element's datetime.
func (f frame) Stamp(at time.Time) string { return words.Stamp(at) }

// daysBetween counts the midnights between at and the beginning of today.
func daysBetween(at, today time.Time) int {
	return int(today.Sub(midnight(at)).Round(24*time.Hour) / (24 * time.Hour)) // a day of changing clocks has 23 or 25 hours
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

func weekday(w *words.Words, t time.Time) string {
	return w.T("date.weekday." + strconv.Itoa(int(t.Weekday())))
}

func month(w *words.Words, t time.Time) string {
	return w.T("date.month." + strconv.Itoa(int(t.Month())))
}
