package web

import (
	"errors"
	"net/url"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// recoverPage asks for the six words, in one field; they alone are enough. Where
// the site sends letters, it offers one to those who gave an address for this.
type recoverPage struct {
	frame
	Typed   string // is never sent back unless it was wrong, and then stands only here
	Letters bool
	Sent    bool // a letter was asked for
	Awaits  forum.DraftKind
}

// backPage is for somebody whose words, or letter, opened the door: a new
// passphrase, and for the words new ones.
type backPage struct {
	frame
	Return  account.Return
	Letters int // the least a passphrase has
	Words   sixWords
	Kept    bool
	Shared  bool
	Code    bool // a code of their app is needed too
	Action  string
}

var (
	recoverView = newAccountPage[recoverPage]("recover.html")
	backView    = newAccountPage[backPage]("recover_back.html")
)

func (s *Server) recoverForm(c *gin.Context) error { return s.showRecover(c, "", nil) }

func (s *Server) showRecover(c *gin.Context, typed string, why error) error {
	f := s.formFrame(c)
	f = s.formFrame(c, f.T("recover.title"))
	f.Here, f.Next = "sign-in", next(c)
	page := recoverPage{frame: f, Typed: typed, Letters: s.Accounts.SendsMail(), Sent: c.Query("sent") != "", Awaits: s.awaits(c)}
	return showAgain(c, recoverView, &page, &page.frame, why)
}

// recover takes the six words.
func (s *Server) recover(c *gin.Context) error {
	form, err := posted(c)
	if errors.Is(err, errUnproven) {
		return s.showRecover(c, "", onceMore)
	}
	if err != nil {
		return err
	}
	found, err := s.Accounts.ShowWords(c.Request.Context(), form.Get("six"))
	if err != nil {
		return s.showRecover(c, form.Get("six"), err)
	}
	return s.showBack(c, found, nil, nil)
}

// showBack welcomes somebody back who still has to make a passphrase.
func (s *Server) showBack(c *gin.Context, found account.Return, form url.Values, why error) error {
	f := s.formFrame(c)
	f = s.formFrame(c, f.T("recover.back", "Name", found.Shown))
	f.Here, f.Next = "sign-in", next(c)
	page := backPage{frame: f, Return: found, Letters: account.PassphraseLeast, Kept: form.Has("kept"), Shared: form.Has("shared"), Action: "/recover/back"}
	page.Words, _ = s.sixWordsOn(form)
	return showAgain(c, backView, &page, &page.frame, why)
}

// comeBack makes the new passphrase and the new words theirs.
func (s *Server) comeBack(c *gin.Context) error {
	form, err := posted(c)
	if errors.Is(err, errUnproven) {
		return s.showRecover(c, "", onceMore)
	}
	if err != nil {
		return err
	}
	found := account.Return{Token: form.Get("return"), Shown: form.Get("shown")}
	words, err := s.sixWordsOn(form)
	if err != nil {
		form.Del("kept")
		return s.showBack(c, found, form, err)
	}
	o, err := s.Accounts.Recover(c.Request.Context(), account.Returning{
		Token: found.Token, Passphrase: form.Get("passphrase"), Words: words.List, WordsKept: form.Has("kept"), Device: device(form),
	})
	switch {
	case fault.Is(err, fault.SignIn): // they took their time: once more, then
		return s.showRecover(c, "", fault.New(fault.Invalid, fault.Of(err).Key))
	case err != nil:
		return s.showBack(c, found, form, err)
	}
	return s.letIn(c, o, "said.back")
}
