package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
)

// A sessionRow is one browser on which somebody is signed in. Nothing is known of
// the browser but what they call it.
type sessionRow struct {
	PID    string
	Called string // their label, or the day on which they signed in
	Label  string
	Used   string // the day it was last used, in words
	Shared bool
	This   bool
}

func (f frame) sessionRow(one account.Session, this string) sessionRow {
	row := sessionRow{
		PID: one.PID, Called: one.Label, Label: one.Label, Shared: one.Kind == account.SharedDevice, This: one.PID == this,
		Used: f.T("sessions.used", "Day", f.Day(one.Used.Time())),
	}
	if row.Called == "" {
		row.Called = f.T("sessions.unnamed", "Day", f.Day(one.Made.Time()))
	}
	return row
}

// changeSession names one of somebody's sessions, or ends it.
func (s *Server) changeSession(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("session")
	said := "said.saved"
	if form.Has("end") {
		said, err = "said.session_ended", s.Accounts.EndSession(ctx, by, pid)
	} else {
		err = s.Accounts.NameSession(ctx, by, pid, form.Get("label"))
	}
	if err != nil {
		page, broken := s.accountPage(c)
		if broken != nil {
			return broken
		}
		return showAgain(c, accountView, &page, &page.frame, err)
	}
	s.tell(by, said)
	return goTo(c, "/you/account#sessions")
}
