package web

import (
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/text"
)

// quote puts a reference to a part of the answered post into the words: what the
// author of that post takes back, is gone from the quote too.
func (s *Server) quote(c *gin.Context, p place, w writing) error {
	if p.Kind != forum.DraftReply {
		return s.lookAt(c, p, w)
	}
	of := w.quoteOf
	if of == "" {
		of = p.Post.PID
	}
	q, err := s.Forum.Quote(c.Request.Context(), viewer(c), of, w.part)
	if err != nil {
		return s.writeAgain(c, p, w, quoteGone(err))
	}
	if w.Words != "" {
		w.Words = strings.TrimRight(w.Words, "\n") + "\n\n"
	}
	w.Words += q.String() + "\n\n"
	kept := s.tryToKeep(c, &w)
	page, err := s.composePage(c, p, w)
	if err != nil {
		return err
	}
	if !kept {
		page.Status = page.T("write.not_saved")
	}
	page.Quoted = true
	return composeView.show(c, page)
}

func quoteGone(err error) error {
	if gone(err) {
		return fault.Field("words", "fault.quote_gone")
	}
	return err
}

// quotable is the post that is offered for quoting on the page of an answer: the
// one that the address names, or else the one that is answered. Its words are as
// they are read out, for somebody to leave the part they mean.
func (s *Server) quotable(c *gin.Context, page *composePage, p place) error {
	post := p.Post
	if of := c.Query("quote"); of != "" && of != post.PID {
		thread, other, err := s.Forum.Post(c.Request.Context(), viewer(c), of)
		if err != nil || thread.ID != p.Thread.ID || other.Removed() {
			return err
		}
		post = other
	}
	if post.Apart != account.Nobodys {
		return nil // there are no words to quote
	}
	page.Quoting, page.QuoteOf, page.QuoteBy = c.Query("quote") != "", post.PID, page.nameOf(post.By)
	page.Part = text.Plain(post.Source)
	return nil
}
