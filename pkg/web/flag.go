package web

import (
	"encoding/base64"
	"encoding/json"
	"html/template"
	"net/url"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/seal"
)

// flagPage calls a moderator, by one of two doors that are kept apart: worry about
// somebody is no complaint about them. Afterwards it says what happens next.
type flagPage struct {
	frame
	Path, Heading string
	About         string        // what it is about, in words
	Post          template.HTML // of a post or a thread
	Kinds         []readingOption
	Worry, Words  string // what was typed at each door
	Back          string // what it is about
	Done          moderation.Door
	Thanks        string   // once it is done
	Helps         []string // what somebody who worries can say now
	Lines         []helpline
}

var flagView = newPage[flagPage]("flag.html")

// flagForm shows both doors, or what happens next.
func (s *Server) flagForm(on moderation.TargetKind) handler {
	return func(c *gin.Context) error {
		page, err := s.flagPage(c, on)
		if err != nil {
			return err
		}
		if door := moderation.Door(c.Query("sent")); viewer(c).Member() && (door == moderation.CareDoor || door == moderation.ConductDoor) {
			page.done(moderation.FlagOutcome{Door: door, Already: c.Query("again") != ""}, s.Now())
			return flagView.show(c, page)
		}
		page.fill(s.keptFlag(c))
		keepTyped(c)
		return flagView.show(c, page)
	}
}

// flagPage is the page about a post, a thread or a name, for whoever may see it.
func (s *Server) flagPage(c *gin.Context, on moderation.TargetKind) (page flagPage, err error) {
	ctx, by := c.Request.Context(), viewer(c)
	f := s.frame(c)
	switch on {
	case moderation.OnName:
		if by.Guest() {
			return page, fault.New(fault.SignIn, "fault.sign_in")
		}
		n, err := s.Forum.Name(ctx, by, c.Param("name"))
		if err != nil {
			return page, err
		}
		if n.State == account.Former {
			return page, notHere(c)
		}
		page.Back, page.About = "/u/"+n.PID, f.T("flag.about_name", "Name", f.nameOf(n))
	default:
		pid := c.Param("post")
		if on == moderation.OnThread {
			t, err := s.Forum.Thread(ctx, by, c.Param("thread"))
			if err != nil {
				return page, err
			}
			if pid, err = s.openingOf(c, t); err != nil {
				return page, err
			}
			page.Back = threadPath(t.PID)
		}
		t, p, err := s.Forum.Post(ctx, by, pid)
		if err != nil {
			return page, err
		}
		if p.Removed() {
			return page, fault.New(fault.Gone, "fault.post_gone")
		}
		if page.Back == "" {
			page.Back = postPath(p.PID)
		}
		page.About = f.T("flag.about_post", "Name", f.authorOf(p))
		if page.Post, err = s.wholePost(c, f, t, p); err != nil {
			return page, err
		}
	}
	page.frame = s.formFrame(c, f.T("flag.title"))
	page.Path, page.Heading = page.Back+"/flag", f.T("flag.title")
	for _, kind := range moderation.ConductKinds {
		page.Kinds = append(page.Kinds, readingOption{Value: string(kind), Title: f.T("flag.kind." + string(kind)), Hint: f.hint("flag.kind." + string(kind) + ".hint")})
	}
	return page, nil
}

// done turns the page into the one that says what happens next.
func (p *flagPage) done(o moderation.FlagOutcome, now time.Time) {
	p.Heading, p.Done, p.Thanks = p.T("flag.title_done"), o.Door, p.T(o.Says())
	for _, key := range o.Helps() {
		p.Helps = append(p.Helps, p.T(key))
	}
	if o.Door == moderation.CareDoor {
		p.Lines, _ = p.helplines(now)
	}
}

// flag calls a moderator. A guest is asked to join first, with their words kept.
func (s *Server) flag(on moderation.TargetKind) handler {
	return func(c *gin.Context) error {
		form, err := posted(c)
		if err != nil {
			return err
		}
		page, err := s.flagPage(c, on)
		if err != nil {
			return err
		}
		typed := flagTyped{Path: page.Path, Door: form.Get("door"), Kind: form.Get("kind"), Words: form.Get("words")}
		if viewer(c).Guest() {
			s.keepFlag(c, typed)
			return goTo(c, "/join?next="+query(page.Path))
		}
		o, err := s.Desk.Flag(c.Request.Context(), viewer(c), targetOn(c, on), moderation.Door(typed.Door), moderation.FlagKind(typed.Kind), typed.Words)
		if err != nil {
			page.fill(typed)
			return again(c, flagView, &page, &page.frame, err)
		}
		s.setCookie(c, flagCookie, "", forgotten)
		to := page.Path + "?" + url.Values{"sent": {string(o.Door)}}.Encode()
		if o.Already {
			to += "&again=1"
		}
		return goTo(c, to)
	}
}

// targetOn is what the address names.
func targetOn(c *gin.Context, on moderation.TargetKind) moderation.Target {
	return moderation.Target{Kind: on, PID: c.Param(map[moderation.TargetKind]string{
		moderation.OnPost: "post", moderation.OnThread: "thread", moderation.OnName: "name"}[on])}
}

// flagTyped is what somebody filled in.
type flagTyped struct{ Path, Door, Kind, Words string }

func (p *flagPage) fill(t flagTyped) {
	if t.Path != p.Path {
		return
	}
	if t.Door == string(moderation.CareDoor) {
		p.Worry = t.Words
		return
	}
	p.Words = t.Words
	for i := range p.Kinds {
		p.Kinds[i].Chosen = p.Kinds[i].Value == t.Kind
	}
}

const (
	// flagCookie keeps what a guest told a moderator while they join, for an hour:
	// sealed, and in their browser alone.
	flagCookie                = "kw-flag"
	anHour                    = 60 * 60
	flagPurpose  seal.Purpose = "a guest's flag"
	mostFlagKept              = 3000 // bytes, as browsers keep 4096 of a cookie
)

func (s *Server) keepFlag(c *gin.Context, t flagTyped) {
	plain, err := json.Marshal(t)
	if err != nil || len(plain) > mostFlagKept*3/4 {
		return // longer than may be sent; it goes with the page
	}
	s.setCookie(c, flagCookie, base64.RawURLEncoding.EncodeToString(s.Keys.Seal(flagPurpose, "", plain)), anHour)
}

// keptFlag is what this browser's guest filled in, or nothing.
func (s *Server) keptFlag(c *gin.Context) (t flagTyped) {
	kept, err := c.Cookie(s.cookie(flagCookie))
	if err != nil {
		return t
	}
	sealed, err := base64.RawURLEncoding.DecodeString(kept)
	if err != nil {
		return t
	}
	plain, err := s.Keys.Open(flagPurpose, "", sealed)
	if err != nil || json.Unmarshal(plain, &t) != nil {
		return flagTyped{}
	}
	return t
}
