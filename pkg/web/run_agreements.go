package web

import (
	"html/template"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/text"
)

// runAgreementsPage is where the agreements are written anew.
type runAgreementsPage struct {
	frame
	Version int64
	Since   string
	Words   input
	Shown   template.HTML // how they will look
	Now     template.HTML // what stands, when somebody changed it meanwhile
}

var runAgreementsView = newRunPage[runAgreementsPage]("run_agreements.html")

func (s *Server) agreementsForm(c *gin.Context) error {
	now := s.Accounts.Agreement()
	return s.showNewAgreements(c, typed("words", now.Words, "version", strconv.FormatInt(now.Version, 10)), nil)
}

func (s *Server) showNewAgreements(c *gin.Context, form url.Values, why error) (err error) {
	page := runAgreementsPage{frame: s.running(c, "run.agreements")}
	now := s.Accounts.Agreement()
	if now.Version > 0 {
		page.Since = page.T("run.agreements.since", "Version", now.Version, "Day", page.Day(now.Day.Time()))
	}
	page.Version, _ = strconv.ParseInt(form.Get("version"), 10, 64)
	page.Words = page.input("run.agreements", "words", "area", form)
	if words := form.Get("words"); form.Get("do") == "look" && len(words) <= text.MaxLongBytes {
		if page.Shown, err = terms(account.Agreement{Words: words}); err != nil {
			return err
		}
	}
	if fault.Is(why, fault.Conflict) { // sent again, the words go over what is shown now
		page.Version = now.Version
		if page.Now, err = terms(now); err != nil {
			return err
		}
	}
	return showAgain(c, runAgreementsView, &page, &page.frame, why)
}

func (s *Server) saveAgreements(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if form.Get("do") == "look" {
		return s.showNewAgreements(c, form, nil)
	}
	version, _ := strconv.ParseInt(form.Get("version"), 10, 64)
	if _, err := s.Accounts.SetAgreement(c.Request.Context(), viewer(c), version, form.Get("words")); err != nil {
		return s.showNewAgreements(c, form, err)
	}
	return s.done(c, "said.run.agreements", "/run/agreements")
}
