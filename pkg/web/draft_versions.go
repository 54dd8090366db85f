package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// comparePage shows two versions of one draft, written in two windows. Neither was
// written over; their author says which to go on with.
type comparePage struct {
	frame
	Versions []draftVersion
}

type draftVersion struct{ Heading, Title, Words, Path, Throw string }

var compareView = newPage[comparePage]("compare.html")

func (s *Server) compareDrafts(c *gin.Context) error {
	ctx, by := c.Request.Context(), viewer(c)
	one, err := s.Forum.Draft(ctx, by, c.Param("draft"))
	if err != nil {
		return err
	}
	other, err := s.Forum.Draft(ctx, by, one.Beside)
	if gone(err) || err == nil && other.Thrown() {
		return goTo(c, draftPath(one))
	}
	if err != nil {
		return err
	}
	f := s.frame(c)
	f = s.frame(c, f.T("compare.title"))
	f.Crumbs = []crumb{{f.T("drafts.title"), "/drafts"}}
	page := comparePage{frame: f}
	for _, d := range []forum.Draft{one, other} {
		page.Versions = append(page.Versions, draftVersion{Heading: f.T("compare.from", "When", f.When(d.SavedAt)),
			Title: d.Fields.Title, Words: d.Fields.Words, Path: draftPath(d), Throw: draftPath(d) + "/throw"})
	}
	return compareView.show(c, page)
}
