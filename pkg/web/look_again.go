package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/notice"
)

// lookFor is the way to somebody else's look at what n is about: until when they can
// be asked, or that they were; or nothing.
func (s *Server) lookFor(f frame, n notice.Told, w notice.Word) *messageLook {
	last := w.At.Add(moderation.AppealWithin)
	switch {
	case n.Kind == notice.Undone, n.Kind == notice.AppealAnswered, w.State != "stands", !moderation.Verdict(w.Verdict).Appealable():
		return nil
	case !w.AskedAt.IsZero():
		return &messageLook{Asked: f.Day(w.AskedAt)}
	case s.Now().After(last):
		return nil
	}
	return &messageLook{Until: f.Day(last)}
}

// lookAgain asks somebody else to look at what a message is about.
func (s *Server) lookAgain(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("message")
	n, err := s.Notices.Notice(ctx, by, pid)
	if err != nil {
		return err
	}
	if err := s.Desk.Appeal(ctx, by, n.Data.Decision, form.Get("words")); err != nil {
		return s.sayAgain(c, "look", form, err)
	}
	s.tell(by, "said.look_again")
	return goTo(c, messagePath(pid))
}
