package web

import (
	"context"
	"html/template"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/text"
)

// unreadPage lists posts that no moderator has looked at.
type unreadPage struct {
	frame
	Lane  lane
	Posts []unreadPost
	Later string
}

// An unreadPost is one of them, whole.
type unreadPost struct {
	PID, Path, Title, Name, Patch, When, Stamp, Board string
	Note                                              string
	Body                                              template.HTML
}

var unreadView = newDeskPage[unreadPage]("desk_unread.html")

func (s *Server) unreadLane(ctx context.Context, f frame) (lane, error) {
	found, err := s.Desk.Unread(ctx, f.Viewer, "")
	l := f.lane("unread", found.Count)
	if found.Count > 0 {
		l.More = f.T("desk.unread.read")
	}
	return l, err
}

func (s *Server) readUnread(c *gin.Context) error {
	ctx, by := c.Request.Context(), viewer(c)
	found, err := s.Desk.Unread(ctx, by, moderation.Cursor(c.Query("from")))
	if err != nil {
		return err
	}
	boards, err := s.Forum.Boards(ctx, by)
	if err != nil {
		return err
	}
	page := unreadPage{frame: s.deskFrame(c, "desk", s.frame(c).T("desk.queue.unread"))}
	page.Lane = page.lane("unread", found.Count)
	names := boardNames(boards)
	texts := make([]text.HTML, len(found.Posts))
	for i, one := range found.Posts {
		texts[i] = one.Post.HTML
	}
	living, err := s.Forum.LivingAtDesk(ctx, by, postPath, texts...)
	if err != nil {
		return err
	}
	living.Gone, living.Nobody, living.Cover = page.T("post.quote_gone"), page.T("name.gone"), page.covered
	for _, one := range found.Posts {
		page.Posts = append(page.Posts, unreadPost{
			PID: one.Post.PID, Path: postPath(one.Post.PID), Title: page.titleOf(one.Thread), Name: page.nameOf(one.Post.By), Patch: one.Post.By.Patch(),
			When: page.When(one.Post.WrittenAt), Stamp: page.Stamp(one.Post.WrittenAt), Board: names[one.Thread.Board], Note: one.Post.Note, Body: one.Post.HTML.With(living),
		})
	}
	if found.More {
		page.Later = queuePath("unread") + "?from=" + query(string(found.Next))
	}
	return unreadView.show(c, page)
}

func (s *Server) markRead(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if err := s.Desk.MarkRead(c.Request.Context(), viewer(c), form["post"]...); err != nil {
		return err
	}
	return s.done(c, "said.desk.read", queuePath("unread"))
}
