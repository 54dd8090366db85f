package web

import (
	"net/url"

	"github.com/gin-gonic/gin"
)

// recoveryPage shows six new words, which take the place of the old ones once they
// are saved.
type recoveryPage struct {
	mine
	Words sixWords
	Kept  bool
}

var recoveryView = newAccountPage[recoveryPage]("recovery.html")

func (s *Server) readRecovery(c *gin.Context) error { return s.showRecovery(c, nil, nil) }

func (s *Server) showRecovery(c *gin.Context, form url.Values, why error) error {
	page := recoveryPage{mine: s.mine(c, "recovery.title"), Kept: form.Has("kept")}
	page.Crumbs = append(page.Crumbs, page.account())
	page.Words, _ = s.sixWordsOn(form)
	return showAgain(c, recoveryView, &page, &page.frame, why)
}

// keptWords notes that the words somebody has are kept.
func (s *Server) keptWords(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	if err := s.Accounts.WordsAreKept(c.Request.Context(), viewer(c)); err != nil {
		return err
	}
	s.tell(viewer(c), "said.words_kept")
	return goTo(c, "/you")
}

func (s *Server) saveRecovery(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	words, err := s.sixWordsOn(form)
	if err != nil {
		form.Del("kept")
		return s.showRecovery(c, form, err)
	}
	if err := s.Accounts.RenewWords(c.Request.Context(), viewer(c), words.List, form.Has("kept")); err != nil {
		return err
	}
	s.tell(viewer(c), "said.words")
	return goTo(c, "/you")
}
