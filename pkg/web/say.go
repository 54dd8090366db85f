package web

import (
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/seal"
)

// sayPage is a form of one field, for words to the moderators: a question, an
// answer to a message, or why somebody else is to look.
type sayPage struct {
	mine
	Path, Heading, Lead string
	Label, Hint, Do     string
	Words, Key          string
	As                  string // under which name it goes
	Back                string // where it came from
}

var sayView = newAccountPage[sayPage]("say.html")

// sayForm shows the form that what names.
func (s *Server) sayForm(what string) handler {
	return func(c *gin.Context) error {
		page, err := s.sayPage(c, what)
		if err != nil {
			return err
		}
		keepTyped(c)
		return sayView.show(c, page)
	}
}

// sayPage is the page for what: "ask" a question, "write" about a message, or
// "look", for somebody else to look.
func (s *Server) sayPage(c *gin.Context, what string) (sayPage, error) {
	crumb := crumb{s.frame(c).T("message.title"), "/you/messages"}
	page := sayPage{mine: s.mine(c, "say."+what+".title", crumb), Path: "/you/messages/write", Back: "/you/messages", Key: seal.Token()}
	page.As = page.nameOf(page.Viewer.Name)
	if pid := c.Param("message"); pid != "" {
		n, err := s.Notices.Notice(c.Request.Context(), viewer(c), pid)
		if err != nil {
			return page, err
		}
		page.Back, page.Path, page.As = messagePath(pid), messagePath(pid)+"/"+what, page.nameOf(n.To)
		if what == "look" {
			page.Path = messagePath(pid) + "/look-again"
		}
	}
	if pid := c.Query("thread"); pid != "" {
		t, err := s.Forum.Thread(c.Request.Context(), viewer(c), pid)
		if err != nil {
			return page, err
		}
		name, err := s.Forum.NameIn(c.Request.Context(), viewer(c), t.ID)
		if err != nil {
			return page, err
		}
		page.Back, page.As = threadPath(pid), page.nameOf(name)
		page.Path += "?thread=" + query(pid)
	}
	page.Heading, page.Lead = page.T("say."+what+".title"), page.T("say."+what+".lead")
	page.Label, page.Hint, page.Do = page.T("say."+what+".words"), page.T("say."+what+".hint"), page.T("say."+what+".do")
	return page, nil
}

// ask begins a talk: a question, or words about a message.
func (s *Server) ask(what string) handler {
	return func(c *gin.Context) error {
		form, err := posted(c)
		if err != nil {
			return err
		}
		about := notice.TalkAbout{Notice: c.Param("message"), Thread: c.Query("thread")}
		talk, err := s.Notices.BeginTalk(c.Request.Context(), viewer(c), about, form.Get("key"), form.Get("words"))
		if err != nil {
			return s.sayAgain(c, what, form, err)
		}
		s.tell(viewer(c), "said.talk")
		return goTo(c, talkPath(talk.PID))
	}
}

// sayAgain shows a form once more with what was typed and what to mend. The words
// come back whatever went wrong.
func (s *Server) sayAgain(c *gin.Context, what string, form url.Values, why error) error {
	page, err := s.sayPage(c, what)
	if err != nil {
		return err
	}
	page.Words = form.Get("words")
	if key := form.Get("key"); key != "" {
		page.Key = key
	}
	return again(c, sayView, &page, &page.frame, why)
}

// again shows a page with words in it once more, also when what went wrong is ours
// to mend.
func again[T any](c *gin.Context, v view[T], page *T, f *frame, why error) error {
	wrong, status, ours := problems(*f, why)
	if ours != nil {
		if kind := fault.Of(why).Kind; kind != fault.Internal {
			return why
		}
		failed(c, "words were not taken", ours)
		wrong, status = []problem{{"", f.T("talk.trouble")}}, http.StatusInternalServerError
	}
	f.refused(wrong)
	return v.showAs(c, status, *page)
}

// postAgain makes a draft of words that were taken down or not posted, and leads to
// the form with them in it.
func (s *Server) postAgain(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	ctx, by := c.Request.Context(), viewer(c)
	n, err := s.Notices.Notice(ctx, by, c.Param("message"))
	if err != nil {
		return err
	}
	switch { // of several posts that went together, one
	case c.Query("post") != "":
		n.Data.Post = c.Query("post")
	case n.Data.Verdict == string(moderation.RemoveAll):
		n.Kind = notice.HeldDeclined
	}
	t, err := s.Notices.TextOf(ctx, by, n)
	if err != nil {
		return err
	}
	d := forum.Draft{Kind: forum.DraftReply, Post: t.Answers, Fields: forum.Fields{
		Title: t.Title, Words: t.Words, Note: t.Note, Know: string(t.Know), KnowLink: t.KnowLink, Wish: string(t.Wish), FormKey: seal.Token(),
	}}
	if t.Opening {
		d.Kind, d.Board, d.Post = forum.DraftThread, t.Board.Slug, ""
	}
	d, err = s.Forum.SaveDraft(ctx, by, d)
	if err != nil {
		return err
	}
	s.tell(by, "said.post_again")
	return goTo(c, draftPath(d))
}
