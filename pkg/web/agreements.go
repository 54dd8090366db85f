package web

import (
	"html/template"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/text"
)

// agreementsPage shows what everybody here agrees to, and asks those to accept it
// who have not.
type agreementsPage struct {
	frame
	Agreement account.Agreement
	Terms     template.HTML // what it says
	Since     string        // the day it was written, in words
	Ask       bool          // whether they are to accept it
}

var agreementsView = newAccountPage[agreementsPage]("agreements.html")

func (s *Server) readAgreements(c *gin.Context) error { return s.showAgreements(c, nil) }

func (s *Server) showAgreements(c *gin.Context, why error) (err error) {
	f := s.frame(c)
	f = s.frame(c, f.T("agreements.title"))
	f.Next = next(c)
	page := agreementsPage{frame: f, Agreement: s.Accounts.Agreement(), Ask: s.Accounts.NeedsToAccept(f.Viewer)}
	if page.Agreement.Version > 0 {
		page.Since = f.Day(page.Agreement.Day.Time())
	}
	if page.Terms, err = terms(page.Agreement); err != nil {
		return err
	}
	return showAgain(c, agreementsView, &page, &page.frame, why)
}

// terms is what an agreement says, as a page shows it.
func terms(a account.Agreement) (template.HTML, error) {
	html, err := text.RenderLong(a.Words)
	return html.Template(), err
}

func (s *Server) acceptAgreements(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	version, _ := strconv.ParseInt(form.Get("agreed"), 10, 64)
	if err := s.Accounts.Accept(c.Request.Context(), viewer(c), version); err != nil {
		return s.showAgreements(c, err)
	}
	s.tell(viewer(c), "said.agreed")
	return goTo(c, next(c))
}
