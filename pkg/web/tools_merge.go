package web

import (
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// mergeThreadForm asks which thread takes the posts of another, by its address, and
// with one in the address says what that would do.
func (s *Server) mergeThreadForm(c *gin.Context) error {
	t, err := s.theirThread(c)
	if err != nil {
		return err
	}
	if t.PID != c.Param("thread") {
		return goTo(c, toolsPath(threadPath(t.PID)))
	}
	return s.showThreadMerge(c, t, typed("into", c.Query("into")), nil)
}

// threadIn is the public id in the address of a thread, whole or in part.
func threadIn(address string) string {
	pid := strings.TrimSpace(address)
	if _, after, ok := strings.Cut(pid, "/t/"); ok {
		pid = after
	}
	if end := strings.IndexAny(pid, "/?# "); end >= 0 {
		pid = pid[:end]
	}
	return pid
}

func (s *Server) showThreadMerge(c *gin.Context, t forum.Thread, form url.Values, why error) error {
	f := s.frame(c)
	title := f.titleOf(t)
	f = s.frame(c, f.T("tools.merge"), title)
	f.Crumbs = []crumb{{title, threadPath(t.PID)}, {f.T("tools.title"), toolsPath(threadPath(t.PID))}}
	page := mergePage{frame: f, Heading: f.T("tools.merge.title", "Title", title), Lead: f.T("tools.merge.how"), Path: threadPath(t.PID) + "/merge",
		Which: f.input("tools", "into", "line", form), Ask: f.T("merge.look"), Back: toolsPath(threadPath(t.PID))}
	if asked := form.Get("into"); why == nil && asked != "" {
		var m forum.Merging
		if m, why = s.Forum.Merging(c.Request.Context(), f.Viewer, t.PID, threadIn(asked)); why == nil {
			page.What, page.Into = f.threadMerge(m), asked
		}
	}
	return showAgain(c, mergeView, &page, &page.frame, why)
}

// threadMerge says what a merge would do.
func (f frame) threadMerge(m forum.Merging) *tool {
	into := f.titleOf(m.Into)
	t := tool{Title: f.T("merge.what"), Button: f.T("tools.merge.sure"), Lines: []string{f.N("tools.merge.posts", m.Posts, "Into", into),
		f.T("tools.merge.under"), f.T("tools.merge.address", "Into", into), f.T("tools.merge.kept", "Into", into)}}
	if m.From.Audience != m.Into.Audience {
		t.Lines = append(t.Lines, f.T("tools.merge.narrow"))
	}
	t.Lines = append(t.Lines, f.T("tools.merge.good"))
	return &t
}

func (s *Server) mergeThread(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	t, err := s.theirThread(c)
	if err != nil {
		return err
	}
	ctx, by := c.Request.Context(), viewer(c)
	m, err := s.Forum.Merging(ctx, by, t.PID, threadIn(form.Get("into")))
	if err == nil {
		err = s.Forum.Merge(ctx, by, t.PID, m.Into.PID)
	}
	if err != nil {
		return s.showThreadMerge(c, t, form, err)
	}
	return s.done(c, "said.tools.merge", threadPath(m.Into.PID))
}
