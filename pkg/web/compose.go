package web

import (
	"html/template"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/text"
)

// composePage is the one form for writing: to open a thread, to answer, to change.
// After a look, what was seen stands beside it.
type composePage struct {
	frame
	W        writing
	Heading  string
	Action   string
	Board    forum.Board
	Who      string // can read it, in words
	Hint     string // what would help the one who reads it
	Answered template.HTML
	About    string // the thread's title
	Path     string // the thread
	Label    string // of the words
	Asker    string // where the rest of what an asker may say is changed

	Titled, Opens, Knows bool
	Wishes, Labels       []readingOption
	Notes, KnowWays      []readingOption
	Audience             []readingOption // who may read it, where there is a choice
	OwnNote              string          // a content note in words of their own
	Name                 *freshName      // nil when the name here is settled
	AskFrom, AskUntil    string
	More                 bool // whether what is seldom needed stands open

	Status  string // whether it is kept
	Begun   string // where an empty form is, when this one holds a draft
	Compare string // where another version of the draft is
	Quoting bool   // a part of a post is being chosen
	Quoted  bool   // one was put in
	QuoteOf string // public id of that post
	QuoteBy string // its author
	Part    string // its words
	Check   *lookPart
	Now     *standing
	Guest   bool
	Device  string // where a script may keep a copy: "own", "shared" or "guest"
}

// standing is what a post says now, when somebody changed it meanwhile.
type standing struct {
	Title string
	Words template.HTML
}

var composeView = newWritingPage[composePage]("compose.html")

// newWritingPage is newPage with the parts that pages for writing share.
func newWritingPage[T any](name string) view[T] {
	return read[T](name, "base.html", "parts.html", "answer.html", "look.html", name)
}

// composePage makes the form for p with what w holds.
func (s *Server) composePage(c *gin.Context, p place, w writing) (composePage, error) {
	f := s.formFrame(c)
	page := composePage{W: w, Board: p.Board, Action: p.path(), Titled: p.titled(), Opens: p.opens(), Knows: p.knows(), Guest: f.Viewer.Guest()}
	page.Heading = f.composeHeading(p)
	page.frame = s.formFrame(c, page.Heading, p.Board.Title)
	page.Crumbs = []crumb{{f.T("frame.boards"), "/"}, {p.Board.Title, boardPath(p.Board.Slug)}}
	page.Who = f.whoReads(p)
	page.Label = f.T("write.words")
	if !p.opens() {
		page.About, page.Path = f.titleOf(p.Thread), threadPath(p.Thread.PID)
		page.Crumbs = append(page.Crumbs, crumb{page.About, page.Path})
	}
	if p.Kind == forum.DraftReply {
		me, err := s.Forum.NameIn(c.Request.Context(), f.Viewer, p.Thread.ID)
		if err != nil {
			return page, err
		}
		if f.Viewer.Guest() || me.ID != p.Thread.OpenedBy.ID { // otherwise the wish is their own
			page.Hint = f.wishOf(p.Thread.Wish, "hint")
		}
		if page.Answered, err = s.wholePost(c, f, p.Thread, p.Post); err != nil {
			return page, err
		}
		if err := s.quotable(c, &page, p); err != nil {
			return page, err
		}
	}
	if p.Kind == forum.DraftEdit && p.Before.Opening() {
		page.Asker = page.Path + "/mine"
	}
	page.Device = copies(f.Viewer)
	page.Status = page.kept(s.Now())
	if w.Beside != "" {
		page.Compare = draftPath(forum.Draft{PID: w.Draft}) + "/compare"
	}
	return page, s.offer(c, &page, p)
}

// whoReads says who will be able to read what is written there.
func (f frame) whoReads(p place) string {
	what, who := "write.who.", forum.Members
	if !p.opens() {
		what = "write.who_thread."
	}
	if p.public() {
		who = forum.Public
	}
	return f.T(what + string(who))
}

func (f frame) composeHeading(p place) string {
	switch {
	case p.Kind == forum.DraftEdit:
		return f.T("edit.title")
	case p.opens():
		return f.T("board.write", "Board", p.Board.Title)
	case p.Post.Mine:
		return f.T("answer.heading_mine")
	}
	return f.T("answer.heading", "Name", f.authorOf(p.Post))
}

// copies says where a script may keep a copy of the words: on a device of their
// own, on one that others use, or on a guest's, who has not said which.
func copies(by account.Account) string {
	switch {
	case by.Guest():
		return "guest"
	case by.Session.Kind == account.SharedDevice:
		return "shared"
	}
	return "own"
}

// kept says whether and when the words were kept.
func (p *composePage) kept(now time.Time) string {
	switch {
	case p.W.SavedAt.IsZero():
		return ""
	case p.Guest:
		return p.T("write.saved_guest", "Clock", p.Clock(p.W.SavedAt))
	case now.Sub(p.W.SavedAt) < 12*time.Hour:
		return p.T("write.saved", "Clock", p.Clock(p.W.SavedAt))
	}
	return p.T("write.saved_on", "When", p.When(p.W.SavedAt))
}

// besideNow shows what the post says now beside what was typed; sent again, the
// form means to replace that.
func (p *composePage) besideNow(at place) {
	p.W.Revision = at.Before.Revision
	p.Now = &standing{Words: at.Post.HTML.With(text.Living{})}
	if at.Before.Opening() {
		p.Now.Title = at.Thread.Title
	}
}
