package web

import (
	"errors"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// secondPage asks for the second factor of somebody whose passphrase was right.
type secondPage struct {
	frame
	Half account.Half
	Open string // what the form carries of Half beside its token
}

var secondView = newAccountPage[secondPage]("sign_in_second.html")

func (s *Server) askSecond(c *gin.Context, half account.Half, why error) error {
	f := s.formFrame(c)
	f = s.formFrame(c, f.T("second.title"))
	f.Here, f.Next = "sign-in", next(c)
	page := secondPage{frame: f, Half: half}
	if half.Code {
		page.Open += "code "
	}
	if half.Passkey {
		page.Open += "passkey"
	}
	return showAgain(c, secondView, &page, &page.frame, why)
}

func (s *Server) signInSecond(c *gin.Context) error {
	form, err := posted(c)
	if errors.Is(err, errUnproven) {
		return s.signInAgain(c, nil, onceMore)
	}
	if err != nil {
		return err
	}
	half := account.Half{Token: form.Get("half"), Code: strings.Contains(form.Get("open"), "code"), Passkey: strings.Contains(form.Get("open"), "passkey")}
	o, err := s.Accounts.SecondStep(c.Request.Context(), half.Token, form.Get("code"))
	switch {
	case fault.Is(err, fault.SignIn): // they took their time: from the beginning, then
		return s.signInAgain(c, nil, fault.New(fault.Invalid, fault.Of(err).Key))
	case err != nil:
		return s.askSecond(c, half, err)
	}
	return s.letIn(c, o, "said.signed_in")
}
