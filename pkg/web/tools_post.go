package web

import (
	"html/template"
	"net/url"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// toldPost is the post that a page of tools is about. Of one that was taken away,
// its words are shown all the same: whoever decides must be able to read them.
type toldPost struct {
	Name, Patch, When, Stamp string
	Gone, Why                string
	Note                     string
	Open                     bool
	Words                    template.HTML
}

// theirPost is the post of the address, for those who look after its board.
func (s *Server) theirPost(c *gin.Context) (forum.Thread, *forum.Reply, error) {
	t, p, err := s.Forum.Post(c.Request.Context(), viewer(c), c.Param("post"))
	if err == nil {
		err = forum.CanModerate(viewer(c), t)
	}
	if fault.Is(err, fault.Gone) {
		err = notHere(c)
	}
	return t, p, err
}

func (s *Server) postTools(c *gin.Context) error {
	t, p, err := s.theirPost(c)
	if err != nil {
		return err
	}
	return s.showPostTools(c, t, p, typed(), nil)
}

func (s *Server) showPostTools(c *gin.Context, t forum.Thread, p *forum.Reply, form url.Values, why error) error {
	f := s.frame(c)
	title := f.titleOf(t)
	f = s.frame(c, f.T("tools.title"), title)
	f.Crumbs = []crumb{{title, threadPath(t.PID)}}
	page := toolsPage{frame: f, Heading: f.T("tools.post", "Name", f.nameOf(p.By)), Back: postPath(p.PID), Action: toolsPath(postPath(p.PID))}
	told, err := s.toldPost(c, f, p)
	if err != nil {
		return err
	}
	page.Post, page.Tools = told, f.postToolsOf(t, p, form)
	page.Links = []onward{{f.T("tools.thread"), toolsPath(threadPath(t.PID))}}
	if p.Revision > 1 {
		page.Links = append(page.Links, onward{f.T("tools.history"), postPath(p.PID) + "/history"})
	}
	return showAgain(c, toolsView, &page, &page.frame, why)
}

func (s *Server) toldPost(c *gin.Context, f frame, p *forum.Reply) (*toldPost, error) {
	html := p.HTML
	told := &toldPost{Name: f.nameOf(p.By), Patch: p.By.Patch(), When: f.When(p.WrittenAt), Stamp: f.Stamp(p.WrittenAt), Note: p.Note, Open: f.Look.Notes == "show"}
	if p.Removed() {
		html = p.Kept
		told.Gone, told.Why = f.gone(p.Post)
	}
	living, err := s.Forum.LivingAtDesk(c.Request.Context(), f.Viewer, postPath, html)
	if err != nil {
		return nil, err
	}
	living.Gone, living.Nobody, living.Cover = f.T("post.quote_gone"), f.T("name.gone"), f.covered
	told.Words = html.With(living)
	return told, nil
}

func (f frame) postToolsOf(t forum.Thread, p *forum.Reply, form url.Values) (tools []tool) {
	const key = "tools"
	was := form.Get("do")
	switch {
	case !p.Removed():
		tools = append(tools, f.tool(key, "remove", was, f.reasons("remove", "reason", form, forum.RemoveReasons)))
	case p.RemovedBy == forum.ByModerator && p.WipedAt.IsZero():
		tools = append(tools, f.tool(key, "put_back", was))
	}
	if forum.CanSplit(f.Viewer, t, p.Post) == nil {
		split := f.tool(key, "split", was, f.input("tools.split", "title", "line", form))
		split.Lines = []string{f.N("tools.split.along", p.Descendants)}
		tools = append(tools, split)
	}
	return tools
}

// usePostTool does one thing to a post.
func (s *Server) usePostTool(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	t, p, err := s.theirPost(c)
	if err != nil {
		return err
	}
	ctx, by, path := c.Request.Context(), viewer(c), ""
	do := form.Get("do")
	switch do {
	case "remove":
		err = s.Forum.Remove(ctx, by, p.PID, forum.Reason(form.Get("reason")))
	case "put_back":
		err = s.Forum.Restore(ctx, by, p.PID)
	case "split":
		var made forum.Thread
		made, err = s.Forum.Split(ctx, by, p.PID, form.Get("title"))
		path = threadPath(made.PID)
	default:
		err = fault.New(fault.Invalid, "fault.tool")
	}
	if err != nil {
		return s.showPostTools(c, t, p, form, err)
	}
	if path == "" {
		if path, err = s.pathTo(c, p.PID); err != nil {
			return err
		}
	}
	return s.done(c, "said.tools."+do, path)
}
