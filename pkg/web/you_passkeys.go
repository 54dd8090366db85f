package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// passkeysPage lists somebody's passkeys. A script adds the button that makes
// another.
type passkeysPage struct {
	mine
	Passkeys []passkeyRow
	Label    string // of the one that could not be added
}

type passkeyRow struct{ PID, Called, Label, Used string }

var passkeysView = newAccountPage[passkeysPage]("passkeys.html")

func (s *Server) readPasskeys(c *gin.Context) error { return s.passkeysAgain(c, "", nil) }

func (s *Server) passkeysAgain(c *gin.Context, label string, why error) error {
	if !s.Accounts.OffersPasskeys() {
		return notHere(c)
	}
	keys, err := s.Accounts.Passkeys(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	page := passkeysPage{mine: s.mine(c, "passkeys.title"), Label: label}
	page.Crumbs = append(page.Crumbs, page.account())
	for _, key := range keys {
		page.Passkeys = append(page.Passkeys, page.passkeyRow(key))
	}
	return showAgain(c, passkeysView, &page, &page.frame, why)
}

func (f frame) passkeyRow(key account.Passkey) passkeyRow {
	row := passkeyRow{PID: key.PID, Called: key.Label, Label: key.Label, Used: f.T("sessions.used", "Day", f.Day(key.Used.Time()))}
	if row.Called == "" {
		row.Called = f.T("passkeys.unnamed", "Day", f.Day(key.Made.Time()))
	}
	return row
}

// askNewPasskey answers the script with what the browser is to be asked.
func (s *Server) askNewPasskey(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	options, token, err := s.Accounts.BeginPasskey(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	return sendAsked(c, options, token)
}

func (s *Server) addPasskey(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	_, err = s.Accounts.KeepPasskey(c.Request.Context(), viewer(c), form.Get("asked"), form.Get("label"), []byte(form.Get("answer")))
	if fault.Of(err).Key == account.ProveFirst {
		return err
	}
	if err != nil {
		return s.passkeysAgain(c, form.Get("label"), err)
	}
	s.tell(viewer(c), "said.passkey_added")
	return goTo(c, "/you/account/passkeys")
}

// changePasskey names one of somebody's passkeys, or takes it away.
func (s *Server) changePasskey(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("passkey")
	said := "said.saved"
	if form.Has("remove") {
		said, err = "said.passkey_removed", s.Accounts.RemovePasskey(ctx, by, pid)
	} else {
		err = s.Accounts.NamePasskey(ctx, by, pid, form.Get("label"))
	}
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) {
		return s.passkeysAgain(c, "", err)
	}
	if err != nil {
		return err
	}
	s.tell(by, said)
	return goTo(c, "/you/account/passkeys")
}
