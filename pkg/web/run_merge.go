package web

import (
	"net/url"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// mergePage merges one thing into another, of boards and of threads alike: it asks
// which, then says what will happen, then does it.
type mergePage struct {
	frame
	Heading, Lead string
	Path          string // of the page: asked with GET to look, with POST to do it
	Which         input
	Ask           string
	What          *tool // what will happen, once the other is known
	Into          string
	Back          string
}

var mergeView = newRunPage[mergePage]("run_merge.html")

// mergeBoardForm asks which board takes the threads, and with one in the address
// says what that would do.
func (s *Server) mergeBoardForm(c *gin.Context) error {
	b, err := s.standingBoard(c)
	if err != nil {
		return err
	}
	form := typed("into", c.Query("into"))
	if form.Get("into") == "" {
		return s.showBoardMerge(c, b, form, nil)
	}
	_, err = s.intoBoard(c, b, form.Get("into"))
	return s.showBoardMerge(c, b, form, err)
}

// intoBoard is the board that is to take the threads of another.
func (s *Server) intoBoard(c *gin.Context, from forum.Board, slug string) (forum.Board, error) {
	into, err := s.Forum.Board(c.Request.Context(), slug)
	switch {
	case fault.Is(err, fault.NotFound), err == nil && into.MergedInto != 0:
		return into, fault.Field("into", "fault.choose_again")
	case err == nil && into.ID == from.ID:
		return into, fault.Field("into", "fault.merge_itself")
	}
	return into, err
}

func (s *Server) showBoardMerge(c *gin.Context, b forum.Board, form url.Values, why error) error {
	ctx, by := c.Request.Context(), viewer(c)
	f := s.frame(c)
	heading := f.T("run.merge", "Board", b.Title)
	page := mergePage{frame: s.runningAt(c, heading, crumb{f.T("run.boards"), "/run/boards"}, crumb{b.Title, "/run/board/" + b.Slug}),
		Heading: heading, Lead: f.T("run.merge.lead"), Path: "/run/board/" + b.Slug + "/merge", Ask: f.T("merge.look"), Back: "/run/board/" + b.Slug}
	boards, err := s.Forum.Boards(ctx, by)
	if err != nil {
		return err
	}
	page.Which = f.input("run.merge", "into", "select", form)
	for _, other := range boards {
		if other.ID != b.ID {
			page.Which.Options = append(page.Which.Options, readingOption{Value: other.Slug, Title: other.Title, Chosen: other.Slug == form.Get("into")})
		}
	}
	if why == nil && form.Get("into") != "" {
		into, err := s.intoBoard(c, b, form.Get("into"))
		if err != nil {
			return err
		}
		holds, err := s.Forum.BoardHolds(ctx, by, b.Slug)
		if err != nil {
			return err
		}
		page.What, page.Into = f.boardMerge(b, into, holds), into.Slug
	}
	return showAgain(c, mergeView, &page, &page.frame, why)
}

// boardMerge says what a merge would do.
func (f frame) boardMerge(b, into forum.Board, holds forum.BoardHolds) *tool {
	t := tool{Title: f.T("merge.what"), Button: f.T("run.merge.do", "Board", b.Title, "Into", into.Title),
		Lines: []string{f.N("run.merge.threads", holds.Threads, "Into", into.Title)}}
	if into.Audience == forum.Members && holds.Public > 0 {
		t.Lines = append(t.Lines, f.N("run.merge.narrow", holds.Public))
	}
	if into.Audience == forum.Public && holds.Threads > holds.Public {
		t.Lines = append(t.Lines, f.N("run.merge.stay", holds.Threads-holds.Public))
	}
	if holds.Pinned > 0 {
		t.Lines = append(t.Lines, f.N("run.merge.pins", holds.Pinned))
	}
	if into.Archived() {
		t.Lines = append(t.Lines, f.T("run.merge.archived", "Into", into.Title))
	}
	t.Lines = append(t.Lines, f.T("run.merge.address", "Board", b.Title, "Into", into.Title), f.T("run.merge.good"))
	return &t
}

func (s *Server) mergeBoard(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	b, err := s.standingBoard(c)
	if err != nil {
		return err
	}
	into, err := s.intoBoard(c, b, form.Get("into"))
	if err == nil {
		err = s.Forum.MergeBoard(c.Request.Context(), viewer(c), b.Slug, into.Slug)
	}
	if err != nil {
		return s.showBoardMerge(c, b, form, err)
	}
	return s.done(c, "said.run.merged", "/run/boards#b-"+into.Slug)
}
