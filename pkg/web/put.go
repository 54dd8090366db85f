package web

import (
	"errors"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// post puts the words where they go.
func (s *Server) post(c *gin.Context, p place, w writing) error {
	by, now := viewer(c), s.Now()
	if by.Guest() {
		return s.askToJoin(c, p, w)
	}
	if err := s.pace.may(by, w.FormKey, now); err != nil && !distressed(w).Case() { // nobody who asks for help is told to wait
		return s.writeAgain(c, p, w, err)
	}
	if err := s.sameDraft(c, &w); err != nil {
		return s.writeAgain(c, p, w, err)
	}
	put, err := s.put(c, p, w)
	var held *forum.HeldError
	if errors.As(err, &held) {
		return s.waits(c, held.Held, w, now)
	}
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

// distressed is what is read in the title and the words of w.
func distressed(w writing) care.Sign { return care.Distress(w.Title + "\n\n" + w.Words) }

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
