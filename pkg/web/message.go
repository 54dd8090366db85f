package web

import (
	"html/template"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/text"
)

// messagePage is one thing that somebody was told: what happened and why, their
// words given back whole, and what they can do now.
type messagePage struct {
	mine
	Path, Heading, Lead string
	When, Stamp         string
	As                  string // the name for one thread that was told, or ""
	Word                *messageWord
	Until               string
	Back                []messageText // what they wrote and what is gone, each of it
	Go                  []messageAct  // where it can be seen or gone on with
	Stays               bool          // what no pause takes away is said
	Second              *messageLook
	Talk                string // where they and the moderators talk about it
	Write               bool   // they may begin to
}

// messageAct is a link to what can be done now. The first is the main one.
type messageAct struct{ Path, Words string }

// messageWord is what a moderator said.
type messageWord struct {
	Then                  bool // it was said with a decision that somebody has looked at again since
	Reason, Agreement, By string
	Message               template.HTML
}

// messageText is somebody's own post, for them to read and use again.
type messageText struct {
	Title, Words, Note string
	Again              string // where to send the form that makes a draft of it
	Warn               bool   // the draft would go under another name: one for one thread is used up
}

// messageLook is the way to somebody else's look.
type messageLook struct {
	Until, Asked string // the last day; when they asked
}

var messageView = newAccountPage[messagePage]("message.html")

func (s *Server) readMessage(c *gin.Context) error {
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("message")
	n, err := s.Notices.Notice(ctx, by, pid)
	if err != nil {
		return err
	}
	if n.Kind == notice.Talked {
		return goTo(c, talkPath(n.Data.Talk))
	}
	page, err := s.messagePage(c, n)
	if err != nil {
		return err
	}
	if err := s.Notices.See(ctx, by, pid); err != nil {
		return err
	}
	return messageView.show(c, page)
}

func (s *Server) messagePage(c *gin.Context, n notice.Told) (messagePage, error) {
	f := s.frame(c)
	f = s.frame(c, f.titleOfNotice(n), f.T("message.title"))
	f.Here = "you"
	f.Crumbs = []crumb{{f.T("frame.you"), "/you"}, {f.T("message.title"), "/you/messages"}}
	page := messagePage{
		mine: mine{f, s.leaving(f)}, Path: messagePath(n.PID), Heading: f.titleOfNotice(n), Lead: f.ofNotice(n, ".lead"),
		When: f.When(n.At), Stamp: f.Stamp(n.At),
	}
	if n.To.OneThread() {
		page.As = f.nameOf(n.To)
	}
	if !n.Data.Until.IsZero() {
		page.Until = f.T("notice.until", "Day", f.Moment(n.Data.Until))
	}
	switch n.Data.Verdict {
	case "pause", "ban", "hold_first":
		page.Stays = n.Kind == notice.Decided
	}
	if err := s.fillWord(c, &page, n); err != nil {
		return page, err
	}
	if err := s.fillText(c, &page, n); err != nil {
		return page, err
	}
	page.Go = append(page.Go, s.goOn(c, page.frame, n)...)
	return page, s.fillTalk(c, &page, n)
}

// fillWord adds what a moderator said, and whether somebody else can be asked.
func (s *Server) fillWord(c *gin.Context, page *messagePage, n notice.Told) error {
	w, err := s.Notices.WordOf(c.Request.Context(), n, page.Lang())
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	message, err := text.Render(w.Message)
	if err != nil {
		return err
	}
	page.Word = &messageWord{Then: n.Kind == notice.Undone || n.Kind == notice.AppealAnswered, Reason: w.Reason, Agreement: w.Agreement, By: page.nameOf(w.By), Message: message.Template()}
	page.Second = s.lookFor(page.frame, n, w)
	return nil
}

// fillText gives somebody's words back.
func (s *Server) fillText(c *gin.Context, page *messagePage, n notice.Told) error {
	if n.Kind != notice.Decided && n.Kind != notice.AppealAnswered && n.Kind != notice.HeldDeclined {
		return nil
	}
	if n.Data.Verdict == string(moderation.RemoveAll) {
		return s.fillTexts(c, page, n)
	}
	t, err := s.Notices.TextOf(c.Request.Context(), viewer(c), n)
	switch {
	case fault.Is(err, fault.NotFound):
		return nil
	case err != nil:
		return err
	case t.Stands:
		page.Go = append(page.Go, messageAct{postPath(n.Data.Post) + "/edit", page.T("message.change")})
		return nil
	}
	page.Back = []messageText{page.backText(n, t, "/again")}
	return nil
}

func (p *messagePage) backText(n notice.Told, t notice.Text, again string) messageText {
	return messageText{Title: t.Title, Words: t.Words, Note: t.Note, Again: p.Path + again, Warn: t.Opening && n.To.OneThread()}
}

// fillTexts gives back each of the posts that went together.
func (s *Server) fillTexts(c *gin.Context, page *messagePage, n notice.Told) error {
	ctx, by := c.Request.Context(), viewer(c)
	posts, err := s.Desk.TakenDown(ctx, by, n.Data.Decision)
	if err != nil {
		return err
	}
	if n.Data.Held != "" { // it began with something that waited
		posts = append(posts, "")
	}
	for _, pid := range posts {
		one := n
		one.Data.Post = pid
		if pid == "" {
			one.Kind = notice.HeldDeclined
		}
		t, err := s.Notices.TextOf(ctx, by, one)
		switch {
		case fault.Is(err, fault.NotFound), err == nil && t.Stands:
			continue
		case err != nil:
			return err
		}
		page.Back = append(page.Back, page.backText(n, t, "/again?post="+pid))
	}
	return nil
}

// goOn is where a notice leads, as far as whoever asks may go there.
func (s *Server) goOn(c *gin.Context, f frame, n notice.Told) []messageAct {
	ctx, by := c.Request.Context(), viewer(c)
	switch {
	case n.Data.Case != "":
		return []messageAct{{casePath(n.Data.Case), f.T("message.case")}}
	case n.Kind == notice.AskHow:
		if t, err := s.Forum.Thread(ctx, by, n.Data.Thread); err == nil {
			return []messageAct{{threadPath(t.PID) + "/mine#ending", f.T("message.tell")}, {threadPath(t.PID), f.titleOf(t)}}
		}
	case n.Data.Post != "":
		if t, p, err := s.Forum.Post(ctx, by, n.Data.Post); err == nil && !p.Removed() {
			return []messageAct{{postPath(p.PID), f.T("message.see", "Title", f.titleOf(t))}}
		}
	case n.Data.Thread != "":
		t, err := s.Forum.Thread(ctx, by, n.Data.Thread)
		if err == nil {
			t, err = s.Forum.InSight(ctx, by, t)
		}
		if err == nil {
			return []messageAct{{threadPath(t.PID), f.T("message.see", "Title", f.titleOf(t))}}
		}
	}
	return nil
}

// fillTalk adds the way to the moderators: the talk there is, or a form that begins
// one.
func (s *Server) fillTalk(c *gin.Context, page *messagePage, n notice.Told) error {
	if n.Data.Case != "" || n.Kind == notice.AskHow {
		return nil
	}
	talk, err := s.Notices.TalkAbout(c.Request.Context(), viewer(c), n)
	switch {
	case err == nil:
		page.Talk = talkPath(talk.PID)
	case fault.Is(err, fault.NotFound):
		page.Write = true
	default:
		return err
	}
	return nil
}

// casePath is where moderators read a case.
func casePath(pid string) string { return "/desk/cases/" + pid }
