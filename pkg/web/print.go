package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// printPage is a conversation for paper: every note open, nothing to press, and a
// long one in parts.
type printPage struct {
	frame
	Board   string
	Path    string
	Opening *placed
	Replies []*placed
	Pages   pager
	Notices []string
}

var printView = newPart[printPage]("print.html")

func (s *Server) printThread(c *gin.Context) error {
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("thread")
	t, err := s.Forum.Thread(ctx, by, pid)
	if err != nil {
		return err
	}
	page, err := s.Forum.ThreadPage(ctx, by, t, forum.View{Order: forum.OldestFirst, From: c.Query("from")})
	if err != nil {
		return err
	}
	board, err := s.boardOf(ctx, t.Board)
	if err != nil {
		return err
	}
	open := lookOf(c)
	open.Notes = "show"
	c.Set("look", open)
	made, _, err := s.drawThread(c, board, &page, forum.OldestFirst, forum.Visit{First: true})
	if err != nil {
		return err
	}
	p := printPage{frame: made.frame, Board: board.Title, Path: made.Path, Opening: made.Opening, Replies: made.Replies, Notices: made.Notices,
		Pages: pagesOf(made.Path+"/print", page.First, page.Previous, page.Next, page.Last)}
	if page.View.From != "" && page.Previous.Show {
		p.Opening = nil // a later part goes on from the one before
	}
	return printView.show(c, p)
}
