package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// What is new to a member in a conversation is said three ways, never by colour
// alone: a word on the post, a line above the replies, and a link from each new
// reply to the next.

// chainNew links each new reply of the page to the next, and the last one to the
// next page that has any.
func (s *Server) chainNew(c *gin.Context, d *drawing, p *threadPage) error {
	var fresh []*placed
	var last int64
	byPID := map[string]int64{}
	for _, r := range d.page.InOrder() {
		byPID[r.PID] = r.Seq
	}
	each(p.Replies, func(one *placed) {
		if one.New {
			fresh = append(fresh, one)
			last = max(last, byPID[one.PID])
		}
	})
	if len(fresh) == 0 {
		return nil
	}
	for i, one := range fresh[:len(fresh)-1] {
		one.NextNew = &onward{d.f.T("thread.next_new"), "#p-" + fresh[i+1].PID}
	}
	further, err := s.Forum.NextNew(c.Request.Context(), d.f.Viewer, d.thread, last)
	if err != nil {
		return err
	}
	if end := fresh[len(fresh)-1]; further != "" {
		end.NextNew = &onward{d.f.T("thread.next_new"), postPath(further)}
	} else {
		end.LastNew = d.f.T("thread.last_new")
	}
	return nil
}

func each(posts []*placed, do func(*placed)) {
	for _, p := range posts {
		do(p)
		each(p.Replies, do)
	}
}

// latestOn is the highest sequence that a page shows.
func latestOn(page *forum.Page) int64 {
	latest := int64(0)
	if page.Root == nil {
		latest = page.Opening.Seq
	} else {
		latest = page.Root.Seq
	}
	for _, r := range page.InOrder() {
		latest = max(latest, r.Seq)
	}
	return latest
}

// sinceLast says what is new since somebody was here, or nothing on a first visit
// and when nothing is.
func (s *Server) sinceLast(c *gin.Context, p threadPage, page *forum.Page, visit forum.Visit) (*since, error) {
	f := p.frame
	if visit.First || visit.After >= page.Thread.LastSeq {
		return nil, nil
	}
	pid, isNew, err := s.Forum.FirstNew(c.Request.Context(), f.Viewer, page.Thread)
	if err != nil || !isNew {
		return nil, err
	}
	path := postPath(pid)
	if onPage(page)[pid] {
		path = "#p-" + pid
	}
	said, day := &since{Path: path}, f.onDay(visit.Since.Time())
	if f.Look.Low() { // asked for no counts
		said.Words = f.T("thread.new_since", "Day", day)
		return said, nil
	}
	n, err := s.Forum.CountNew(c.Request.Context(), f.Viewer, page.Thread, visit.After)
	if said.Words = f.N("thread.new_count", n, "Day", day); n >= forum.MostNew {
		said.Words = f.T("thread.new_most", "N", forum.MostNew, "Day", day)
	}
	return said, err
}

// firstNew leads to the first reply that is new to a member; where nothing is, to
// the latest.
func (s *Server) firstNew(c *gin.Context) error {
	ctx, by := c.Request.Context(), viewer(c)
	t, err := s.Forum.Thread(ctx, by, c.Param("thread"))
	if err != nil {
		return err
	}
	pid, _, err := s.Forum.FirstNew(ctx, by, t)
	if err != nil {
		return err
	}
	path, err := s.pathTo(c, pid)
	if err != nil {
		return err
	}
	return goTo(c, path)
}
