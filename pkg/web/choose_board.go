package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// chooseBoardPage is where somebody who wants to write chooses where.
type chooseBoardPage struct {
	frame
	Families []boardFamily
	From     string // the draft whose words go along, or ""
}

// A boardFamily is the boards of one category that take threads of this reader's.
type boardFamily struct {
	Key, Title, About string
	Boards            []boardChoice
}

type boardChoice struct{ Path, Title, Purpose, Patch, Who string }

var chooseBoardView = newPage[chooseBoardPage]("choose_board.html")

func (s *Server) chooseBoard(c *gin.Context) error {
	by := viewer(c)
	boards, err := s.Forum.Boards(c.Request.Context(), by)
	if err != nil {
		return err
	}
	f := s.frame(c)
	f = s.frame(c, f.T("write.choose"))
	page := chooseBoardPage{frame: f, From: c.Query("draft")}
	for _, category := range []forum.Category{forum.Medical, forum.Personal} {
		family := boardFamily{string(category), f.T("category." + string(category)), f.T("category." + string(category) + ".about"), nil}
		for _, b := range boards {
			if b.Category == category && forum.CanOpen(someone(by), b.Board) == nil {
				family.Boards = append(family.Boards, f.boardChoice(b.Board, page.From))
			}
		}
		if family.Boards != nil {
			page.Families = append(page.Families, family)
		}
	}
	return chooseBoardView.show(c, page)
}

func (f frame) boardChoice(b forum.Board, from string) boardChoice {
	one := boardChoice{Path: boardPath(b.Slug) + "/write", Title: b.Title, Purpose: b.Purpose, Patch: b.Patch, Who: f.T("write.who." + string(b.Audience))}
	if from != "" {
		one.Path += "?draft=" + query(from)
	}
	return one
}
