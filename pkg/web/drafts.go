package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// draftsPage lists what a member began to write, or what they threw away.
type draftsPage struct {
	frame
	Heading string
	Lead    string
	Rows    []draftRow
	Thrown  bool
	Next    string
	Days    int
}

type draftRow struct {
	Path, Excerpt, Where, When, Throw, TakeOut string
	Beside                                     bool
}

var draftsView = newPage[draftsPage]("drafts.html")

func (s *Server) drafts(c *gin.Context) error {
	by := viewer(c)
	if by.Guest() {
		return s.guestWords(c)
	}
	thrown := c.Query("thrown") != ""
	found, err := s.Forum.Drafts(c.Request.Context(), by, thrown, c.Query("from"))
	if err != nil {
		return err
	}
	f := s.frame(c)
	key := "drafts"
	if thrown {
		key = "drafts.thrown"
	}
	f = s.frame(c, f.T(key+".title"))
	f.Here = "you"
	page := draftsPage{frame: f, Heading: f.T(key + ".title"), Lead: f.T(key+".lead", "Days", forum.DraftDays), Thrown: thrown, Days: forum.DraftDays}
	for _, d := range found.Drafts {
		page.Rows = append(page.Rows, s.draftRow(c, f, d))
	}
	if found.Next != "" {
		page.Next = "/drafts?from=" + query(found.Next)
		if thrown {
			page.Next += "&thrown=1"
		}
	}
	return draftsView.show(c, page)
}

func (s *Server) draftRow(c *gin.Context, f frame, d forum.Draft) draftRow {
	path := draftPath(d)
	row := draftRow{Path: path, Excerpt: d.Excerpt(), Where: s.whereTo(c, f, target{d.Kind, d.Board, d.Post}), When: f.When(d.SavedAt), Beside: d.Beside != ""}
	if row.Excerpt == "" {
		row.Excerpt = f.T("drafts.empty_one")
	}
	if d.Thrown() {
		row.TakeOut = path + "/take-out"
	} else {
		row.Throw = path + "/throw"
	}
	return row
}

// whereTo says where words were to go, as far as whoever asks may know it.
func (s *Server) whereTo(c *gin.Context, f frame, t target) string {
	ctx := c.Request.Context()
	switch t.Kind {
	case forum.DraftThread:
		if b, err := s.Forum.Board(ctx, t.Board); err == nil {
			return f.T("drafts.to.thread", "Board", b.Title)
		}
	case forum.DraftReply:
		if thread, post, err := s.Forum.Post(ctx, f.Viewer, t.Post); err == nil {
			return f.T("drafts.to.reply", "Name", f.authorOf(post), "Title", f.titleOf(thread))
		}
	case forum.DraftEdit:
		if thread, _, err := s.Forum.Post(ctx, f.Viewer, t.Post); err == nil {
			return f.T("drafts.to.edit", "Title", f.titleOf(thread))
		}
	}
	return f.T("drafts.to.gone")
}
