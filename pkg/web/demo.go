package web

import (
	"context"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
)

// Demo lets people in without asking who they are. Only the demonstration has
// one, and it is served on one machine alone.
type Demo interface {
	SignIn(ctx context.Context, as string) (account.Opened, error)
}

// demoPeople are those one can look around as.
var demoPeople = []string{"patient", "caregiver", "moderator", "operator"}

// demoButton is one button of the sign-in page.
type demoButton struct{ As, Label string }

// demoButtons are the buttons of the sign-in page; none on a real site.
func (s *Server) demoButtons(f frame) []demoButton {
	if s.Demo == nil {
		return nil
	}
	buttons := make([]demoButton, len(demoPeople))
	for i, as := range demoPeople {
		buttons[i] = demoButton{as, f.T("demo.as." + as)}
	}
	return buttons
}

func (s *Server) signInToDemo(c *gin.Context) error {
	if s.Demo == nil {
		return notHere(c)
	}
	form, err := posted(c)
	if err != nil {
		return err
	}
	opened, err := s.Demo.SignIn(c.Request.Context(), form.Get("as"))
	if err != nil {
		return notHere(c)
	}
	s.setCookie(c, sessionCookie, opened.Token, session)
	return goTo(c, next(c))
}
