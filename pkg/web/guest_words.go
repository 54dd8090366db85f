package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
)

// guestWordsPage shows a guest what they wrote, and how to go on with it.
type guestWordsPage struct {
	frame
	Heading, Lead string
	Out           bool // they were signed in, until their session ended
	Rows          []guestRow
}

type guestRow struct{ Title, Words, Where, Path, When string }

var guestWordsView = newPage[guestWordsPage]("guest_words.html")

// guestWords shows what this browser's guest wrote. There is no such page for a
// guest who wrote nothing.
func (s *Server) guestWords(c *gin.Context) error {
	drafts, err := s.draftsHere(c)
	if err != nil {
		return err
	}
	if len(drafts) == 0 {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	f := s.formFrame(c)
	page := guestWordsPage{Out: s.signedOut(c)}
	key := "guest_words"
	if page.Out {
		key = "signed_out"
	}
	page.Heading, page.Lead = f.T(key+".title"), f.T(key+".lead")
	page.frame = s.formFrame(c, page.Heading)
	for _, d := range drafts {
		t := target{d.Kind, d.Board, d.Post}
		page.Rows = append(page.Rows, guestRow{Title: d.Fields.Title, Words: d.Fields.Words, Where: s.whereTo(c, f, t), Path: t.path(), When: f.When(d.SavedAt)})
	}
	return guestWordsView.show(c, page)
}

// forgetWords forgets what this browser's guest wrote, at once.
func (s *Server) forgetWords(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	if token := s.guestToken(c); token != "" && viewer(c).Guest() {
		if err := s.Forum.ThrowGuestDrafts(c.Request.Context(), token); err != nil {
			return err
		}
	}
	return goTo(c, "/")
}
