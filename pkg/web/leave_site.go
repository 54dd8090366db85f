package web

import (
	"time"

	"github.com/gin-gonic/gin"
)

// awayPage is what stands on the screen after leaving in a hurry: a calendar, which
// says nothing of where somebody was. It has neither our name nor our look.
type awayPage struct {
	frame
	Heading string
	Days    []string
	Weeks   [][7]awayDay
}

type awayDay struct {
	Number int // 0 for a day of another month
	Today  bool
}

var awayView = newPart[awayPage]("away.html")

// leaveSite signs this browser out, has it forget all it kept of us, and shows a
// neutral page. It asks for no proof: at worst, somebody else's page signs out a
// browser that sends its cookie along, and Lax cookies are not sent along.
func (s *Server) leaveSite(c *gin.Context) error {
	if err := s.forget(c); err != nil {
		return err
	}
	c.Header("Clear-Site-Data", `"cache", "cookies", "storage"`)
	return s.away(c)
}

// away shows the neutral page. It is a page of its own too, so that a script can
// put it in the place of the page that was left.
func (s *Server) away(c *gin.Context) error {
	c.Header("Referrer-Policy", "no-referrer")
	f := s.frame(c)
	today := s.Now().In(f.Site.Zone)
	return awayView.show(c, awayPage{frame: f, Heading: f.Month(today), Days: weekdays(f, today), Weeks: monthOf(today)})
}

// forget ends the session of this browser and takes back its cookies.
func (s *Server) forget(c *gin.Context) error {
	if token, err := c.Cookie(s.cookie(sessionCookie)); err == nil {
		if err := s.Accounts.SignOut(c.Request.Context(), token); err != nil {
			return err
		}
	}
	for _, name := range []string{sessionCookie, formCookie, lookCookie} {
		s.setCookie(c, name, "", forgotten)
	}
	return nil
}

// weekdays are the names of the days of a week, Monday first.
func weekdays(f frame, t time.Time) []string {
	monday := t.AddDate(0, 0, -daysSinceMonday(t))
	var names []string
	for i := range 7 {
		names = append(names, weekday(f.Words, monday.AddDate(0, 0, i)))
	}
	return names
}

// monthOf is today's month as a calendar has it.
func monthOf(today time.Time) [][7]awayDay {
	first := time.Date(today.Year(), today.Month(), 1, 12, 0, 0, 0, today.Location())
	var weeks [][7]awayDay
	for day := first.AddDate(0, 0, -daysSinceMonday(first)); day.Before(first) || day.Month() == today.Month(); {
		var week [7]awayDay
		for i := range week {
			if day.Month() == today.Month() {
				week[i] = awayDay{day.Day(), day.Day() == today.Day()}
			}
			day = day.AddDate(0, 0, 1)
		}
		weeks = append(weeks, week)
	}
	return weeks
}

func daysSinceMonday(t time.Time) int { return (int(t.Weekday()) + 6) % 7 }
