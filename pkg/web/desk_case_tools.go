package web

import (
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/moderation"
)

// caseTools are what moderators do around a case, each on a form of its own.
func (s *Server) caseTools(c *gin.Context, p *casePage, w moderation.Whole, was string, form url.Values) error {
	colleagues, err := s.Desk.Colleagues(c.Request.Context(), p.Viewer, w.PID)
	if err != nil {
		return err
	}
	to := func(do, none string) input {
		i := p.input("case."+do, "to", "select", formOf(was, do, form))
		i.Options = append(i.Options, readingOption{Title: p.T(none)})
		for _, name := range colleagues {
			i.Options = append(i.Options, readingOption{Value: name.PID, Title: name.Shown, Chosen: name.PID == i.Value})
		}
		return i
	}
	note := func(do string) input { return p.input("case."+do, "note", "area", formOf(was, do, form)) }
	p.Acts = append(p.Acts, p.caseTool(w, "note", was, note("note")))
	if p.Waits == nil {
		p.Acts = append(p.Acts, p.caseTool(w, "second", was, to("second", "case.second.any"), note("second")))
	}
	if len(colleagues) > 0 {
		p.Acts = append(p.Acts, p.caseTool(w, "hand-over", was, to("hand-over", "case.hand-over.choose"), note("hand-over")))
	}
	p.Unmasked = unmasked(p.Viewer, w.Decisions)
	return s.unmaskTool(c, p, w, was)
}

// formOf is form when it is the one that was filled in, and an empty one otherwise.
func formOf(was, do string, form url.Values) url.Values {
	if was == do {
		return form
	}
	return url.Values{}
}

func (p *casePage) caseTool(w moderation.Whole, do, was string, inputs ...input) tool {
	t := p.tool("case", do, was, inputs...)
	t.Path = casePath(w.PID) + "/" + do
	return t
}

func (s *Server) claimCase(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	pid := c.Param("case")
	if err := s.Desk.Claim(c.Request.Context(), viewer(c), pid); err != nil {
		return s.caseAgain(c, "", nil, err)
	}
	return s.done(c, "said.case.claimed", casePath(pid))
}

func (s *Server) releaseCase(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	if err := s.Desk.Release(c.Request.Context(), viewer(c), c.Param("case")); err != nil {
		return s.caseAgain(c, "", nil, err)
	}
	return s.done(c, "said.case.released", "/desk")
}

// noteCase, secondCase and handOverCase are the three forms beside the decision.
func (s *Server) noteCase(c *gin.Context) error {
	return s.aroundCase(c, "note", func(form url.Values) error {
		return s.Desk.AddNote(c.Request.Context(), viewer(c), c.Param("case"), form.Get("note"))
	})
}

func (s *Server) secondCase(c *gin.Context) error {
	return s.aroundCase(c, "second", func(form url.Values) error {
		return s.Desk.AskSecond(c.Request.Context(), viewer(c), c.Param("case"), form.Get("to"), form.Get("note"))
	})
}

func (s *Server) handOverCase(c *gin.Context) error {
	return s.aroundCase(c, "hand-over", func(form url.Values) error {
		if form.Get("to") == "" {
			return fault.Field("to", "fault.choose_again")
		}
		return s.Desk.HandOver(c.Request.Context(), viewer(c), c.Param("case"), form.Get("to"), form.Get("note"))
	})
}

func (s *Server) aroundCase(c *gin.Context, do string, verb func(url.Values) error) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if err := verb(form); err != nil {
		return s.caseAgain(c, do, form, err)
	}
	return s.done(c, "said.case."+do, casePath(c.Param("case")))
}

// undoDecision takes a decision back.
func (s *Server) undoDecision(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if _, err := s.Desk.Undo(c.Request.Context(), viewer(c), c.Param("decision")); err != nil {
		return err
	}
	return s.done(c, "said.case.undone", caseOf(form))
}

// secondDecision is a second moderator's answer.
func (s *Server) secondDecision(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	agree := form.Get("agree") == "yes"
	if !agree && form.Get("agree") != "no" {
		return fault.New(fault.Invalid, "fault.choose_again")
	}
	version, _ := strconv.ParseInt(form.Get("version"), 10, 64)
	if _, err := s.Desk.Second(c.Request.Context(), viewer(c), c.Param("decision"), version, agree); err != nil {
		return s.refusedOn(c, form, err)
	}
	said := "said.case.disagreed"
	if agree {
		said = "said.case.agreed"
	}
	return s.done(c, said, caseOf(form))
}

// destroyNow asks another moderator to agree that what was taken out is destroyed now.
func (s *Server) destroyNow(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if _, err := s.Desk.AskDestroy(c.Request.Context(), viewer(c), c.Param("decision")); err != nil {
		return err
	}
	return s.done(c, "said.case.waits", caseOf(form))
}

// caseOf is the page of the case that a form about a decision was sent from.
func caseOf(form url.Values) string {
	if pid := form.Get("case"); publicID.MatchString(pid) {
		return casePath(pid)
	}
	return "/desk"
}
