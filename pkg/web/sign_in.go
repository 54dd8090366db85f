package web

import (
	"errors"
	"net/url"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// signInPage is where somebody comes back. What it says never depends on whether
// there is such a name.
type signInPage struct {
	frame
	Name     string
	Shared   bool
	Passkeys bool // whether this site can use them
	Slow     bool // they are to take a break; the six words need none
	Awaits   forum.DraftKind
	Demo     []demoButton
}

var signInView = newAccountPage[signInPage]("sign_in.html")

func (s *Server) signInForm(c *gin.Context) error {
	if viewer(c).Member() {
		return goTo(c, next(c))
	}
	return signInView.show(c, s.signInPage(c, url.Values{}))
}

func (s *Server) signIn(c *gin.Context) error {
	form, err := posted(c)
	if errors.Is(err, errUnproven) {
		return s.signInAgain(c, c.Request.PostForm, onceMore)
	}
	if err != nil {
		return err
	}
	if viewer(c).Member() {
		return goTo(c, next(c))
	}
	o, err := s.signInWith(c, form)
	switch {
	case err != nil:
		return s.signInAgain(c, form, err)
	case o.Half != nil:
		return s.askSecond(c, *o.Half, nil)
	}
	return s.letIn(c, o, "said.signed_in")
}

func (s *Server) signInWith(c *gin.Context, form url.Values) (account.Opened, error) {
	if c.GetString("secret") == "" {
		return account.Opened{}, onceMore
	}
	return s.Accounts.SignIn(c.Request.Context(), account.Coming{
		Name: form.Get("name"), Passphrase: form.Get("passphrase"),
		Device: device(form), Browser: s.known(c), Network: s.network(c),
	})
}

// device is how long somebody's sign-in is to last, by the tick for shared devices.
func device(form url.Values) account.SessionKind {
	if form.Has("shared") {
		return account.SharedDevice
	}
	return account.OwnDevice
}

func (s *Server) signInPage(c *gin.Context, form url.Values) signInPage {
	f := s.formFrame(c)
	f = s.formFrame(c, f.T("frame.sign_in"))
	f.Here, f.Next = "sign-in", next(c)
	return signInPage{
		frame: f, Name: form.Get("name"), Shared: form.Has("shared"),
		Passkeys: s.Accounts.OffersPasskeys(), Awaits: s.awaits(c), Demo: s.demoButtons(f),
	}
}

func (s *Server) signInAgain(c *gin.Context, form url.Values, why error) error {
	page := s.signInPage(c, form)
	page.Slow = fault.Is(why, fault.TooOften)
	return showAgain(c, signInView, &page, &page.frame, why)
}
