package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// writeForm shows the form for writing at a place of a kind: empty, or with what
// this reader began to write there.
func (s *Server) writeForm(kind forum.DraftKind) handler {
	return func(c *gin.Context) error {
		p, err := s.find(c, target{kind, c.Param("board"), c.Param("post")})
		if stopped := account.CanPublish(viewer(c)); stopped != nil && kind != forum.DraftEdit {
			return stopped
		}
		if kind == forum.DraftReply && (fault.Is(err, fault.Forbidden) || fault.Is(err, fault.Gone)) {
			return s.readInstead(c)
		}
		if err != nil {
			return err
		}
		if p.opens() && p.Board.Slug != c.Param("board") {
			return goTo(c, p.path())
		}
		w, begun, err := s.writingFor(c, p)
		if err != nil {
			return err
		}
		if w.blank() {
			w.Made = s.madeNow(w.FormKey)
		}
		page, err := s.composePage(c, p, w)
		if err != nil {
			return err
		}
		if begun {
			page.Begun = p.path() + "?new=1"
		}
		keepTyped(c)
		return composeView.show(c, page)
	}
}

// keepTyped lets the browser keep what is typed into a form, for Back after the
// network failed: of a page that it may not store, it forgets that. On a device
// that others use, forgetting is right.
func keepTyped(c *gin.Context) {
	if viewer(c).Session.Kind != account.SharedDevice {
		c.Header("Cache-Control", "private, no-cache")
	}
}

// readInstead leads to a post that takes no answer: its place there says why.
func (s *Server) readInstead(c *gin.Context) error {
	path, err := s.pathTo(c, c.Param("post"))
	if err != nil {
		return err
	}
	return goTo(c, path)
}

// writingFor is what the form for p is filled in with.
func (s *Server) writingFor(c *gin.Context, p place) (w writing, begun bool, err error) {
	if c.Query("new") != "" {
		return emptyWriting(p), false, nil
	}
	if from := c.Query("draft"); from != "" && viewer(c).Member() {
		d, err := s.Forum.Draft(c.Request.Context(), viewer(c), from)
		if err != nil {
			return w, false, err
		}
		w = emptyWriting(p)
		w.Title, w.Words, w.Note = d.Fields.Title, d.Fields.Words, d.Fields.Note
		return w, false, nil
	}
	if w, begun, err = s.begun(c, p.target); err != nil {
		failed(c, "what somebody began to write was not found", err) // they can write all the same
	}
	if !begun {
		w = emptyWriting(p)
	}
	return w, begun, nil
}

// write takes the form for writing at a place of a kind, whatever was pressed.
func (s *Server) write(kind forum.DraftKind) handler {
	return func(c *gin.Context) error {
		form, err := posted(c)
		if err != nil {
			return err
		}
		return s.take(c, readWriting(target{kind, c.Param("board"), c.Param("post")}, form))
	}
}

// check takes the same form and looks, wherever its words are to go. A script may
// ask for no more than how they will look.
func (s *Server) check(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	w := readWriting(targetOf(form), form)
	if form.Has("only") {
		return s.showPreview(c, w)
	}
	if w.do != "quote" {
		w.do = "look"
	}
	return s.take(c, w)
}

func (s *Server) take(c *gin.Context, w writing) error {
	p, err := s.find(c, w.target)
	if err != nil {
		return s.noPlace(c, w, err)
	}
	w.target, w.Fast = p.target, s.fast(w)
	switch {
	case w.safer != "":
		return s.lookAt(c, p, s.inOtherWords(c, w))
	case w.do == "quote":
		return s.quote(c, p, w)
	case w.do == "save":
		return s.saveForLater(c, p, w)
	case w.do == "post":
		return s.post(c, p, w)
	}
	return s.lookAt(c, p, w)
}
