package web

import (
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// chooseBoardPage is where somebody who wants to write chooses where.
type chooseBoardPage struct {
	frame
	Families []boardFamily
	From     string // the draft whose words go along, or ""
}

// A boardFamily is the boards of one category that take threads of this reader's.
type boardFamily struct {
	Key, Title, About string
	Boards            []boardChoice
}

type boardChoice struct{ Path, Title, Purpose, Patch, Who string }

var chooseBoardView = newPage[chooseBoardPage]("choose_board.html")

func (s *Server) chooseBoard(c *gin.Context) error {
	by := viewer(c)
	boards, err := s.Forum.Boards(c.Request.Context(), by)
	if err != nil {
		return err
	}
	f := s.frame(c)
	f = s.frame(c, f.T("write.choose"))
	page := chooseBoardPage{frame: f, From: c.Query("draft")}
	for _, category := range []forum.Category{forum.Medical, forum.Personal} {
		family := boardFamily{string(category), f.T("category." + string(category)), f.T("category." + string(category) + ".about"), nil}
		for _, b := range boards {
			if b.Category == category && forum.CanOpen(someone(by), b.Board) == nil {
				family.Boards = append(family.Boards, f.boardChoice(b.Board, page.From))
			}
		}
		if family.Boards != nil {
			page.Families = append(page.Families, family)
		}
	}
	return chooseBoardView.show(c, page)
}

func (f frame) boardChoice(b forum.Board, from string) boardChoice {
	one := boardChoice{Path: boardPath(b.Slug) + "/write", Title: b.Title, Purpose: b.Purpose, Patch: b.Patch, Who: f.T("write.who." + string(b.Audience))}
	if from != "" {
		one.Path += "?draft=" + query(from)
	}
	return one
}

// writeForm shows the form for writing at a place of a kind: empty, or with what
// this reader began to write there.
func (s *Server) writeForm(kind forum.DraftKind) handler {
	return func(c *gin.Context) error {
		p, err := s.find(c, target{kind, c.Param("board"), c.Param("post")})
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
	w.target = p.target
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

// post puts the words where they go.
func (s *Server) post(c *gin.Context, p place, w writing) error {
	by, now := viewer(c), s.Now()
	if by.Guest() {
		return s.askToJoin(c, p, w)
	}
	if err := s.pace.may(by, w.FormKey, now); err != nil {
		return s.writeAgain(c, p, w, err)
	}
	if err := s.sameDraft(c, &w); err != nil {
		return s.writeAgain(c, p, w, err)
	}
	put, err := s.put(c, p, w)
	if gone(err) {
		return s.noPlace(c, w, err)
	}
	if err != nil {
		return s.writeAgain(c, p, w, err)
	}
	s.pace.count(by, w.FormKey, now)
	if put.before(now) {
		return s.postedBefore(c, w, put)
	}
	s.tellOf(by, put.said, put.pid)
	return goTo(c, put.path)
}

// gone reports whether err says that words cannot go where they were to go.
func gone(err error) bool {
	return fault.Is(err, fault.NotFound) || fault.Is(err, fault.Gone) || fault.Is(err, fault.Forbidden)
}

// A putPost is a post that stands.
type putPost struct {
	path string // where it is read
	said string // what its author is told
	pid  string // its public id
	at   time.Time
}

// before reports whether it stood before now: the form was sent twice.
func (p putPost) before(now time.Time) bool {
	return !p.at.IsZero() && p.at.Before(now.Truncate(time.Millisecond))
}

func (s *Server) put(c *gin.Context, p place, w writing) (putPost, error) {
	ctx, by := c.Request.Context(), viewer(c)
	switch p.Kind {
	case forum.DraftThread:
		form, err := w.newThread()
		if err != nil {
			return putPost{}, err
		}
		t, err := s.Forum.Open(ctx, by, p.Board.ID, form)
		if err != nil {
			return putPost{}, err
		}
		return s.foundOpening(c, t)
	case forum.DraftEdit:
		if _, err := s.Forum.Edit(ctx, by, p.Post.PID, w.change()); err != nil {
			return putPost{}, err
		}
		return s.found(c, p.Post.PID, "said.changed", time.Time{})
	}
	post, err := s.Forum.Reply(ctx, by, p.Post.PID, w.newReply())
	if err != nil {
		return putPost{}, err
	}
	return s.found(c, post.PID, "said.posted", post.WrittenAt)
}

// foundOpening is where a thread that was opened stands.
func (s *Server) foundOpening(c *gin.Context, t forum.Thread) (putPost, error) {
	put := putPost{path: threadPath(t.PID), said: "said.posted", at: t.OpenedAt}
	page, err := s.Forum.ThreadPage(c.Request.Context(), viewer(c), t, forum.View{Order: forum.OldestFirst})
	if err != nil {
		failed(c, "the page of a new thread was not found", err)
		return put, nil
	}
	put.pid = page.Opening.PID
	return put, nil
}

// found is where a post that was put stands. That it stands is certain; should its
// page not be found, its own address leads to it.
func (s *Server) found(c *gin.Context, pid, said string, at time.Time) (putPost, error) {
	path, err := s.pathTo(c, pid)
	if err != nil {
		failed(c, "the page of a new post was not found", err)
		path = postPath(pid)
	}
	return putPost{path: path, said: said, pid: pid, at: at}, nil
}
