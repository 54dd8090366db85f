package web

import (
	"errors"
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// A browser that was left open must not be enough to take an account over. So the
// pages that change what opens it first ask whoever is there to show once more who
// they are; for ten minutes after that, and after signing in, they do not.

// proofPage asks for it, in place of the page that was wanted.
type proofPage struct {
	mine
	Passkeys bool // whether they have any
}

var proofView = newAccountPage[proofPage]("prove.html")

// proved is a handler for whoever has shown who they are, and asks others first.
func (s *Server) proved(h handler) handler {
	return func(c *gin.Context) error {
		if !s.Accounts.Proved(viewer(c)) {
			return s.askProof(c, nil)
		}
		return s.orProof(c, h(c))
	}
}

// orProof asks for the proof when that is what err asks for.
func (s *Server) orProof(c *gin.Context, err error) error {
	if err != nil && fault.Of(err).Key == account.ProveFirst {
		return s.askProof(c, nil)
	}
	return err
}

// askProof shows the page. Whoever shows who they are goes on to the page they
// wanted, or to the one whose form they sent.
func (s *Server) askProof(c *gin.Context, why error) error {
	by := viewer(c)
	keys, err := s.Accounts.Passkeys(c.Request.Context(), by)
	if err != nil {
		return err
	}
	page := proofPage{mine: s.mine(c, "prove.title"), Passkeys: len(keys) > 0 && s.Accounts.OffersPasskeys()}
	page.Next = c.Request.URL.Path
	if c.FullPath() == "/you/prove" {
		page.Next = next(c)
	}
	return showAgain(c, proofView, &page, &page.frame, why)
}

func (s *Server) prove(c *gin.Context) error {
	form, err := posted(c)
	if errors.Is(err, errUnproven) {
		return s.askProof(c, onceMore)
	}
	if err != nil {
		return err
	}
	if form.Has("answer") {
		err = s.Accounts.ProveByPasskey(c.Request.Context(), viewer(c), form.Get("asked"), []byte(form.Get("answer")))
	} else {
		err = s.Accounts.Prove(c.Request.Context(), viewer(c), form.Get("passphrase"))
	}
	if err != nil {
		return s.askProof(c, err)
	}
	return goTo(c, next(c))
}

func (s *Server) askProofByPasskey(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	options, token, err := s.Accounts.BeginProof(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	return sendAsked(c, options, token)
}
