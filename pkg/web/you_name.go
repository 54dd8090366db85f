package web

import (
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
)

// renamePage gives somebody another name in place of their own: some are made up
// for them, as when they joined.
type renamePage struct {
	mine
	choosing
	Days int // how many days a name lasts at least
}

// choosing is the part of a form in which a name is chosen.
type choosing struct {
	Names []string // made up for them
	Name  string   // the one of those that is chosen
	Own   string   // one that they made up themselves
}

// namesOffered is how many names are made up at a time: enough to like one, and
// few enough to choose.
const namesOffered = 3

var renameView = newAccountPage[renamePage]("rename.html")

// choosing is that part as form has it, with fresh names when it offers none.
func (s *Server) choosing(c *gin.Context, form url.Values) (choosing, error) {
	part := choosing{Names: form["offered"], Name: form.Get("name"), Own: form.Get("own")}
	if len(part.Names) == 0 || len(part.Names) > namesOffered {
		names, err := s.Accounts.SuggestNames(c.Request.Context(), namesOffered)
		if err != nil {
			return part, err
		}
		part.Names = names
	}
	if !slices.Contains(part.Names, part.Name) {
		part.Name = part.Names[0]
	}
	return part, nil
}

func (s *Server) readRename(c *gin.Context) error { return s.showRename(c, url.Values{}, nil) }

func (s *Server) showRename(c *gin.Context, form url.Values, why error) (err error) {
	page := renamePage{mine: s.mine(c, "rename.title"), Days: account.RenameDays}
	page.Crumbs = append(page.Crumbs, page.account())
	if page.choosing, err = s.choosing(c, form); err != nil {
		return err
	}
	return showAgain(c, renameView, &page, &page.frame, why)
}

func (s *Server) rename(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if form.Has("more") {
		form.Del("offered")
		return s.showRename(c, form, nil)
	}
	if err := s.Accounts.Rename(c.Request.Context(), viewer(c), chosenName(form)); err != nil {
		return s.showRename(c, form, err)
	}
	s.tell(viewer(c), "said.renamed")
	return goTo(c, "/you/account")
}
