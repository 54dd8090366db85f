package web

import (
	"context"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// openDraft shows a draft in its form, and when its words could be posted, how
// they would look: one press and they are.
func (s *Server) openDraft(c *gin.Context) error {
	ctx, by := c.Request.Context(), viewer(c)
	d, err := s.Forum.Draft(ctx, by, c.Param("draft"))
	if err != nil {
		return err
	}
	if d.Thrown() {
		return goTo(c, "/drafts?thrown=1")
	}
	if moves(c) {
		if err := s.dropCopies(c, by, d); err != nil {
			return err
		}
	}
	w := drafted(d).anew()
	p, err := s.find(c, w.target)
	if gone(err) {
		return s.showKept(c, w, err)
	}
	if err != nil {
		return err
	}
	w.target = p.target
	page, err := s.composePage(c, p, w)
	if err != nil {
		return err
	}
	if w.check(p) == nil {
		if page.Check, err = s.look(c, page.frame, p, w, 2); err != nil {
			return err
		}
	}
	keepTyped(c)
	return composeView.show(c, page)
}

// showKept shows a draft that has nowhere to go any more.
func (s *Server) showKept(c *gin.Context, w writing, why error) error {
	f := s.frame(c)
	f = s.frame(c, f.T("kept.title"))
	return keptView.show(c, keptPage{frame: f, Heading: f.T("kept.title"), Sentence: say(f.Words, fault.Of(why)), W: w, Saved: true,
		Elsewhere: "/write?draft=" + query(w.Draft), Throw: draftPath(forum.Draft{PID: w.Draft}) + "/throw"})
}

func (s *Server) throwDraft(c *gin.Context) error {
	return s.moveDraft(c, "said.thrown", "/drafts", s.Forum.ThrowDraft)
}

func (s *Server) takeOutDraft(c *gin.Context) error {
	return s.moveDraft(c, "said.taken_out", "/drafts/"+c.Param("draft"), s.Forum.TakeOutDraft)
}

// moveDraft throws a draft away or takes it out again, and says so.
func (s *Server) moveDraft(c *gin.Context, said, path string, move func(context.Context, account.Account, string) error) error {
	if _, err := posted(c); err != nil {
		return err
	}
	by := viewer(c)
	if err := move(c.Request.Context(), by, c.Param("draft")); err != nil {
		return err
	}
	s.tell(by, said)
	return goTo(c, path)
}
