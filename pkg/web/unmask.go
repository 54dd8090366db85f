package web

import (
	"slices"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/moderation"
)

// Whose name for one thread it is, two moderators may learn together, for a written
// reason. This is the way to ask, and what both of them are shown.

// unmaskTool offers to ask, on the case of such a name.
func (s *Server) unmaskTool(c *gin.Context, p *casePage, w moderation.Whole, was string) error {
	if !w.About.OneThread() || !w.Open() || p.May != "" || p.Waits != nil {
		return nil
	}
	reasons, err := s.Desk.Reasons(c.Request.Context())
	if err != nil {
		return err
	}
	why := p.input("case.unmask", "reason", "one", nil)
	for _, r := range reasons {
		if r.For(moderation.Unmask) {
			words := r.In(p.Lang())
			why.Options = append(why.Options, readingOption{Value: r.Slug, Title: words.Title, Hint: words.Agreement})
		}
	}
	p.Acts = append(p.Acts, p.caseTool(w, "unmask", was, why))
	return nil
}

// unmasked is where by reads what they and another agreed to look up, or "".
func unmasked(by account.Account, all []moderation.Decision) string {
	i := slices.IndexFunc(all, func(x moderation.Decision) bool {
		return x.Verdict == moderation.Unmask && x.State == moderation.Stands && (x.By.ID == by.Name.ID || x.SecondBy.ID == by.Name.ID)
	})
	if i < 0 {
		return ""
	}
	return decisionPath(all[i].PID) + "/name"
}

func (s *Server) askUnmask(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if _, err := s.Desk.AskUnmask(c.Request.Context(), viewer(c), c.Param("case"), form.Get("reason")); err != nil {
		return s.caseAgain(c, "unmask", form, err)
	}
	return s.done(c, "said.case.waits", casePath(c.Param("case")))
}

// unmaskedPage is read once and has no address: it stands in no history, and each look
// is written down.
type unmaskedPage struct {
	frame
	Name, Path string
}

var unmaskedView = newDeskPage[unmaskedPage]("desk_unmasked.html")

func (s *Server) readUnmasked(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	name, err := s.Desk.Unmasked(c.Request.Context(), viewer(c), c.Param("decision"))
	if err != nil {
		return err
	}
	page := unmaskedPage{frame: s.deskFrame(c, "desk", s.frame(c).T("case.unmask.title")), Path: "/u/" + name.PID}
	page.Name = page.nameOf(name)
	return unmaskedView.show(c, page)
}
