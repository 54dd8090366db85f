package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/moderation"
)

// The written reasons for which decisions are given, as operators look after them: in
// every language that the site speaks.

type reasonsPage struct {
	frame
	Reasons []reasonLine
}

type reasonLine struct {
	Slug, Title, For string
	Archived         bool
}

var reasonsView = newRunPage[reasonsPage]("run_reasons.html")

func (s *Server) runReasons(c *gin.Context) error {
	all, err := s.Desk.Reasons(c.Request.Context())
	if err != nil {
		return err
	}
	page := reasonsPage{frame: s.running(c, "run.reasons")}
	for _, r := range all {
		var verdicts []string
		for _, v := range r.Verdicts {
			verdicts = append(verdicts, page.T("case.verdict."+string(v)))
		}
		page.Reasons = append(page.Reasons, reasonLine{r.Slug, r.In(page.Lang()).Title, strings.Join(verdicts, " · "), r.Archived})
	}
	return reasonsView.show(c, page)
}

// reasonPage is the form of one reason.
type reasonPage struct {
	frame
	Heading, Action string
	Version         int64
	Form            []input
	More            []tool
}

var reasonView = newRunPage[reasonPage]("run_reason.html")

func (s *Server) reasonForm(c *gin.Context) error {
	if c.Param("reason") == "" {
		return s.showReason(c, moderation.Reason{}, url.Values{}, nil)
	}
	r, err := s.reasonCalled(c)
	if err != nil {
		return err
	}
	return s.showReason(c, r, s.formOfReason(r), nil)
}

func (s *Server) reasonCalled(c *gin.Context) (moderation.Reason, error) {
	all, err := s.Desk.Reasons(c.Request.Context())
	if err != nil {
		return moderation.Reason{}, err
	}
	i := slices.IndexFunc(all, func(r moderation.Reason) bool { return r.Slug == c.Param("reason") })
	if i < 0 {
		return moderation.Reason{}, notHere(c)
	}
	return all[i], nil
}

// reasonParts are what a reason says in each language: the names of its fields.
var reasonParts = []string{"title", "agreement", "message"}

func (s *Server) formOfReason(r moderation.Reason) url.Values {
	form := typed("version", strconv.FormatInt(r.Version, 10))
	for _, v := range r.Verdicts {
		form.Add("verdicts", string(v))
	}
	for tag, w := range r.Words {
		for i, words := range []string{w.Title, w.Agreement, w.Message} {
			form.Set(reasonParts[i]+"-"+tag, words)
		}
	}
	return form
}

// readReason reads a form. A language in which nothing is said is left out.
func (s *Server) readReason(slug string, form url.Values) moderation.Reason {
	r := moderation.Reason{Slug: slug, Words: map[string]moderation.ReasonWords{}}
	r.Version, _ = strconv.ParseInt(form.Get("version"), 10, 64)
	for _, v := range moderation.Reasoned {
		if slices.Contains(form["verdicts"], string(v)) {
			r.Verdicts = append(r.Verdicts, v)
		}
	}
	for _, tag := range s.Words.Languages() {
		w := moderation.ReasonWords{
			Title: strings.TrimSpace(form.Get("title-" + tag)), Agreement: strings.TrimSpace(form.Get("agreement-" + tag)),
			Message: strings.TrimSpace(form.Get("message-" + tag)),
		}
		if w != (moderation.ReasonWords{}) {
			r.Words[tag] = w
		}
	}
	return r
}

func (s *Server) showReason(c *gin.Context, now moderation.Reason, form url.Values, why error) error {
	const key = "run.reason"
	heading := "run.reason.new"
	if now.Slug != "" {
		heading = "run.reason.change"
	}
	page := reasonPage{frame: s.running(c, heading), Action: c.Request.URL.Path}
	page.Crumbs = append(page.Crumbs, crumb{page.T("run.reasons"), "/run/reasons"})
	page.Heading = page.T(heading)
	page.Version, _ = strconv.ParseInt(form.Get("version"), 10, 64)
	if now.Slug == "" {
		page.Form = append(page.Form, page.input(key, "slug", "line", form))
	} else {
		do := "archive"
		if now.Archived {
			do = "offer"
		}
		page.More = append(page.More, page.tool(key, do, ""))
	}
	for _, tag := range s.Words.Languages() {
		for i, part := range reasonParts {
			field := page.input(key, part, []string{"line", "area", "area"}[i], form)
			field.Name, field.ID, field.Value = part+"-"+tag, part+"-"+tag, form.Get(part+"-"+tag)
			field.Title = page.T("run.reason.in", "Field", field.Title, "Language", s.Words.Match(tag).T("language.name"))
			page.Form = append(page.Form, field)
		}
	}
	verdicts := page.input(key, "verdicts", "some", form)
	for _, v := range moderation.Reasoned {
		verdicts.Options = append(verdicts.Options, readingOption{Value: string(v), Title: page.T("case.verdict." + string(v)), Chosen: slices.Contains(form["verdicts"], string(v))})
	}
	page.Form = append(page.Form, verdicts)
	if fault.Is(why, fault.Conflict) {
		page.Version = now.Version // what they typed stands; what the other saved is one press back
	}
	return showAgain(c, reasonView, &page, &page.frame, why)
}

// saveReason takes a new reason, a changed one, or one that is offered no more.
func (s *Server) saveReason(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	var now moderation.Reason
	slug := strings.TrimSpace(form.Get("slug"))
	if c.Param("reason") != "" {
		if now, err = s.reasonCalled(c); err != nil {
			return err
		}
		slug = now.Slug
	}
	ctx, by, r, said := c.Request.Context(), viewer(c), s.readReason(slug, form), "said.run.saved"
	switch do := form.Get("do"); {
	case now.Slug == "":
		said, err = "said.run.added", s.Desk.AddReason(ctx, by, r)
	case do == "archive", do == "offer":
		form = s.formOfReason(now)
		err = s.Desk.ArchiveReason(ctx, by, slug, r.Version, do == "archive")
	default:
		err = s.Desk.ChangeReason(ctx, by, r)
	}
	if err != nil {
		return s.showReason(c, now, form, err)
	}
	return s.done(c, said, "/run/reasons")
}
