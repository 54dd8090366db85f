package web

import (
	"context"
	"html/template"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// takeBackPage asks whether to take a post back, or to put back one that was.
type takeBackPage struct {
	frame
	Heading string
	Post    template.HTML // as it stands
	Words   template.HTML // of one that was taken back, for its author's eyes
	Path    string        // of the post
	Opening bool
	Taken   bool // it was taken back, and can be put back
	Days    int
	LastDay string // on which it can be put back
}

var takeBackView = newPage[takeBackPage]("take_back.html")

func (s *Server) takeBackForm(c *gin.Context) error {
	ctx, by := c.Request.Context(), viewer(c)
	t, post, err := s.Forum.Post(ctx, by, c.Param("post"))
	if err != nil {
		return err
	}
	f := s.frame(c)
	page := takeBackPage{Path: postPath(post.PID), Opening: post.Opening(), Days: int(forum.PutBackWithin.Hours() / 24), Heading: f.T("take_back.title")}
	if post.Removed() {
		if err := forum.CanPutBack(by, post.Mine, post.Post, s.Now()); err != nil {
			return err
		}
		page.Taken, page.Heading = true, f.T("put_back.title")
		page.LastDay = f.Day(post.RemovedAt.Add(forum.PutBackWithin))
		living, err := s.living(c, f, post.Kept)
		if err != nil {
			return err
		}
		page.Words = post.Kept.With(living)
	} else {
		if err := forum.CanTakeBack(by, post.Mine, post.Post); err != nil {
			return err
		}
		if page.Post, err = s.wholePost(c, f, t, post); err != nil {
			return err
		}
	}
	page.frame = s.frame(c, page.Heading)
	page.Crumbs = []crumb{{f.titleOf(t), threadPath(t.PID)}}
	return takeBackView.show(c, page)
}

func (s *Server) takeBack(c *gin.Context) error {
	return s.changeStanding(c, "said.taken_back", s.Forum.TakeBack)
}

func (s *Server) putBack(c *gin.Context) error {
	return s.changeStanding(c, "said.put_back", s.Forum.PutBack)
}

// changeStanding takes a post back or puts it back, and leads to where it stands.
func (s *Server) changeStanding(c *gin.Context, said string, do func(context.Context, account.Account, string) error) error {
	if _, err := posted(c); err != nil {
		return err
	}
	by, pid := viewer(c), c.Param("post")
	if err := do(c.Request.Context(), by, pid); err != nil {
		return err
	}
	path, err := s.pathTo(c, pid)
	if err != nil {
		return err
	}
	s.tellOf(by, said, pid)
	return goTo(c, path)
}
