package web

import (
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/site"
	"github.com/kindword/kindword/pkg/words"
)

// frame is what every page shows around its own matter, and the words it is
// written in: {{.T "key"}} in a template, {{$.T "key"}} inside a range. A page
// is a struct that embeds it.
type frame struct {
	*words.Words
	Title    string // of the window
	Viewer   account.Account
	Look     look
	Site     site.State
	Here     string    // the page's entry in the menu, if it is one
	Crumbs   []crumb   // where you are
	Problems []problem // of the form that was sent
	Said     string    // what was just done, in a sentence
	Token    string    // for a form: proof that this browser opened it
	Next     string    // for a form: where to go afterwards
	Scripts  bool      // whether to send along what only saves a step
	Desk     bool      // whether the page stands at the moderators' desk
	Duty     string    // who is on duty, in a sentence
	day      string    // today, where the site is
}

// A crumb is one step of the way to a page.
type crumb struct{ Words, Path string }

// frame returns the frame of a page called by the titles: its own name first, then
// where it stands. Whoever keeps page titles plain leaves no trace of what they
// read in a shared telephone's history.
func (s *Server) frame(c *gin.Context, titles ...string) frame {
	now, by, look := s.Site.Now(), viewer(c), lookOf(c)
	f := frame{
		Words:   s.wordsFor(c, look, by, now),
		Viewer:  by,
		Look:    look,
		Site:    now,
		Scripts: c.GetHeader("Save-Data") != "on",
		day:     s.Now().In(now.Zone).Format(time.DateOnly),
	}
	f.Duty = f.onDuty(s.Rota.Promise())
	f.Title = now.Name
	if look.Titles != "plain" {
		f.Title = strings.Join(append(titles, now.Name), " – ")
	}
	if !by.Guest() {
		f.Token, f.Said = formToken(c), heard(c, f)
	}
	return f
}

// formFrame is the frame of a page with a form on it that guests may send.
func (s *Server) formFrame(c *gin.Context, titles ...string) frame {
	s.opened(c)
	f := s.frame(c, titles...)
	f.Token = formToken(c)
	return f
}

// wordsFor finds the reader's language: the one they chose, else their browser's,
// else the site's. Times are told where the site is.
func (s *Server) wordsFor(c *gin.Context, look look, by account.Account, now site.State) *words.Words {
	return s.Words.Match(look.Language, by.Language, c.GetHeader("Accept-Language"), now.Language).In(now.Zone)
}

// refused sets the frame for a form that is shown again with what to mend in it.
func (f *frame) refused(problems []problem) {
	f.Problems = problems
	f.Title = f.T("error.title", "Title", f.Title)
}

// Why is what to mend in one field of a form, or nothing.
func (f frame) Why(field string) string {
	for _, p := range f.Problems {
		if p.Field == field {
			return p.Words
		}
	}
	return ""
}
