package web

import (
	"errors"
	"net/url"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// askForLetter says the same whether or not the address is anybody's.
func (s *Server) askForLetter(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if err := s.Accounts.AskForLetter(c.Request.Context(), form.Get("email")); err != nil {
		return s.showRecover(c, "", err)
	}
	return goTo(c, "/recover?sent=1&next="+query(next(c)))
}

// openLetter is where a letter's link leads. Opening it uses nothing up: programs
// that look at letters open links too.
func (s *Server) openLetter(c *gin.Context) error { return s.showLetter(c, nil, nil) }

func (s *Server) showLetter(c *gin.Context, form url.Values, why error) error {
	link, err := s.Accounts.OpenLetterLink(c.Request.Context(), c.Param("token"))
	if err != nil {
		return err
	}
	f := s.formFrame(c)
	f = s.formFrame(c, f.T("recover.back", "Name", link.Shown))
	f.Here = "sign-in"
	page := backPage{
		frame: f, Return: account.Return{Shown: link.Shown}, Code: link.Code,
		Letters: account.PassphraseLeast, Shared: form.Has("shared"), Action: c.Request.URL.Path,
	}
	return showAgain(c, backView, &page, &page.frame, why)
}

func (s *Server) comeBackByLetter(c *gin.Context) error {
	form, err := posted(c)
	if errors.Is(err, errUnproven) {
		return s.showLetter(c, nil, onceMore)
	}
	if err != nil {
		return err
	}
	o, err := s.Accounts.RecoverByLetter(c.Request.Context(), c.Param("token"), form.Get("passphrase"), form.Get("code"), device(form))
	if err != nil {
		if form.Get("passphrase") != "" && !concerns(err, "passphrase") {
			err = fault.Fields(err, fault.Field("passphrase", "fault.passphrase_again"))
		}
		return s.showLetter(c, form, err)
	}
	return s.letIn(c, o, "said.passphrase")
}
