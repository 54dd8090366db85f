package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
)

// leaving is what somebody's own pages say while they are leaving.
type leaving struct{ Words string }

// leaving returns what the pages of somebody who is leaving say of it; nil for
// everybody else.
func (s *Server) leaving(f frame) *leaving {
	by := f.Viewer
	if by.Leaving == "" {
		return nil
	}
	return &leaving{f.T("leaving."+string(by.Leaving), "Day", f.Day(by.LeavingDay.Time()))}
}

// leavePage says what leaving means before it asks.
type leavePage struct {
	mine
	Choices []readingOption
}

var leaveView = newAccountPage[leavePage]("leave.html")

// leaveChoices are what may become of somebody's words, in the order of the page.
var leaveChoices = []account.Choice{account.RemoveWords, account.KeepWords, account.KeepName}

func (s *Server) readLeave(c *gin.Context) error { return s.showLeave(c, "", nil) }

func (s *Server) showLeave(c *gin.Context, chosen account.Choice, why error) error {
	if viewer(c).Leaving != "" {
		return goTo(c, "/you")
	}
	f := s.frame(c)
	page := leavePage{mine: mine{frame: s.frame(c, f.T("leave.title", "Site", f.Site.Name))}}
	page.Here, page.Crumbs = "you", []crumb{{f.T("frame.you"), "/you"}}
	for _, choice := range leaveChoices {
		key := "leave." + string(choice)
		page.Choices = append(page.Choices, readingOption{Value: string(choice), Title: f.T(key), Hint: f.T(key + ".how"), Chosen: choice == chosen})
	}
	return showAgain(c, leaveView, &page, &page.frame, why)
}

func (s *Server) leaveForGood(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	choice := account.Choice(form.Get("choice"))
	if err := s.Accounts.Leave(c.Request.Context(), viewer(c), choice); err != nil {
		return s.showLeave(c, choice, err)
	}
	s.tell(viewer(c), "said.leaving")
	return goTo(c, "/you")
}

func (s *Server) stay(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	if err := s.Accounts.StayAfterAll(c.Request.Context(), viewer(c)); err != nil {
		return err
	}
	s.tell(viewer(c), "said.stays")
	return goTo(c, "/you")
}
