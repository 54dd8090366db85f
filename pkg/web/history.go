package web

import (
	"regexp"
	"strings"
	"time"

	"github.com/aymanbagabas/go-udiff"
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/text"
)

// historyPage shows what a post said before, to its author and the moderators of
// its board.
type historyPage struct {
	frame
	Path     string // of the post
	Versions []version
	Erase    bool // its author can have the earlier ones erased
}

// A version is what a post said once, and what was changed to make it.
type version struct {
	Heading string
	Title   string   // of the thread, where that was changed too
	Words   []change // from the version before
	Erased  string
	First   bool
	Removed bool
}

// A change is some words of a version: they stood before, are new, or were taken out.
type change struct {
	Words      string
	Added, Out bool
}

var historyView = newPage[historyPage]("history.html")

func (s *Server) readHistory(c *gin.Context) error {
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("post")
	t, post, err := s.Forum.Post(ctx, by, pid)
	if err != nil {
		return err
	}
	earlier, err := s.Forum.Revisions(ctx, by, pid)
	if err != nil {
		return err
	}
	f := s.frame(c)
	f = s.frame(c, f.T("history.title"))
	f.Crumbs = []crumb{{f.titleOf(t), threadPath(t.PID)}}
	page := historyPage{frame: f, Path: postPath(pid)}
	now := forum.Revision{Number: len(earlier) + 1, Source: post.Source, WrittenAt: post.ChangedAt}
	if post.Opening() {
		now.Title = t.Title
	}
	all := append([]forum.Revision{now}, earlier...)
	for i, v := range all {
		before := forum.Revision{}
		if i+1 < len(all) {
			before = all[i+1]
		}
		page.Versions = append(page.Versions, f.version(v, before, i == 0, post.Removed() && i == 0))
		page.Erase = page.Erase || post.Mine && i > 0 && !v.Erased()
	}
	return historyView.show(c, page)
}

// version puts v into words, as a change of the version before.
func (f frame) version(v, before forum.Revision, now, removed bool) version {
	row := version{Heading: f.T("history.from", "When", f.momentOf(v.WrittenAt)), First: before.Number == 0, Removed: removed}
	if now {
		row.Heading = f.T("history.now")
	}
	if v.Erased() {
		row.Erased = f.T("history.erased", "When", f.When(v.ErasedAt))
		return row
	}
	if v.Title != before.Title {
		row.Title = v.Title
	}
	row.Words = changes(text.Plain(before.Source), text.Plain(v.Source))
	if before.Number == 0 || before.Erased() {
		row.Words = []change{{Words: text.Plain(v.Source)}}
	}
	return row
}

func (f frame) momentOf(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return f.When(at)
}

var word = regexp.MustCompile(`\S+\s*|\s+`)

// changes compares two texts word by word.
func changes(before, after string) (all []change) {
	was, is := word.FindAllString(before, -1), word.FindAllString(after, -1)
	from, at, to := 0, 0, 0 // words of was, their place in its lines, and words of is
	step := func(until int) {
		for start := to; from < len(was) && (at < until || until < 0); from, to = from+1, to+1 {
			at += len(asLine(was[from]))
			if at == until || from+1 == len(was) {
				all = append(all, change{Words: strings.Join(is[start:to+1], "")})
			}
		}
	}
	for _, e := range udiff.Lines(asLines(was), asLines(is)) {
		step(e.Start)
		out := from
		for ; at < e.End; from++ {
			at += len(asLine(was[from]))
		}
		if out < from {
			all = append(all, change{Words: strings.Join(was[out:from], ""), Out: true})
		}
		if n := strings.Count(e.New, "\n"); n > 0 {
			all = append(all, change{Words: strings.Join(is[to:to+n], ""), Added: true})
			to += n
		}
	}
	step(-1)
	return all
}

// asLine is a word as a line of its own, for a comparison that knows lines.
func asLine(word string) string { return strings.TrimSpace(word) + "\n" }

func asLines(words []string) string {
	var out strings.Builder
	for _, w := range words {
		out.WriteString(asLine(w))
	}
	return out.String()
}

func (s *Server) eraseHistory(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	by, pid := viewer(c), c.Param("post")
	if err := s.Forum.EraseEarlier(c.Request.Context(), by, pid); err != nil {
		return err
	}
	s.tell(by, "said.erased")
	return goTo(c, postPath(pid)+"/history")
}
