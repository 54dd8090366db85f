package web

import (
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/site"
)

// helplinesPage lists whom to ring, as operators look after it.
type helplinesPage struct {
	frame
	Kinds  []helpKind
	Always bool // somebody answers at any hour
}

// A helpKind is the helplines of one kind.
type helpKind struct {
	Title string
	Lines []helpLine
}

type helpLine struct {
	PID, Title, Facts string
	Checked           string // when somebody last rang and saw, in words
	Due, First, Last  bool
}

var helplinesView = newRunPage[helplinesPage]("run_helplines.html")

func (s *Server) runHelplines(c *gin.Context) error {
	page := helplinesPage{frame: s.running(c, "run.helplines")}
	for _, kind := range site.HelpKinds {
		group := helpKind{Title: page.T("help.for." + string(kind))}
		for _, h := range page.Site.Helplines {
			page.Always = page.Always || h.Always()
			if h.Kind == kind {
				group.Lines = append(group.Lines, page.helpLine(h, h.Due(s.Now())))
			}
		}
		if n := len(group.Lines); n > 0 {
			group.Lines[0].First, group.Lines[n-1].Last = true, true
			page.Kinds = append(page.Kinds, group)
		}
	}
	return helplinesView.show(c, page)
}

func (f frame) helpLine(h site.Helpline, due bool) helpLine {
	line := helpLine{PID: h.PID, Title: h.Title, Due: due, Checked: f.T("run.helplines.never")}
	var facts []string
	if h.Phone != "" {
		facts = append(facts, f.T("help.call", "Number", h.Phone))
	}
	if h.Message != "" {
		facts = append(facts, f.T("help.text", "Number", h.Message))
	}
	if h.Hours != "" {
		facts = append(facts, h.Hours)
	}
	line.Facts = strings.Join(facts, " · ")
	if !h.CheckedAt.IsZero() {
		line.Checked = f.T("run.helplines.checked", "Day", f.Day(h.CheckedAt))
	}
	return line
}

// changeHelplines takes the buttons of the list: one place up or down, or checked.
func (s *Server) changeHelplines(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	h, err := s.helplineCalled(form.Get("helpline"))
	if err != nil {
		return err
	}
	ctx, by, said := c.Request.Context(), viewer(c), "said.run.ordered"
	switch form.Get("do") {
	case "checked":
		said, err = "said.run.checked", s.Site.ChangeHelpline(ctx, by, h)
	default:
		var pids []string
		for _, other := range s.Site.Now().Helplines {
			pids = append(pids, other.PID)
		}
		err = s.Site.OrderHelplines(ctx, by, moved(pids, h.PID, form.Get("do") == "up"))
	}
	if err != nil {
		return err
	}
	return s.done(c, said, "/run/helplines#h-"+h.PID)
}

func (s *Server) helplineCalled(pid string) (site.Helpline, error) {
	for _, h := range s.Site.Now().Helplines {
		if h.PID == pid {
			return h, nil
		}
	}
	return site.Helpline{}, notHere(nil)
}

// helplineForm shows one helpline, or an empty form for a new one.
func (s *Server) helplineForm(c *gin.Context) error {
	if c.Param("helpline") == "" {
		return s.showHelpline(c, typed("kind", string(site.HelpNow)), nil)
	}
	h, err := s.helplineCalled(c.Param("helpline"))
	if err != nil {
		return err
	}
	return s.showHelpline(c, typed("kind", string(h.Kind), "title", h.Title, "about", h.About, "phone", h.Phone,
		"message", h.Message, "hours", h.Hours, "opens", h.Opens), nil)
}

func (s *Server) showHelpline(c *gin.Context, form url.Values, why error) error {
	const key = "run.helpline"
	heading := "run.helpline.new"
	if c.Param("helpline") != "" {
		heading = "run.helpline.change"
	}
	page := runFormPage{frame: s.running(c, heading), Action: c.Request.URL.Path}
	page.Crumbs = append(page.Crumbs, crumb{page.T("run.helplines"), "/run/helplines"})
	page.Heading, page.Lead = page.T(heading), page.T("run.helpline.lead")
	kinds := make([]string, len(site.HelpKinds))
	for i, k := range site.HelpKinds {
		kinds[i] = string(k)
	}
	kind := page.choice(key, "kind", form, kinds...)
	for i := range kind.Options {
		kind.Options[i].Title = page.T("help.for." + kinds[i])
	}
	page.Form = tool{Button: page.T("run.save"), Inputs: []input{
		kind,
		page.input(key, "title", "line", form),
		page.input(key, "about", "line", form),
		page.input(key, "phone", "number", form),
		page.input(key, "message", "number", form),
		page.input(key, "hours", "line", form),
		page.input(key, "opens", "line", form),
	}}
	if c.Param("helpline") != "" {
		page.More = append(page.More, page.tool(key, "remove", ""))
	}
	return showAgain(c, runFormView, &page, &page.frame, why)
}

// saveHelpline takes a new helpline, a changed one, or one to take away.
func (s *Server) saveHelpline(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("helpline")
	if pid != "" {
		if _, err := s.helplineCalled(pid); err != nil {
			return err
		}
	}
	h := site.Helpline{PID: pid, Kind: site.HelpKind(form.Get("kind")), Title: form.Get("title"), About: form.Get("about"),
		Phone: form.Get("phone"), Message: form.Get("message"), Hours: form.Get("hours"), Opens: form.Get("opens")}
	said := "said.run.saved"
	switch {
	case pid == "":
		_, err = s.Site.AddHelpline(ctx, by, h)
	case form.Get("do") == "remove":
		said, err = "said.run.removed", s.Site.RemoveHelpline(ctx, by, pid)
	default:
		err = s.Site.ChangeHelpline(ctx, by, h)
	}
	if err != nil {
		return s.showHelpline(c, form, err)
	}
	return s.done(c, said, "/run/helplines")
}
