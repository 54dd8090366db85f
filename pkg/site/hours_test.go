package site

import (
	"testing"
	"time"
	_ "time/tzdata"
)

func TestOpenAt(t *testing.T) {
	const office = "mon-fri 08:00-20:00; sat 09:00-12:00"
	const night = "fri-sun 22:00-02:00"
	for _, test := range []struct {
		opens, at string // a day in November 2026, and a time
		open      bool
		next      string
	}{
		{"", "Tue 3 03:00", true, ""},
		{office, "Tue 3 07:59", false, "Tue 3 08:00"},
		{office, "Tue 3 08:00", true, "Wed 4 08:00"},
		{office, "Tue 3 19:59", true, "Wed 4 08:00"},
		{office, "Tue 3 20:00", false, "Wed 4 08:00"},
		{office, "Fri 6 21:00", false, "Sat 7 09:00"},
		{office, "Sat 7 11:59", true, "Mon 9 08:00"},
		{office, "Sat 7 12:00", false, "Mon 9 08:00"},
		{office, "Sun 8 10:00", false, "Mon 9 08:00"},
		{night, "Fri 6 21:59", false, "Fri 6 22:00"},
		{night, "Fri 6 23:00", true, "Sat 7 22:00"},
		{night, "Sat 7 01:59", true, "Sat 7 22:00"},
		{night, "Sat 7 02:00", false, "Sat 7 22:00"},
		{night, "Mon 9 01:00", true, "Fri 13 22:00"},
		{night, "Fri 6 01:00", false, "Fri 6 22:00"},
		{"mon-sun 00:00-24:00", "Sun 8 23:59", true, "Mon 9 00:00"},
		{"sat,sun 10:00-11:00", "Sun 8 10:30", true, "Sat 14 10:00"},
		{"tue 10:00-11:00", "Tue 3 10:00", true, "Tue 10 10:00"},
		{"mon-fri 8:30-20:00", "Tue 3 08:29", false, "Tue 3 08:30"},
	} {
		hours, err := ParseHours(test.opens)
		if err != nil {
			t.Errorf("%q: %v", test.opens, err)
			continue
		}
		at := day(t, test.at)
		if got := hours.OpenAt(at); got != test.open {
			t.Errorf("%q at %s: open is %v", test.opens, test.at, got)
		}
		var next time.Time
		if test.next != "" {
			next = day(t, test.next)
		}
		if got := hours.NextOpen(at); !got.Equal(next) {
			t.Errorf("%q at %s: opens next %v, want %v", test.opens, test.at, got, next)
		}
	}
}

func day(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse("2006 01 Mon 2 15:04", "2026 11 "+text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// Hours are those of the clock on the wall, also on the day it is put back.
func TestHoursFollowTheClock(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	hours, err := ParseHours("mon-sun 08:00-20:00")
	if err != nil {
		t.Fatal(err)
	}
	evening := time.Date(2026, 10, 24, 21, 0, 0, 0, london) // the clock goes back at 2am
	if got := hours.NextOpen(evening); got.Sub(evening) != 12*time.Hour || got.Hour() != 8 {
		t.Errorf("opens next at %v", got)
	}
}

func TestHoursFaults(t *testing.T) {
	for _, text := range []string{"always", "mon", "mon 8-9", "mon 08:00", "08:00-20:00", "mon 08:00-08:00", "mon 25:00-26:00",
		"mon 10:00-24:30", "mon-xyz 08:00-20:00", "mon 08:60-09:00", "mon 24:00-02:00", "mon 20:00-00:00", "mon 08:00-20:00;", "mon -1:00-20:00"} {
		if h, err := ParseHours(text); err == nil {
			t.Errorf("%q was taken as %v", text, h)
		}
	}
}
