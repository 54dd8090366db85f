package web

import (
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
)

// The desk is where moderators work. It has a menu of its own; here says which of
// its entries the page is: desk, shift or handbook.
func (s *Server) deskFrame(c *gin.Context, here, title string, up ...crumb) frame {
	f := s.frame(c)
	titles := []string{title, f.T("desk.title")}
	if title == titles[1] {
		titles = titles[:1]
	}
	f = s.frame(c, titles...)
	f.Desk, f.Here = true, here
	f.Crumbs = append([]crumb{{f.T("frame.you"), "/you"}, {f.T("desk.title"), "/desk"}}, up...)
	return f
}

// welcomers lets those pass who may take a thread to answer it first. To others there
// is no such page.
func welcomers(c *gin.Context) error {
	if by := viewer(c); by.Role != account.Welcomer && !by.ModeratesSome() {
		return notHere(c)
	}
	return nil
}

// shiftLine stands at the top of the desk: until when somebody is here, and when it
// is time to rest. Nobody else sees it.
type shiftLine struct {
	Words string
	On    bool   // their shift is on, and so can end
	Rest  string // that it is enough for today
	Sound bool   // a soft sound for somebody who may be in danger now
	Heavy bool   // heavy words stand open
}

// shiftLine says how the reader's own shift stands.
func (s *Server) shiftLine(c *gin.Context, f frame) (shiftLine, error) {
	ctx, by := c.Request.Context(), f.Viewer
	terms, err := s.Rota.TermsOf(ctx, by.Name.ID)
	if err != nil {
		return shiftLine{}, err
	}
	line := shiftLine{Words: f.T("desk.shift.none"), Sound: terms.Sound, Heavy: terms.Heavy}
	since := s.Now().Add(-12 * time.Hour)
	for _, shift := range s.Rota.On() {
		if shift.Of.ID == by.Name.ID {
			line.On, since = true, shift.Starts
			line.Words = f.T("desk.shift.until", "Clock", f.Clock(shift.Ends))
		}
	}
	done, err := s.Desk.DecidedSince(ctx, by, since)
	if err != nil {
		return line, err
	}
	if done > 0 {
		line.Words += " " + f.N("desk.shift.done", done)
	}
	switch {
	case done >= terms.Most:
		line.Rest = f.N("desk.shift.enough", terms.Most)
	case done >= 4 && done%4 == 0:
		line.Rest = f.T("desk.shift.rest")
	}
	return line, nil
}
