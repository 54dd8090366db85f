package web

import (
	"html/template"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// carePart is what care_card.html shows above somebody's own post: that it is up, and
// where help is. Nobody else sees it, and it is never remembered.
type carePart struct {
	frame
	Close string // where its close button leads; "" on a page that shows it once
	Up    bool   // the post stands
	Lines []helpline
}

var careView = newPart[carePart]("care_card.html")

// heldRow is something of the reader's own that waits for a moderator.
type heldRow struct {
	Path, Title, Why string
	Words            template.HTML
}

// ownThere adds to a page of a thread what only its reader sees there: what they
// wrote and what waits, and where help is.
func (s *Server) ownThere(c *gin.Context, made *threadPage, page *forum.Page) error {
	ctx, by, f := c.Request.Context(), viewer(c), made.frame
	held, err := s.Forum.HeldIn(ctx, by, page.Thread.ID)
	if err != nil {
		return err
	}
	if made.Held, err = s.heldRows(c, f, held); err != nil {
		return err
	}
	pid, err := s.Forum.CareCard(ctx, by, page.Thread.ID)
	if err != nil || pid == "" {
		return err
	}
	card, err := careView.render(carePart{frame: f, Up: true, Lines: f.Crisis(), Close: postPath(pid) + "/card"})
	if err != nil {
		return err
	}
	if at := made.placed(pid); at != nil {
		at.Card = card
	} else {
		made.Card = card
	}
	return nil
}

// placed is the post called pid where the page shows it, or nil.
func (p *threadPage) placed(pid string) *placed {
	shown := append([]*placed{p.Root}, p.LedHere...)
	if p.Root == nil && !(p.One && len(p.Replies) > 0) {
		shown = append(shown, p.Opening)
	}
	shown = append(shown, p.Replies...)
	for len(shown) > 0 {
		at := shown[0]
		if shown = shown[1:]; at == nil {
			continue
		}
		if at.PID == pid {
			return at
		}
		shown = append(shown, at.Replies...)
	}
	return nil
}

// closeCard closes the card above the reader's own post, for the day.
func (s *Server) closeCard(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	pid := c.Param("post")
	if err := s.Forum.CloseCard(c.Request.Context(), viewer(c), pid); err != nil {
		return err
	}
	path, err := s.pathTo(c, pid)
	if err != nil {
		return err
	}
	return goTo(c, path)
}
