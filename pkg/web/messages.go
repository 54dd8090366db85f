package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/notice"
)

// messagesPage lists what somebody was told, under all their names, newest first.
// Only they ever see it.
type messagesPage struct {
	mine
	Rows   []messageRow
	New    int // how many of them are new, here or further down
	Undo   bool
	Next   string
	Days   int
	NewAll string // how many are new, in words
}

type messageRow struct {
	Path, Title, When, Stamp string
	As                       string // the name for one thread that was told, or ""
	New                      bool
}

var messagesView = newAccountPage[messagesPage]("messages.html")

func (s *Server) readMessages(c *gin.Context) error {
	ctx, by := c.Request.Context(), viewer(c)
	found, err := s.Notices.For(ctx, by, c.Query("from"))
	if err != nil {
		return err
	}
	unseen, err := s.Notices.Unseen(ctx, by)
	if err != nil {
		return err
	}
	page := messagesPage{mine: s.mine(c, "message.title"), New: unseen, Undo: s.Notices.CanUnsee(by), Days: notice.SeenDays}
	page.NewAll = page.newMessages(unseen)
	for _, n := range found.Notices {
		page.Rows = append(page.Rows, page.messageRow(n))
	}
	if found.Next != "" {
		page.Next = "/you/messages?from=" + query(found.Next)
	}
	return messagesView.show(c, page)
}

func (f frame) messageRow(n notice.Told) messageRow {
	row := messageRow{Path: messagePath(n.PID), Title: f.titleOfNotice(n), When: f.When(n.At), Stamp: f.Stamp(n.At), New: n.Unseen()}
	if n.Kind == notice.Talked {
		row.Path = talkPath(n.Data.Talk)
	}
	if n.To.OneThread() {
		row.As = f.nameOf(n.To)
	}
	return row
}

// newMessages says how many messages are new, calmly; of none it says nothing.
func (f frame) newMessages(n int) string {
	switch {
	case n == 0:
		return ""
	case n > notice.MostUnseen:
		return f.T("message.new_most", "N", notice.MostUnseen)
	}
	return f.N("message.new", n)
}

// unseen is what whoever asks is told of new messages: one line, and no more.
func (s *Server) unseen(c *gin.Context, f frame) (string, error) {
	n, err := s.Notices.Unseen(c.Request.Context(), viewer(c))
	return f.newMessages(n), err
}

// seeMessages marks all messages as seen, or takes that back.
func (s *Server) seeMessages(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by := c.Request.Context(), viewer(c)
	switch form.Get("do") {
	case "all":
		err = s.Notices.SeeAll(ctx, by)
	case "undo":
		err = s.Notices.UnseeAll(ctx, by)
	default:
		err = fault.New(fault.Invalid, "fault.form")
	}
	if err != nil {
		return err
	}
	s.tell(by, "said.messages_"+form.Get("do"))
	return goTo(c, "/you/messages")
}

// titleOfNotice is what a notice says in a line: by its kind, and by what was
// decided, answered or done.
func (f frame) titleOfNotice(n notice.Told) string { return f.ofNotice(n, "") }

// ofNotice finds the words of a notice: those of its verdict, answer or outcome, or
// else those of its kind alone.
func (f frame) ofNotice(n notice.Told, part string) string {
	which := n.Data.Verdict
	switch n.Kind {
	case notice.AppealAnswered:
		which = string(n.Data.Answer)
	case notice.FlagAnswered:
		which = string(n.Data.Outcome)
	case notice.Talked:
		which = string(n.Data.Turn)
	case notice.HeldPosted, notice.HeldDeclined, notice.Unmasked:
		which = ""
	}
	kind := "notice." + string(n.Kind)
	if which != "" {
		if words := f.hint(kind + "." + which + part); words != "" {
			return words
		}
	}
	return f.hint(kind + part)
}

func messagePath(pid string) string { return "/you/messages/" + pid }
func talkPath(pid string) string    { return "/you/talks/" + pid }
