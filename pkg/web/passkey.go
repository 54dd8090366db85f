package web

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
)

// Passkeys need a script: a browser hands them to nothing else. The script asks
// here for what the browser is to be asked, and sends the answer with an ordinary
// form, so what follows is an ordinary page.

// passkeyAsking is what a browser is to be asked, and the token of the asking.
type passkeyAsking struct {
	Asked   string          `json:"asked"`
	Options json.RawMessage `json:"options"`
}

func sendAsked(c *gin.Context, options []byte, token string) error {
	text, err := json.Marshal(passkeyAsking{token, options})
	if err != nil {
		return err
	}
	c.Data(http.StatusOK, "application/json", text)
	return nil
}

func (s *Server) askPasskey(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	options, token, err := s.Accounts.BeginPasskeySignIn()
	if err != nil {
		return err
	}
	return sendAsked(c, options, token)
}

func (s *Server) signInByPasskey(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if viewer(c).Member() {
		return goTo(c, next(c))
	}
	o, err := s.Accounts.SignInByPasskey(c.Request.Context(), form.Get("asked"), []byte(form.Get("answer")), device(form), s.known(c))
	if fault.Is(err, fault.Invalid) {
		return s.signInAgain(c, form, err)
	}
	if err != nil {
		return err
	}
	return s.letIn(c, o, "said.signed_in")
}
