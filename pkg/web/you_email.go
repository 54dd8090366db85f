package web

import (
	"net/url"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
)

// emailPage adds an address, says what it may be used for, or takes it away.
type emailPage struct {
	mine
	Sends   bool          // whether this site sends letters at all
	Now     account.Email // the address they confirmed, if any
	Address string        // as typed
	Uses    []readingOption
}

// emailLinkPage is where the link of a letter leads that asks whether an address
// is its reader's.
type emailLinkPage struct {
	frame
	Action string
	Done   bool
}

var (
	emailView     = newAccountPage[emailPage]("email.html")
	emailLinkView = newAccountPage[emailLinkPage]("email_link.html")
)

func (s *Server) readEmail(c *gin.Context) error { return s.showEmail(c, nil, nil) }

func (s *Server) showEmail(c *gin.Context, form url.Values, why error) error {
	page := emailPage{mine: s.mine(c, "email.title"), Sends: s.Accounts.SendsMail(), Address: form.Get("email")}
	page.Crumbs = append(page.Crumbs, page.account())
	kept, err := s.Accounts.Export(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	if kept.Email != nil {
		page.Now = *kept.Email
	}
	chosen := account.EmailFor(form.Get("for"))
	if form == nil {
		chosen = page.Now.For
	}
	for _, use := range []account.EmailFor{account.RecoveryEmail, account.NoticeEmail, account.BothEmail} {
		page.Uses = append(page.Uses, readingOption{Value: string(use), Title: page.T("email.for." + string(use)), Chosen: use == chosen})
	}
	return showAgain(c, emailView, &page, &page.frame, why)
}

func (s *Server) saveEmail(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, use := c.Request.Context(), viewer(c), account.EmailFor(form.Get("for"))
	said := "said.email_sent"
	switch {
	case form.Has("remove"):
		said, err = "said.email_removed", s.Accounts.UseEmail(ctx, by, account.NoEmail)
	case form.Has("change"):
		said, err = "said.saved", s.Accounts.UseEmail(ctx, by, use)
	default:
		err = s.Accounts.SetEmail(ctx, by, form.Get("email"), use)
	}
	if err != nil {
		return s.showEmail(c, form, err)
	}
	s.tell(by, said)
	return goTo(c, "/you/account/email")
}

func (s *Server) emailLink(c *gin.Context) error {
	f := s.formFrame(c)
	f = s.formFrame(c, f.T("email.confirm.title"))
	return emailLinkView.show(c, emailLinkPage{frame: f, Action: c.Request.URL.Path})
}

func (s *Server) takeEmailLink(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	if err := s.Accounts.TakeEmailLink(c.Request.Context(), c.Param("token")); err != nil {
		return err
	}
	if by := viewer(c); by.Member() {
		s.tell(by, "said.email_saved")
		return goTo(c, "/you/account/email")
	}
	f := s.frame(c)
	f = s.frame(c, f.T("said.email_saved"))
	return emailLinkView.show(c, emailLinkPage{frame: f, Done: true})
}
