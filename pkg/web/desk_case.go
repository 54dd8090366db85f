package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/moderation"
)

// casePage is one case with everything that is needed to decide on it.
type casePage struct {
	frame
	Shift    shiftLine
	Row      caseRow
	Where    string // the board, and since when it waits
	Open     bool
	Changed  *changedPart // what changed while somebody was deciding
	Done     *donePart    // what was decided, while that can be undone
	Waits    *waitsPart   // a decision that waits for a second moderator
	Asked    []saidLine   // why it is here, in the words of those who asked
	Noticed  []string     // what the site's own rules noticed
	Text     saidPart
	Person   *personPart
	Fits     string // the agreement that fits
	Past     []pastLine
	Guide    []guideStep // of care: what to do, step by step
	May      string      // why the reader cannot decide, or ""
	Decide   *decidePart
	Appeal   *appealPart
	Notes    []saidLine
	Unmasked string // where the reader learns whose name it is, once two agreed
	Acts     []tool // a note, a second opinion, handing over: each on its own form
	Lanes    []lane
	Then     string // the case after this one in the lanes, and the one before it
	Before   string
}

// A saidLine is what somebody wrote, when, and how it is signed.
type saidLine struct{ By, When, Words string }

var caseView = newDeskPage[casePage]("desk_case.html")

func (s *Server) readCase(c *gin.Context) error {
	w, err := s.Desk.Case(c.Request.Context(), viewer(c), c.Param("case"))
	if err != nil {
		return err
	}
	return s.showCase(c, w, "", url.Values{}, nil)
}

// showCase shows a case. Was says which of its forms was filled in with form, and why
// what is to be mended there.
func (s *Server) showCase(c *gin.Context, w moderation.Whole, was string, form url.Values, why error) error {
	page, err := s.casePage(c, w, was, form)
	if err != nil {
		return err
	}
	return showAgain(c, caseView, page, &page.frame, why)
}

// showStale shows a case that has changed under somebody who was deciding: nothing was
// done, and what they typed is still there.
func (s *Server) showStale(c *gin.Context, old *moderation.StaleError, form url.Values) error {
	page, err := s.casePage(c, old.Now, "decide", form)
	if err != nil {
		return err
	}
	page.Changed = page.changedPart(s, old, form)
	page.Title = page.T("error.title", "Title", page.Title)
	return caseView.showAs(c, http.StatusConflict, *page)
}

func (s *Server) casePage(c *gin.Context, w moderation.Whole, was string, form url.Values) (*casePage, error) {
	ctx, now := c.Request.Context(), s.Now()
	f := s.frame(c)
	page := &casePage{Open: w.Case.Open()}
	page.frame = s.deskFrame(c, "desk", f.caseTitle(w.Case), crumb{f.T("desk.queue." + string(w.Queue)), queuePath(string(w.Queue))})
	boards, err := s.Forum.Boards(ctx, page.Viewer)
	if err != nil {
		return nil, err
	}
	names := boardNames(boards)
	page.Row = page.caseRow(w.Case, names, now)
	page.Where = page.T("case.where", "Board", page.Row.Board, "When", page.When(w.OpenedAt))
	if page.Shift, err = s.shiftLine(c, page.frame); err != nil {
		return nil, err
	}
	page.whyHere(w)
	if page.Text, err = s.saidPart(c, page.frame, w, page.Shift); err != nil {
		return nil, err
	}
	page.Person, page.Past = page.personPart(s, w), page.past(ctx, s, w.Earlier...)
	page.Notes = page.notes(w)
	if page.Lanes, err = s.lanes(ctx, page.frame); err != nil {
		return nil, err
	}
	page.neighbours()
	return page, s.forms(c, page, w, boards, was, form)
}

// whyHere says why a case is here: in the words of those who asked, and never who they are.
func (p *casePage) whyHere(w moderation.Whole) {
	for _, flag := range w.Flags {
		kind := p.T("case.kind." + string(flag.Kind))
		line := saidLine{By: p.T("case.flag.member", "Kind", kind), When: p.When(flag.RaisedAt), Words: flag.Words}
		if flag.ByRules {
			line.By = p.T("case.flag.rules", "Kind", kind)
		}
		if w.Post.Revision > 0 && flag.Revision > 0 && flag.Revision < w.Post.Revision {
			line.When += ". " + p.T("case.flag.earlier")
		}
		p.Asked = append(p.Asked, line)
	}
	for _, why := range w.Held.Why {
		p.Noticed = append(p.Noticed, p.T("screen.case."+why))
	}
	for _, why := range w.Spam {
		p.Noticed = append(p.Noticed, p.T("screen.spam."+why))
	}
	switch {
	case w.Veiled:
		p.Noticed = append(p.Noticed, p.T("case.sign.off_duty"))
	case w.Sign != "":
		p.Noticed = append(p.Noticed, p.T("case.sign."+string(w.Sign)))
	}
}

func (p *casePage) notes(w moderation.Whole) (all []saidLine) {
	for _, n := range w.Notes {
		all = append(all, saidLine{By: p.nameOf(n.By), When: p.When(n.At), Words: n.Words})
	}
	return all
}

// neighbours finds the cases before and after this one, as the lanes have them.
func (p *casePage) neighbours() {
	var paths []string
	at := -1
	for _, l := range p.Lanes {
		for _, row := range l.Rows {
			if row.PID == "" {
				continue
			}
			if row.PID == p.Row.PID {
				at = len(paths)
			}
			paths = append(paths, row.Path)
		}
	}
	switch {
	case at < 0 && len(paths) > 0:
		p.Then = paths[0]
	case at >= 0:
		if at+1 < len(paths) {
			p.Then = paths[at+1]
		}
		if at > 0 {
			p.Before = paths[at-1]
		}
	}
}

// past puts decisions into words.
func (f frame) past(ctx context.Context, s *Server, decisions ...moderation.Decision) (all []pastLine) {
	for _, x := range decisions {
		all = append(all, pastLine{
			What: f.T("case.verdict." + string(x.Verdict)), By: f.nameOf(x.By), When: f.When(x.At), Reason: s.reasonTitle(ctx, f, x.Reason),
			State: f.hint("case.state." + string(x.State)),
		})
	}
	return all
}

// A pastLine is one decision, in words.
type pastLine struct{ What, By, When, Reason, State string }

// reasonTitle is what a reason is called in the reader's language, or "".
func (s *Server) reasonTitle(ctx context.Context, f frame, slug string) string {
	if slug == "" {
		return ""
	}
	title, ok := s.Desk.ReasonTitle(ctx, f.Lang(), slug)
	if !ok {
		return f.reason(slug)
	}
	return strings.TrimSuffix(title, ".")
}
