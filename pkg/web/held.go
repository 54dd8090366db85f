package web

import (
	"html/template"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// heldPage shows something that waits for a moderator: to its author, and to those
// who look after its board.
type heldPage struct {
	frame
	Heading, Lead string
	Reasons       []string // why it waits, each in a sentence
	Until         string   // when somebody will have read it, or who is on duty
	Headed        string   // its title
	Source        string
	Words         template.HTML
	Path, Answers string // of its own page, and of what it answers
	Waits, Mine   bool
	Titled        bool
	Version       int64
}

var heldView = newPage[heldPage]("held.html")

func (s *Server) readHeld(c *gin.Context) error {
	h, err := s.Forum.Held(c.Request.Context(), viewer(c), c.Param("held"))
	if err != nil {
		return err
	}
	if h.State == forum.Posted {
		return goTo(c, postPath(h.PostPID))
	}
	return s.showHeld(c, h, h.Title, h.Source, nil)
}

// showHeld shows the page, with what was typed and what to mend in it.
func (s *Server) showHeld(c *gin.Context, h forum.Held, title, source string, why error) error {
	f := s.frame(c)
	page := heldPage{Heading: f.T("held." + string(h.State) + ".title"), Lead: f.T("held." + string(h.State) + ".lead"), Headed: title, Source: source,
		Path: heldPath(h.PID), Waits: h.State == forum.Waiting, Titled: h.Kind == forum.DraftThread, Version: h.Version, Until: s.readBy(f, h)}
	page.frame = s.frame(c, page.Heading)
	own, err := s.Forum.OwnHeld(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	for _, o := range own {
		page.Mine = page.Mine || o.ID == h.ID && h.Post == 0
	}
	page.Reasons = f.whyHeld(h)
	living, err := s.living(c, f, h.HTML)
	if err != nil {
		return err
	}
	page.Words = h.HTML.With(living)
	if h.ParentPID != "" {
		page.Answers = postPath(h.ParentPID)
	}
	if why == nil {
		return heldView.show(c, page)
	}
	wrong, status, err := problems(page.frame, why)
	if err != nil {
		return err
	}
	page.refused(wrong)
	return heldView.showAs(c, status, page)
}

// changeHeld takes back or writes anew what waits, for its author.
func (s *Server) changeHeld(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("held")
	h, err := s.Forum.Held(ctx, by, pid)
	if err != nil {
		return err
	}
	if form.Get("do") == "withdraw" {
		if err := s.Forum.Withdraw(ctx, by, pid); err != nil {
			return err
		}
		s.tell(by, "said.held_back")
		return goTo(c, "/drafts")
	}
	version, _ := strconv.ParseInt(form.Get("version"), 10, 64)
	words := strings.ReplaceAll(form.Get("words"), "\r\n", "\n")
	if err := s.Forum.ChangeHeld(ctx, by, pid, version, form.Get("title"), words); err != nil {
		return s.showHeld(c, h, form.Get("title"), words, err)
	}
	s.tell(by, "said.held_changed")
	return goTo(c, heldPath(pid))
}

// readBy says until when somebody will have read what waits, where the rota promises
// so; else, or when that is over, who is on duty.
func (s *Server) readBy(f frame, h forum.Held) string {
	by := s.Rota.Promise().ReadBy(h.HeldAt, time.Duration(f.Site.DeskHours)*time.Hour)
	if !by.After(s.Now()) {
		return f.Duty
	}
	return f.T("held.read_by", "When", f.Moment(by))
}

// heldRows are the reader's own that waits, as a page lists it.
func (s *Server) heldRows(c *gin.Context, f frame, held []forum.Held) (rows []heldRow, err error) {
	for _, h := range held {
		living, err := s.living(c, f, h.HTML)
		if err != nil {
			return nil, err
		}
		rows = append(rows, heldRow{Path: heldPath(h.PID), Title: h.Title, Words: h.HTML.With(living), Why: strings.Join(f.whyHeld(h), " ")})
	}
	return rows, nil
}

// whyHeld says why something waits, a sentence each.
func (f frame) whyHeld(h forum.Held) (why []string) {
	for _, key := range h.Why {
		why = append(why, f.T("screen.hold."+key))
	}
	return why
}

func heldPath(pid string) string { return "/held/" + pid }

// waits is where somebody is led whose post waits for a moderator.
func (s *Server) waits(c *gin.Context, h forum.Held, w writing, now time.Time) error {
	s.pace.count(viewer(c), w.FormKey, now)
	return goTo(c, heldPath(h.PID))
}
