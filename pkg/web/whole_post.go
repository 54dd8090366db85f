package web

import (
	"html/template"
	"slices"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/text"
)

// wholePost is a post of t as a page of its own shows it.
func (s *Server) wholePost(c *gin.Context, f frame, t forum.Thread, r *forum.Reply) (template.HTML, error) {
	d := &drawing{s: s, f: f, thread: t, page: &forum.Page{Thread: t, View: forum.View{Order: forum.Flat}}, seen: nothingSeen,
		spoken: s.Forum.ListVersion(f.Viewer, 0)}
	var err error
	if d.living, err = s.living(c, f, r.HTML, r.Whole, t.Short, t.Ending); err != nil {
		return "", err
	}
	return d.part(r, rootLevel)
}

// living is what texts speak of, with the words for what is gone.
func (s *Server) living(c *gin.Context, f frame, texts ...text.HTML) (text.Living, error) {
	texts = slices.DeleteFunc(texts, func(h text.HTML) bool { return !h.Speaks() })
	l, err := s.Forum.Living(c.Request.Context(), f.Viewer, postPath, texts...)
	l.Gone, l.Unseen, l.Nobody, l.Cover = f.T("post.quote_gone"), f.T("apart.quote"), f.T("name.gone"), f.covered
	return l, err
}
