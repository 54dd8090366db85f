package web

import (
	"html/template"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/seal"
)

// talkPage is a conversation between a member and the moderators: for the member on
// one of their own pages, for moderators at the desk. Who has read what is told to
// nobody.
type talkPage struct {
	mine
	Path, Heading, Lead string
	Lines               []talkLine
	Earlier             string // where the lines before these are read
	Words, Key          string
	Desk                bool // whoever looks is a moderator
	Waits               bool // for the moderators
}

type talkLine struct {
	Name, Patch, When, Stamp string
	Desk                     bool // said by a moderator
	Words                    template.HTML
	Wiped                    bool
	ID                       int64
}

var talkView = newAccountPage[talkPage]("talk.html")

func (s *Server) readTalk(c *gin.Context) error {
	page, err := s.talkPage(c)
	if err != nil {
		return err
	}
	keepTyped(c)
	return talkView.show(c, page)
}

// talkPage is the talk of the address, as its member or the desk sees it: each has
// their own address for it, and the other's is not here.
func (s *Server) talkPage(c *gin.Context) (talkPage, error) {
	before, _ := strconv.ParseInt(c.Query("before"), 10, 64)
	t, err := s.Notices.Talk(c.Request.Context(), viewer(c), c.Param("talk"), before)
	if err != nil {
		return talkPage{}, err
	}
	desk := c.GetBool("desk")
	if desk == t.Mine {
		return talkPage{}, notHere(c)
	}
	f := s.frame(c)
	page := talkPage{Path: talkPath(t.PID), Heading: f.T("talk.title"), Lead: f.T("talk.lead"), Key: seal.Token(), Desk: desk, Waits: t.Waiting == notice.DeskSide}
	if desk {
		page.Path, page.Heading, page.Lead = deskTalkPath(t.PID), f.T("desk_talk.title", "Name", f.nameOf(t.With)), f.T("desk_talk.lead")
		page.mine = mine{frame: s.deskFrame(c, "talks", page.Heading, crumb{f.T("desk_talks.title"), "/desk/talks"})}
	} else {
		page.mine = s.mine(c, "talk.title", crumb{f.T("message.title"), "/you/messages"})
	}
	for _, l := range t.Lines {
		page.Lines = append(page.Lines, page.talkLine(l))
	}
	if t.Previous != 0 {
		page.Earlier = page.Path + "?before=" + strconv.FormatInt(t.Previous, 10)
	}
	return page, nil
}

func (f frame) talkLine(l notice.Line) talkLine {
	return talkLine{Name: f.nameOf(l.By), Patch: l.By.Patch(), When: f.When(l.At), Stamp: f.Stamp(l.At), Desk: l.Side == notice.DeskSide,
		Words: l.HTML.Template(), Wiped: !l.WipedAt.IsZero(), ID: l.ID}
}

// say takes words for the talk of the address; a moderator may also say that it
// waits for nobody.
func (s *Server) say(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("talk")
	if _, err := s.talkPage(c); err != nil {
		return err
	}
	path, said := talkPath(pid), "said.talk"
	if c.GetBool("desk") {
		path, said = deskTalkPath(pid), "said.talk_answered"
	}
	if c.GetBool("desk") && form.Get("do") == "settle" {
		if err := s.Notices.Settle(ctx, by, pid); err != nil {
			return err
		}
		s.tell(by, "said.talk_settled")
		return goTo(c, "/desk/talks")
	}
	if err := s.Notices.Say(ctx, by, pid, form.Get("key"), form.Get("words")); err != nil {
		return s.talkAgain(c, form, err)
	}
	s.tell(by, said)
	return goTo(c, path+"#last")
}

func (s *Server) talkAgain(c *gin.Context, form url.Values, why error) error {
	page, err := s.talkPage(c)
	if err != nil {
		return why
	}
	page.Words = form.Get("words")
	if key := form.Get("key"); key != "" {
		page.Key = key
	}
	return again(c, talkView, &page, &page.frame, why)
}

// atDesk marks an address as the desk's.
func atDesk(h handler) handler {
	return func(c *gin.Context) error {
		c.Set("desk", true)
		return h(c)
	}
}

// deskTalksPage lists the talks on a moderator's boards.
type deskTalksPage struct {
	frame
	Of   string // those that wait for the moderators, "answered" or "settled"
	Rows []deskTalkRow
	Next string
}

type deskTalkRow struct{ Path, Name, Patch, Where, When, Stamp string }

var deskTalksView = newPage[deskTalksPage]("desk_talks.html")

func (s *Server) deskTalks(c *gin.Context) error {
	ctx, by := c.Request.Context(), viewer(c)
	of, turn := c.Query("of"), notice.DeskSide
	switch of {
	case "answered":
		turn = notice.MemberSide
	case "settled":
		turn = notice.NoSide
	default:
		of = ""
	}
	found, err := s.Notices.DeskTalks(ctx, by, turn, c.Query("from"))
	if err != nil {
		return err
	}
	f := s.frame(c)
	page := deskTalksPage{frame: s.deskFrame(c, "talks", f.T("desk_talks.title")), Of: of}
	boards, err := s.Forum.Boards(ctx, by)
	if err != nil {
		return err
	}
	names := map[int64]string{}
	for _, b := range boards {
		names[int64(b.ID)] = b.Title
	}
	for _, t := range found.Talks {
		row := deskTalkRow{Path: deskTalkPath(t.PID), Name: f.nameOf(t.With), Patch: t.With.Patch(), Where: names[t.Board], When: f.When(t.LastAt), Stamp: f.Stamp(t.LastAt)}
		if row.Where == "" {
			row.Where = f.T("desk_talks.site")
		}
		page.Rows = append(page.Rows, row)
	}
	if found.Next != "" {
		page.Next = "/desk/talks?of=" + of + "&from=" + query(found.Next)
	}
	return deskTalksView.show(c, page)
}

func deskTalkPath(pid string) string { return "/desk/talk/" + pid }
