package web

import (
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/site"
)

// helpPage lists whom to ring or write to: who answers now, then who will.
type helpPage struct {
	frame
	Open, Later []helpline
}

// A helpline is one row, with its numbers as a telephone takes them.
type helpline struct {
	Title, About, For, Hours, Phone, Message string
	Dial, Send, Call, Text                   string
	Opens                                    string // when, for one that is closed now
}

var helpView = newPage[helpPage]("help.html")

func (s *Server) helpNow(c *gin.Context) error {
	minute := s.Now().Truncate(time.Minute)
	return readPage(s, c, helpView, keyOf("help", minute.Format("15:04")), func() (helpPage, error) {
		f := s.frame(c)
		f = s.frame(c, f.T("frame.help"))
		page := helpPage{frame: f}
		page.Open, page.Later = f.helplines(minute)
		return page, nil
	})
}

// helplines are the operator's, split by whether somebody answers at a moment.
func (f frame) helplines(at time.Time) (open, later []helpline) {
	at = at.In(f.Site.Zone)
	for _, h := range f.Site.Helplines {
		row := f.helpline(h)
		if h.OpenAt(at) {
			open = append(open, row)
			continue
		}
		if next := h.NextOpen(at); !next.IsZero() {
			row.Opens = f.opening(next, at)
		}
		later = append(later, row)
	}
	return open, later
}

func (f frame) helpline(h site.Helpline) helpline {
	return helpline{
		Title: h.Title, About: h.About, For: f.T("help.for." + string(h.Kind)), Hours: h.Hours,
		Phone: h.Phone, Dial: dialled(h.Phone), Message: h.Message, Send: dialled(h.Message),
		Call: f.T("help.call", "Number", h.Phone), Text: f.T("help.text", "Number", h.Message),
	}
}

// opening says when somebody begins to answer: later today, or on a day.
func (f frame) opening(next, at time.Time) string {
	if midnight(next).Equal(midnight(at)) {
		return f.T("help.opens_today", "Clock", f.Clock(next))
	}
	return f.T("help.opens_on", "Weekday", weekday(f.Words, next), "Clock", f.Clock(next))
}

// Crisis are the first lines for whoever cannot wait, for the foot of every page.
func (f frame) Crisis() []helpline {
	var lines []helpline
	for _, h := range f.Site.Helplines {
		if h.Kind == site.HelpNow && len(lines) < 2 {
			lines = append(lines, f.helpline(h))
		}
	}
	return lines
}

// dialled is a number as a telephone takes it.
func dialled(number string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' || r == '*' || r == '#' {
			return r
		}
		return -1
	}, number)
}
