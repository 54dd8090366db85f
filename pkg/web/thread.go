package web

import (
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// threadPage is one page of a conversation.
type threadPage struct {
	frame
	Path       string
	Heading    string // of a page that starts from a reply, or shows one post
	WholePath  string // back to the whole conversation, at the post one came from
	Safety     string // what the board says on every conversation
	Notices    []string
	Opening    *placed
	LedHere    []*placed
	Root       *placed
	One        bool // one post at a time
	Count      string
	Orders     []order
	Replies    []*placed
	Pages      pager
	Skip       string // one by one: the next top-level reply
	Since      *since
	Card       template.HTML // where help is, when the post it stands above is not on this page
	Held       []heldRow     // the reader's own, which waits for a moderator
	End        string
	Answer     *answerBox
	About      []string
	Moderators bool
}

// An answerBox is where to write, and what would help the one who reads it.
type answerBox struct {
	Heading, Label, Hint string
	Path                 string // of the reply's own page
	Post                 string // public id of the one that is answered
	Device               string // where a script may keep a copy of the words
	Key                  string // a form of this key posts once; "" when the form is on its own page
	Made                 string // when it was made, sealed
}

var threadView = newPage[threadPage]("thread.html")

// asked is what the address of a thread's page asks for.
type asked struct {
	pid   string
	view  forum.View
	usual forum.PageOrder // what this reader gets without asking
}

func askedFor(c *gin.Context) asked {
	a := asked{pid: c.Param("thread"), usual: forum.OldestFirst}
	if lookOf(c).Low() {
		a.usual = forum.OneByOne
	}
	a.view = forum.View{Order: a.usual, From: c.Query("from"), Root: c.Param("post")}
	for _, o := range pageOrders {
		if c.Query("order") == string(o) {
			a.view.Order = o
		}
	}
	if a.view.Root != "" && (a.view.Order == forum.OneByOne || a.view.Order == forum.Flat) {
		a.view.Order = forum.OldestFirst
	}
	return a
}

var pageOrders = []forum.PageOrder{forum.OldestFirst, forum.NewestFirst, forum.Flat, forum.OneByOne}

func (s *Server) readThread(c *gin.Context) error {
	ctx, by, a := c.Request.Context(), viewer(c), askedFor(c)
	card, known := s.Forum.Version(a.pid)
	if !known || !forum.SeesCard(by, card) || by.Member() {
		t, err := s.Forum.Thread(ctx, by, a.pid)
		if err != nil {
			return err
		}
		if t.PID != a.pid { // merged into another
			c.Redirect(http.StatusMovedPermanently, threadPath(t.PID))
			return nil
		}
		if by.Member() {
			return s.showThread(c, by, t, a)
		}
		card = forum.Card{ID: t.ID, PID: t.PID, Board: t.Board, Audience: t.Audience, Version: t.Version}
	}
	board, err := s.boardOf(ctx, card.Board)
	if err != nil {
		return err
	}
	if board.Indexed && card.Audience == forum.Public && s.Site.Now().Indexed {
		indexed(c)
	}
	spoken := s.Forum.ListVersion(by, 0)
	key := keyOf("thread", a.pid, card.Version, s.Forum.BoardsVersion(), a.view.Order, fromKey(a.view.From), a.view.Root)
	if _, ok := s.speaking.find(key); ok {
		key = keyOf(key, "says", spoken)
	}
	return readPage(s, c, threadView, key, func() (threadPage, error) {
		t, err := s.Forum.Thread(ctx, by, a.pid)
		if err != nil {
			return threadPage{}, err
		}
		page, err := s.Forum.ThreadPage(ctx, by, t, a.view)
		if err != nil {
			return threadPage{}, err
		}
		made, speaks, err := s.drawThread(c, board, &page, a.usual, forum.Visit{First: true})
		if speaks {
			s.speaking.keep(key, true)
		}
		return made, err
	})
}

// showThread answers a member, for whom marks are kept, and moved unless their
// browser only fetches ahead.
func (s *Server) showThread(c *gin.Context, by account.Account, t forum.Thread, a asked) error {
	ctx := c.Request.Context()
	page, err := s.Forum.ThreadPage(ctx, by, t, a.view)
	if err != nil {
		return err
	}
	visit := forum.Visit{First: true}
	if moves(c) {
		if visit, err = s.Forum.Visit(ctx, by, t, latestOn(&page)); err != nil {
			return err
		}
	}
	board, err := s.boardOf(ctx, t.Board)
	if err != nil {
		return err
	}
	made, _, err := s.drawThread(c, board, &page, a.usual, visit)
	if err != nil {
		return err
	}
	if made.Since, err = s.sinceLast(c, made, &page, visit); err != nil {
		return err
	}
	if err := s.ownThere(c, &made, &page); err != nil {
		return err
	}
	return threadView.show(c, made)
}

// drawThread turns a page of a thread into what its template shows, and reports
// whether anything on it quotes or names others.
func (s *Server) drawThread(c *gin.Context, board forum.Board, page *forum.Page, usual forum.PageOrder, visit forum.Visit) (p threadPage, speaks bool, err error) {
	f, t := s.frame(c), page.Thread
	title := f.titleOf(t)
	f = s.frame(c, title, board.Title)
	f.Crumbs = []crumb{{f.T("frame.boards"), "/"}, {board.Title, boardPath(board.Slug)}}
	d := &drawing{s: s, f: f, thread: t, page: page, here: onPage(page), seen: visit.After, looks: f.Viewer.Moderates(int64(t.Board)),
		spoken: s.Forum.ListVersion(f.Viewer, 0)}
	if visit.First {
		d.seen = nothingSeen
	}
	if d.muted, err = s.mutedBy(c.Request.Context(), f.Viewer); err != nil {
		return p, false, err
	}
	texts := page.Texts()
	if d.living, err = s.Forum.Living(c.Request.Context(), f.Viewer, postPath, texts...); err != nil {
		return p, false, err
	}
	d.living.Gone, d.living.Unseen, d.living.Nobody, d.living.Cover = f.T("post.quote_gone"), f.T("apart.quote"), f.T("name.gone"), f.covered
	p = threadPage{frame: f, Path: threadPath(t.PID), Safety: board.Safety, One: page.View.Order == forum.OneByOne, Moderators: d.looks, Heading: title}
	if err := d.posts(&p); err != nil {
		return p, false, err
	}
	if err := s.chainNew(c, d, &p); err != nil {
		return p, false, err
	}
	p.sayThere(heardOf(c))
	if page.Root != nil {
		p.Heading = f.T("thread.from", "Title", title)
		p.WholePath = d.wholePath()
	}
	p.Count = f.T("thread.replies_head")
	if !f.Look.Low() && page.Root == nil {
		p.Count = f.N("thread.replies", t.Replies)
	}
	p.Orders = d.orders(usual)
	path := viewPath(t.PID, page.View, usual)
	p.Pages = pagesOf(path, page.First, page.Previous, page.Next, page.Last)
	p.Skip = address(path, page.NextTop)
	p.Notices = d.notices(s.Now(), board)
	p.End = d.end()
	p.Answer = d.answerBox()
	p.About = d.about(board)
	return p, len(texts) > 0, nil
}

// sayThere tells what was just done at the post it was done with, where that is on
// the page.
func (p *threadPage) sayThere(post string) {
	if post == "" || p.Said == "" {
		return
	}
	here := append([]*placed{p.Opening}, p.Replies...)
	if p.Root != nil {
		here = append(here, p.Root)
	}
	each(here, func(one *placed) {
		if one.PID == post && p.Said != "" {
			one.Said, p.Said = p.Said, ""
		}
	})
}

// posts makes every post of the page.
func (d *drawing) posts(p *threadPage) (err error) {
	if p.Opening, err = d.place(d.page.Opening, openingLevel); err != nil {
		return err
	}
	for _, r := range d.page.LedHere {
		led, err := d.place(r, 1)
		if err != nil {
			return err
		}
		p.LedHere = append(p.LedHere, led)
	}
	if d.page.Root != nil {
		if p.Root, err = d.place(d.page.Root, rootLevel); err != nil {
			return err
		}
	}
	level := 1
	if p.One {
		level = rootLevel
	}
	for _, r := range d.page.Replies {
		reply, err := d.place(r, level)
		if err != nil {
			return err
		}
		p.Replies = append(p.Replies, reply)
	}
	return nil
}

func onPage(page *forum.Page) map[string]bool {
	here := map[string]bool{page.Opening.PID: page.Root == nil && (page.View.Order != forum.OneByOne || len(page.Replies) == 0)}
	for _, r := range page.InOrder() {
		here[r.PID] = true
	}
	for _, r := range page.LedHere {
		here[r.PID] = true
	}
	if page.Root != nil {
		here[page.Root.PID] = true
	}
	return here
}

// permalink leads to the page that shows a post, wherever that is today.
func (s *Server) permalink(c *gin.Context) error {
	path, err := s.pathTo(c, c.Param("post"))
	if err != nil {
		return err
	}
	c.Redirect(http.StatusFound, path)
	return nil
}

// pathTo is where the post called pid is read.
func (s *Server) pathTo(c *gin.Context, pid string) (string, error) {
	place, err := s.Forum.Place(c.Request.Context(), viewer(c), pid)
	if err != nil {
		return "", err
	}
	v := place.View
	if lookOf(c).Low() && v.Root == "" { // one post at a time: the page of that post
		v.From = place.Post
	}
	path := viewPath(place.Thread.PID, v, v.Order)
	return address(path, forum.Link{Show: true, From: v.From}) + "#p-" + place.Post, nil
}
