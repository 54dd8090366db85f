package web

import (
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
)

// accountPage shows what opens an account and where it is open, and leads to the
// pages that change it.
type accountPage struct {
	mine
	Name      account.Name
	Role      string // what they are trusted with, in words; "" for most
	Boards    string // the boards they look after, in words; "" for all
	Second    bool   // they are to have a second factor, and have none
	Ways      account.Ways
	Offered   bool // whether this site can use passkeys
	Letters   bool // whether it sends letters
	KeepWords bool // they have not said yet that their six words are kept
	Languages []readingOption
	About     string
	Sessions  []sessionRow
}

var accountView = newAccountPage[accountPage]("account.html")

func (s *Server) readAccount(c *gin.Context) error {
	page, err := s.accountPage(c)
	if err != nil {
		return err
	}
	return accountView.show(c, page)
}

func (s *Server) accountPage(c *gin.Context) (accountPage, error) {
	ctx, by := c.Request.Context(), viewer(c)
	page := accountPage{
		mine: s.mine(c, "account.title"), Name: by.Name, About: by.Name.About,
		Second: by.NeedsSecondFactor(), Offered: s.Accounts.OffersPasskeys(), Letters: s.Accounts.SendsMail(), KeepWords: by.WordsKept == 0,
	}
	page.Role = page.roleOf(by.Name)
	for _, tag := range s.Words.Languages() {
		page.Languages = append(page.Languages, readingOption{Value: tag, Title: s.Words.Match(tag).T("language.name"), Chosen: tag == by.Language})
	}
	var err error
	if page.Ways, err = s.Accounts.Ways(ctx, by); err != nil {
		return page, err
	}
	if page.Boards, err = s.boardsOf(c, page.frame, by); err != nil {
		return page, err
	}
	sessions, err := s.Accounts.Sessions(ctx, by)
	for _, one := range sessions {
		page.Sessions = append(page.Sessions, page.sessionRow(one, by.Session.PID))
	}
	return page, err
}

// boardsOf are the boards that a moderator looks after, in words; "" when that is
// all of them.
func (s *Server) boardsOf(c *gin.Context, f frame, by account.Account) (string, error) {
	if len(by.Boards) == 0 {
		return "", nil
	}
	boards, err := s.Forum.Boards(c.Request.Context(), by)
	if err != nil {
		return "", err
	}
	var titles []string
	for _, b := range boards {
		for _, id := range by.Boards {
			if int64(b.ID) == id {
				titles = append(titles, b.Title)
			}
		}
	}
	return f.List(titles), nil
}

func (s *Server) saveLanguage(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	chosen := ""
	for _, tag := range s.Words.Languages() {
		if tag == form.Get("language") {
			chosen = tag
		}
	}
	if err := s.Accounts.SetLanguage(c.Request.Context(), viewer(c), chosen); err != nil {
		return err
	}
	if l := lookOf(c); l.Language != "" { // what was chosen for this browser alone goes before
		l.Language = chosen
		s.setCookie(c, lookCookie, l.String(), aYear)
	}
	s.tell(viewer(c), "said.saved")
	return goTo(c, "/you/account")
}

func (s *Server) saveAbout(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if err := s.Accounts.SetAbout(c.Request.Context(), viewer(c), strings.ReplaceAll(form.Get("about"), "\r\n", "\n")); err != nil {
		page, broken := s.accountPage(c)
		if broken != nil {
			return broken
		}
		page.About = form.Get("about")
		return showAgain(c, accountView, &page, &page.frame, err)
	}
	s.tell(viewer(c), "said.saved")
	return goTo(c, "/you/account")
}
