package web

import (
	"net/http"
	"net/url"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// askerPage is where whoever opened a thread says what else there is to say of it:
// what would help them now, what it touches on, what it came to. A moderator may
// change the labels alone.
type askerPage struct {
	frame
	Path, About      string
	Mine             bool
	Public           bool // anybody can read it, and it could be kept for members
	Wishes, Labels   []readingOption
	Short, Ending    string
	ShortMost        int
	EndingMost       int
	AskOn            string
	AskFrom, AskLast string
	AskDay           string // the day chosen before, in words
}

var askerView = newPage[askerPage]("asker.html")

func (s *Server) askerForm(c *gin.Context) error {
	page, err := s.askerPage(c)
	if err != nil {
		return err
	}
	return askerView.show(c, page)
}

func (s *Server) askerPage(c *gin.Context) (askerPage, error) {
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("thread")
	t, err := s.Forum.Thread(ctx, by, pid)
	if err != nil {
		return askerPage{}, err
	}
	_, said, err := s.Forum.Asides(ctx, by, t.PID)
	mine := err == nil
	if fault.Is(err, fault.Forbidden) {
		err = forum.CanLabel(by, false, t)
	}
	if err != nil {
		return askerPage{}, err
	}
	labels, err := s.Forum.Labels(ctx)
	if err != nil {
		return askerPage{}, err
	}
	f := s.frame(c)
	key := "asker.title"
	if !mine {
		key = "asker.title_labels"
	}
	f = s.frame(c, f.T(key), f.titleOf(t))
	f.Crumbs = []crumb{{f.titleOf(t), threadPath(t.PID)}}
	page := askerPage{frame: f, Path: threadPath(t.PID), About: f.T(key), Mine: mine, Short: said.Short, Ending: said.Ending, ShortMost: forum.MaxShort, EndingMost: forum.MaxEnding}
	page.Public = t.Audience == forum.Public
	page.Wishes = f.wishChoices(string(t.Wish))
	page.Labels = labelChoices(labels, slugsOf(t.Labels))
	page.remind(f, said.AskOn, s.Now())
	return page, nil
}

func slugsOf(labels []forum.Label) []string {
	slugs := make([]string, len(labels))
	for i, l := range labels {
		slugs[i] = l.Slug
	}
	return slugs
}

// remind fills in the day on which they are asked how it went.
func (p *askerPage) remind(f frame, day account.Day, now time.Time) {
	p.AskFrom, p.AskLast = now.AddDate(0, 0, 1).Format(time.DateOnly), now.AddDate(1, 0, 0).Format(time.DateOnly)
	if day != 0 {
		p.AskOn, p.AskDay = day.Time().Format(time.DateOnly), f.Day(day.Time())
	}
}

// asker takes one of the page's forms.
func (s *Server) asker(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	do := form.Get("do")
	err = s.saySo(c, do, form)
	switch {
	case gone(err) || fault.Is(err, fault.SignIn):
		return err
	case err != nil:
		return s.askerAgain(c, do, form, err)
	}
	s.tell(viewer(c), "said.asker_"+do)
	return goTo(c, threadPath(c.Param("thread")))
}

// saySo is the verb of the form whose button says do.
func (s *Server) saySo(c *gin.Context, do string, form url.Values) error {
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("thread")
	switch do {
	case "wish":
		return s.Forum.SetWish(ctx, by, pid, forum.Wish(form.Get("wish")))
	case "narrow":
		return s.Forum.Narrow(ctx, by, pid)
	case "labels":
		return s.Forum.SetLabels(ctx, by, pid, form["label"])
	case "short":
		return s.Forum.SetShort(ctx, by, pid, form.Get("short"))
	case "ending":
		return s.Forum.SetEnding(ctx, by, pid, form.Get("ending"))
	case "ask":
		day, err := writing{Fields: forum.Fields{AskOn: form.Get("ask_on")}}.askOn()
		if err != nil {
			return err
		}
		return s.Forum.AskOn(ctx, by, pid, day)
	}
	return fault.New(fault.Invalid, "fault.form")
}

// askerAgain shows the page once more with what was typed and what to mend.
func (s *Server) askerAgain(c *gin.Context, do string, form url.Values, why error) error {
	page, err := s.askerPage(c)
	if err != nil {
		return why
	}
	switch do {
	case "short":
		page.Short = form.Get("short")
	case "ending":
		page.Ending = form.Get("ending")
	case "ask":
		page.AskOn = form.Get("ask_on")
	}
	wrong, status, ours := problems(page.frame, why)
	if ours != nil {
		failed(c, "what an asker said was not kept", ours)
		wrong, status = []problem{{"", page.T("write.trouble")}}, http.StatusInternalServerError
	}
	page.refused(wrong)
	return askerView.showAs(c, status, page)
}
