package web

import (
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/text"
)

// What somebody typed comes back whatever happened to it: in the form, as a draft,
// or on a page that shows it.

// writeAgain shows the form once more with what was typed and what to mend. The
// words are kept as a draft too, if that works.
func (s *Server) writeAgain(c *gin.Context, p place, w writing, why error) error {
	kept := s.tryToKeep(c, &w)
	page, err := s.composePage(c, p, w)
	if err != nil {
		return why
	}
	wrong, status, ours := problems(page.frame, why)
	if ours != nil {
		failed(c, "words were not posted", ours)
		wrong, status = []problem{{"", page.T("write.trouble")}}, http.StatusInternalServerError
	}
	if fault.Is(why, fault.Conflict) && p.Kind == forum.DraftEdit {
		page.besideNow(p)
	}
	if !kept {
		page.Status = page.T("write.not_saved")
	}
	page.refused(wrong)
	return composeView.showAs(c, status, page)
}

// noPlace answers when the words cannot go where they were to go: the thread
// rests, the post is gone, or whoever wrote is signed out. The words are kept.
func (s *Server) noPlace(c *gin.Context, w writing, why error) error {
	switch {
	case fault.Is(why, fault.SignIn):
		return s.askToJoin(c, place{}, w)
	case !gone(why):
		s.tryToKeep(c, &w)
		return why
	}
	kept := s.tryToKeep(c, &w)
	f := s.frame(c)
	f = s.frame(c, f.T("kept.title"))
	page := keptPage{frame: f, Heading: f.T("kept.title"), Sentence: say(f.Words, fault.Of(why)), W: w, Saved: kept}
	if !kept { // the sentence may say that they are
		page.Heading, page.Sentence = f.T("error.kept"), f.T("kept.nowhere")
	}
	if account.CanPublish(viewer(c)) != nil {
		page.Sentence = say(f.Words, fault.Of(why))
		if distressed(w).Card {
			card, err := careView.render(carePart{frame: f, Lines: f.Crisis()})
			if err != nil {
				return err
			}
			page.Card = card
		}
	} else if kept && viewer(c).Member() {
		page.Elsewhere = "/write?draft=" + query(w.Draft)
	}
	return keptView.showAs(c, statuses[fault.Of(why).Kind], page)
}

// keptPage shows words that have nowhere to go, with all that can be done with them.
type keptPage struct {
	frame
	Heading, Sentence string
	W                 writing
	Saved             bool   // as a draft
	Elsewhere         string // where they can be posted instead
	Throw             string // the draft that can be thrown away
	Card              template.HTML
}

var keptView = newPage[keptPage]("kept.html")

// askToJoin keeps what a guest wrote and goes on to the page where they join or
// sign in. Nobody is refused: their words wait.
func (s *Server) askToJoin(c *gin.Context, p place, w writing) error {
	if err := s.keepWords(c, &w); err != nil {
		if p.Kind == "" {
			return err
		}
		return s.writeAgain(c, p, w, err)
	}
	return goTo(c, "/drafts")
}

// saveForLater keeps the words and leads to the drafts.
func (s *Server) saveForLater(c *gin.Context, p place, w writing) error {
	if w.Empty() {
		return s.writeAgain(c, p, w, fault.Field("words", "fault.words_empty"))
	}
	if err := s.keepWords(c, &w); err != nil {
		return s.writeAgain(c, p, w, err)
	}
	if by := viewer(c); by.Member() {
		s.tell(by, "said.draft_saved")
	}
	return goTo(c, "/drafts")
}

// postedBefore answers a form that was sent twice. When it holds other words than
// those that stand, these become a change that awaits its author.
func (s *Server) postedBefore(c *gin.Context, w writing, put putPost) error {
	by := viewer(c)
	thread, stands, err := s.Forum.Writing(c.Request.Context(), by, put.pid)
	same := stands.Source == text.Clean(w.Words) && (!stands.Opening() || thread.Title == text.CleanTitle(w.Title))
	if err != nil || same {
		s.tellOf(by, "said.posted_before", put.pid)
		return goTo(c, put.path)
	}
	w.target, w.Draft, w.Revision = target{forum.DraftEdit, "", put.pid}, "", stands.Revision
	w = w.anew()
	if err := s.keepWords(c, &w); err != nil {
		return err
	}
	s.tell(by, "said.posted_before_changed")
	return goTo(c, draftPath(forum.Draft{PID: w.Draft}))
}
