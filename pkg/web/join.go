package web

import (
	"errors"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/site"
)

// joinPage is where somebody joins: one page, one button. A passphrase that was
// typed is never sent back with it; everything else is.
type joinPage struct {
	frame
	choosing
	Letters   int  // the least a passphrase has
	Again     bool // it was typed, and is to be typed again
	Words     sixWords
	Kept      bool
	OfAge     bool
	Agreed    bool
	Agreement account.Agreement
	Terms     template.HTML   // what it says
	Awaits    forum.DraftKind // what they wrote and want to post
	Link      string          // the token of the operator's link they come by, or ""
	Invited   bool            // they come by an invitation
	Shut      string          // why nobody may join just now, before they fill in anything
	Action    string          // where the form goes
}

var joinView = newAccountPage[joinPage]("join.html")

// newAccountPage is newPage with the parts that pages of accounts share.
func newAccountPage[T any](name string) view[T] {
	return read[T](name, "base.html", "parts.html", "account_parts.html", name)
}

func (s *Server) joinForm(c *gin.Context) error {
	if viewer(c).Member() {
		return goTo(c, next(c))
	}
	page, err := s.joinPage(c, url.Values{})
	if err != nil {
		return err
	}
	page.Shut = s.shut(page)
	return joinView.show(c, page)
}

func (s *Server) join(c *gin.Context) error {
	form, err := posted(c)
	if errors.Is(err, errUnproven) {
		return s.joinAgain(c, c.Request.PostForm, onceMore)
	}
	if err != nil {
		return err
	}
	if viewer(c).Member() {
		return goTo(c, next(c))
	}
	if form.Has("more") {
		form.Del("offered")
		form.Del("name")
		return s.joinAgain(c, form, nil)
	}
	o, err := s.joinWith(c, form)
	if err != nil {
		return s.joinAgain(c, form, err)
	}
	return s.letIn(c, o, "said.joined")
}

// joinWith makes the account that a form asks for.
func (s *Server) joinWith(c *gin.Context, form url.Values) (account.Opened, error) {
	if c.GetString("secret") == "" {
		return account.Opened{}, onceMore
	}
	words, err := s.sixWordsOn(form)
	if err != nil {
		return account.Opened{}, err
	}
	agreed, _ := strconv.ParseInt(form.Get("agreed"), 10, 64)
	j := account.Joining{
		Name: chosenName(form), Passphrase: form.Get("passphrase"), Words: words.List, WordsKept: form.Has("kept"),
		OfAge: form.Has("age"), Agreed: agreed, OperatorLink: c.Param("token"), Invitation: c.Param("invitation"),
		Language: lookOf(c).Language, Device: account.OwnDevice, Network: s.network(c),
	}
	o, err := s.Accounts.Join(c.Request.Context(), j)
	if fault.Of(err).Key != "fault.name_taken" {
		return o, err
	}
	// A form sent twice joins once. Whoever has the passphrase of the name that is
	// taken, as the second of two presses has, is in.
	o, twice := s.Accounts.SignIn(c.Request.Context(), account.Coming{Name: j.Name, Passphrase: j.Passphrase, Device: j.Device, Network: j.Network})
	if twice == nil && o.Half == nil {
		return o, nil
	}
	return account.Opened{}, err
}

// chosenName is the name somebody wants: their own, if they made one up.
func chosenName(form url.Values) string {
	if own := strings.TrimSpace(form.Get("own")); own != "" {
		return own
	}
	return form.Get("name")
}

func (s *Server) joinPage(c *gin.Context, form url.Values) (joinPage, error) {
	f := s.formFrame(c)
	f = s.formFrame(c, f.T("join.title", "Site", f.Site.Name))
	f.Here, f.Next = "join", next(c)
	page := joinPage{
		frame: f, Letters: account.PassphraseLeast, Agreement: s.Accounts.Agreement(), Awaits: s.awaits(c),
		Kept: form.Has("kept"), OfAge: form.Has("age"), Link: c.Param("token"), Invited: c.Param("invitation") != "", Action: c.Request.URL.Path,
	}
	page.Agreed = form.Get("agreed") == strconv.FormatInt(page.Agreement.Version, 10)
	var err, fresh error
	if page.Terms, err = terms(page.Agreement); err != nil {
		return page, err
	}
	if page.Words, fresh = s.sixWordsOn(form); fresh != nil {
		page.Kept = false
	}
	page.choosing, err = s.choosing(c, form)
	return page, err
}

// shut says why this form cannot let anybody in just now, or "".
func (s *Server) shut(p joinPage) string {
	storm := p.Site.Storm
	joining := storm.JoiningAt(s.Now())
	if p.Link != "" || joining == site.JoiningOpen || p.Invited && joining == site.JoiningInvited {
		return ""
	}
	return p.T("join.shut."+string(joining), "Until", p.Moment(storm.JoiningUntil))
}

// joinAgain shows the form once more with what to mend, or with other names.
func (s *Server) joinAgain(c *gin.Context, form url.Values, why error) error {
	if fault.Of(why).Key == "fault.name_taken" && form.Get("own") == "" {
		form.Del("offered") // three others, then
	}
	page, err := s.joinPage(c, form)
	if err != nil {
		return err
	}
	page.Again = form.Get("passphrase") != ""
	if page.Again && why != nil && !concerns(why, "passphrase") {
		why = fault.Fields(why, fault.Field("passphrase", "fault.passphrase_again"))
	}
	return showAgain(c, joinView, &page, &page.frame, why)
}
