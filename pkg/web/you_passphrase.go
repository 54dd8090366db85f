package web

import (
	"errors"
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
)

// passphrasePage changes a passphrase, makes one for an account that has only
// passkeys, or leaves an account to those.
type passphrasePage struct {
	mine
	Has      bool // they have one now
	Passkeys bool // and could do without
	Letters  int  // the least a passphrase has
}

var passphraseView = newAccountPage[passphrasePage]("passphrase.html")

func (s *Server) readPassphrase(c *gin.Context) error { return s.showPassphrase(c, nil) }

func (s *Server) showPassphrase(c *gin.Context, why error) error {
	ways, err := s.Accounts.Ways(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	key := "passphrase.title"
	if !ways.Passphrase {
		key = "passphrase.make"
	}
	page := passphrasePage{mine: s.mine(c, key), Has: ways.Passphrase, Passkeys: ways.Passkeys > 0, Letters: account.PassphraseLeast}
	page.Crumbs = append(page.Crumbs, page.account())
	return showAgain(c, passphraseView, &page, &page.frame, why)
}

// savePassphrase ends every other session: whoever knew the old one is out.
func (s *Server) savePassphrase(c *gin.Context) error {
	form, err := posted(c)
	if errors.Is(err, errUnproven) {
		return s.showPassphrase(c, onceMore)
	}
	if err != nil {
		return err
	}
	var o account.Opened
	said := "said.passphrase"
	if form.Has("remove") {
		said = "said.passphrase_gone"
		o, err = s.Accounts.RemovePassphrase(c.Request.Context(), viewer(c))
	} else {
		o, err = s.Accounts.ChangePassphrase(c.Request.Context(), viewer(c), form.Get("passphrase"))
	}
	if err != nil {
		return s.showPassphrase(c, err)
	}
	s.keepSession(c, o)
	s.tell(o.Account, said)
	return goTo(c, "/you/account")
}
