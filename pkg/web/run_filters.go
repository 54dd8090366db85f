package web

import (
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/screen"
)

// filtersPage lists the words to look out for, the newest first.
type filtersPage struct {
	frame
	Use          string // how many are looked for
	Filters      []filterLine
	Older, Start string
}

type filterLine struct {
	PID, Pattern, Does, Words, Note string
	Archived                        bool
}

// filterPage is where one is written and tried.
type filterPage struct {
	frame
	Heading, Action string
	Version         int64
	Form            []input
	Try             input
	Tried           bool
	Found           string   // how often
	Passages        []string // what would be found
	Now             []string // what it says now, when somebody changed it meanwhile
	More            []tool
}

// filtersAtOnce is how many filters stand on one page.
const filtersAtOnce = 100

var (
	filtersView = newRunPage[filtersPage]("run_filters.html")
	filterView  = newRunPage[filterPage]("run_filter.html")
)

func (s *Server) runFilters(c *gin.Context) error {
	from, _ := strconv.ParseInt(c.Query("from"), 10, 64)
	all, err := s.Screen.Filters(c.Request.Context(), viewer(c), screen.FilterID(from), filtersAtOnce)
	if err != nil {
		return err
	}
	page := filtersPage{frame: s.running(c, "run.filters")}
	page.Use = page.N("run.filters.use", s.Screen.InUse())
	for _, f := range all {
		page.Filters = append(page.Filters, filterLine{f.PID, f.Pattern, page.T("run.filter.does." + string(f.Does)), f.Words, f.Note, f.Archived()})
	}
	if from > 0 {
		page.Start = "/run/filters"
	}
	if len(all) == filtersAtOnce {
		page.Older = "/run/filters?from=" + strconv.FormatInt(int64(all[len(all)-1].ID), 10)
	}
	return filtersView.show(c, page)
}

// filterForm shows one filter, or an empty form for a new one.
func (s *Server) filterForm(c *gin.Context) error {
	if c.Param("filter") == "" {
		return s.showFilter(c, screen.Filter{}, typed("does", string(screen.DoesFlag)), nil)
	}
	f, err := s.Screen.Filter(c.Request.Context(), viewer(c), c.Param("filter"))
	if err != nil {
		return err
	}
	return s.showFilter(c, f, filterForm(f), nil)
}

func filterForm(f screen.Filter) url.Values {
	return typed("pattern", f.Pattern, "does", string(f.Does), "words", f.Words, "note", f.Note, "version", strconv.FormatInt(f.Version, 10))
}

func readFilter(pid string, form url.Values) screen.Filter {
	f := screen.Filter{PID: pid, Pattern: form.Get("pattern"), Does: screen.Does(form.Get("does")), Words: form.Get("words"), Note: form.Get("note")}
	f.Version, _ = strconv.ParseInt(form.Get("version"), 10, 64)
	return f
}

func (s *Server) showFilter(c *gin.Context, now screen.Filter, form url.Values, why error) error {
	const key = "run.filter"
	heading := "run.filter.new"
	if now.PID != "" {
		heading = "run.filter.change"
	}
	page := filterPage{frame: s.running(c, heading), Action: c.Request.URL.Path}
	page.Crumbs = append(page.Crumbs, crumb{page.T("run.filters"), "/run/filters"})
	page.Heading = page.T(heading)
	page.Version, _ = strconv.ParseInt(form.Get("version"), 10, 64)
	does := make([]string, len(screen.AllDoes))
	for i, d := range screen.AllDoes {
		does[i] = string(d)
	}
	page.Form = []input{page.input(key, "pattern", "line", form), page.choice(key, "does", form, does...),
		page.input(key, "words", "area", form), page.input(key, "note", "line", form)}
	page.Try = page.input(key, "try", "area", form)
	if now.PID != "" {
		do := "archive"
		if now.Archived() {
			do = "put_back"
		}
		page.More = append(page.More, page.tool(key, do, ""))
	}
	if fault.Of(why).Key == "fault.filter_changed" {
		page.Version = now.Version
		page.Now = []string{now.Pattern, page.T("run.filter.does." + string(now.Does)), now.Words, now.Note}
	}
	if form.Get("do") == "try" && why == nil {
		page.tried(form)
	}
	return showAgain(c, filterView, &page, &page.frame, why)
}

// tried says what the pattern in a form would find in the words beside it. Nothing
// of either is kept.
func (p *filterPage) tried(form url.Values) {
	text := form.Get("try")
	found := screen.Try(form.Get("pattern"), text)
	p.Tried = true
	p.Found = p.T("run.filter.try.none")
	if len(found) > 0 {
		p.Found = p.N("run.filter.try.found", len(found))
	}
	for _, at := range found[:min(len(found), 20)] {
		p.Passages = append(p.Passages, text[at.From:at.To])
	}
}

// saveFilter takes a new filter, a changed one, one to try, or one to take out of use.
func (s *Server) saveFilter(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, f := c.Request.Context(), viewer(c), readFilter(c.Param("filter"), form)
	now := screen.Filter{}
	if f.PID != "" {
		if now, err = s.Screen.Filter(ctx, by, f.PID); err != nil {
			return err
		}
	}
	said := "said.run.saved"
	switch do := form.Get("do"); {
	case do == "try":
		return s.showFilter(c, now, form, screen.CheckPattern(f.Pattern))
	case f.PID == "":
		said = "said.run.added"
		_, err = s.Screen.AddFilter(ctx, by, f)
	case do == "archive", do == "put_back":
		err = s.Screen.ArchiveFilter(ctx, by, f.PID, f.Version, do == "archive")
	default:
		err = s.Screen.ChangeFilter(ctx, by, f)
	}
	if err != nil {
		if do := form.Get("do"); do == "archive" || do == "put_back" {
			form = filterForm(now)
		}
		return s.showFilter(c, now, form, err)
	}
	return s.done(c, said, "/run/filters")
}
