package site

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// Hours are the times of a week at which somebody answers. The zero Hours are
// always open.
type Hours struct{ spans []span }

// A span is one opening: from a minute of a day to a minute of the same day, or
// of the next when it runs past midnight.
type span struct {
	day      time.Weekday
	from, to int // minutes after midnight; to is at most 24 hours
}

var errHours = errors.New("hours are written like mon-fri 08:00-20:00; sat 09:00-12:00")

var weekdays = map[string]time.Weekday{
	"mon": time.Monday, "tue": time.Tuesday, "wed": time.Wednesday, "thu": time.Thursday,
	"fri": time.Friday, "sat": time.Saturday, "sun": time.Sunday,
}

// ParseHours reads opening hours: days and times, more of them after a
// semicolon, as in "mon-fri 08:00-20:00; sat,sun 22:00-02:00". Nothing at all
// means always.
func ParseHours(text string) (Hours, error) {
	var h Hours
	if strings.TrimSpace(text) == "" {
		return h, nil
	}
	for part := range strings.SplitSeq(text, ";") {
		days, times, ok := strings.Cut(strings.TrimSpace(strings.ToLower(part)), " ")
		from, to, both := strings.Cut(strings.TrimSpace(times), "-")
		start, ok1 := minute(from)
		end, ok2 := minute(to)
		if !ok || !both || !ok1 || !ok2 || start == end || start == 24*60 || end == 0 {
			return Hours{}, errHours
		}
		for days := range strings.SplitSeq(days, ",") {
			named, ok := daysOf(days)
			if !ok {
				return Hours{}, errHours
			}
			for _, day := range named {
				h.spans = append(h.spans, span{day, start, end})
			}
		}
	}
	return h, nil
}

// daysOf reads "mon" or "fri-mon".
func daysOf(text string) ([]time.Weekday, bool) {
	first, last, more := strings.Cut(text, "-")
	from, ok := weekdays[first]
	to := from
	if more && ok {
		to, ok = weekdays[last]
	}
	if !ok {
		return nil, false
	}
	days := []time.Weekday{from}
	for day := from; day != to; days = append(days, day) {
		day = (day + 1) % 7
	}
	return days, true
}

// minute reads "08:00" as minutes after midnight.
func minute(text string) (int, bool) {
	hours, minutes, ok := strings.Cut(text, ":")
	h, err1 := strconv.Atoi(hours)
	m, err2 := strconv.Atoi(minutes)
	if !ok || err1 != nil || err2 != nil || len(minutes) != 2 || h < 0 || m < 0 || m > 59 || h*60+m > 24*60 {
		return 0, false
	}
	return h*60 + m, true
}

// Always reports whether h never closes.
func (h Hours) Always() bool { return len(h.spans) == 0 }

// OpenAt reports whether somebody answers at t, by the clock of t's own zone.
func (h Hours) OpenAt(t time.Time) bool {
	now := t.Hour()*60 + t.Minute()
	for _, s := range h.spans {
		overnight := s.to < s.from
		today := s.day == t.Weekday() && now >= s.from && (now < s.to || overnight)
		sinceYesterday := overnight && (s.day+1)%7 == t.Weekday() && now < s.to
		if today || sinceYesterday {
			return true
		}
	}
	return h.Always()
}

// NextOpen returns when h opens next after t, in t's own zone. It is zero when h
// never closes.
func (h Hours) NextOpen(t time.Time) time.Time {
	var next time.Time
	for ahead := range 8 { // today's weekday comes round again, after its opening has passed
		year, month, day := t.AddDate(0, 0, ahead).Date()
		for _, s := range h.spans {
			at := time.Date(year, month, day, s.from/60, s.from%60, 0, 0, t.Location())
			if s.day == at.Weekday() && at.After(t) && (next.IsZero() || at.Before(next)) {
				next = at
			}
		}
	}
	return next
}
