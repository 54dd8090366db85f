package web

import (
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/duty"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/site"
)

// Running the site is a few pages for its operators. To everybody else there are
// none: see operators.

// runPage leads to all of them, and says what is still missing before a site is
// ready for people.
type runPage struct {
	frame
	Missing, Ready []step
	Lacks          []step // what keeps the public from writing, or would
	Rooms          []room
}

// A step is one thing that a site needs, and where it is done.
type step struct{ Title, Words, Path string }

// A room is one of the pages, and what is done there.
type room struct{ Title, Words, Path string }

var runView = newPage[runPage]("run.html")

// lackPaths lead to where what a site lacks is set.
var lackPaths = map[duty.Lack]string{
	duty.NoModerators: "/run/people", duty.NoHelplines: "/run/helplines", duty.NoHours: "/desk/shift",
	duty.NoContact: "/run/site#contact", duty.NoAge: "/run/site#minimum_age",
}

// openUp opens the site to the public once it lacks nothing, or closes it again.
func (s *Server) openUp(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, open, said := c.Request.Context(), form.Get("do") == "open", "said.site.closed"
	if open {
		said = "said.site.opened"
		if lacks, err := s.Rota.Lacking(ctx); err != nil {
			return err
		} else if len(lacks) > 0 {
			return fault.New(fault.Conflict, "fault.not_ready")
		}
	}
	if err := s.Site.OpenUp(ctx, viewer(c), open); err != nil {
		return err
	}
	return s.done(c, said, "/run")
}

var rooms = []string{"site", "helplines", "boards", "labels", "agreements", "reasons", "people", "filters"}

func (s *Server) run(c *gin.Context) error {
	ctx, by := c.Request.Context(), viewer(c)
	people, err := s.Accounts.Trusted(ctx, by)
	if err != nil {
		return err
	}
	boards, err := s.Forum.Boards(ctx, by)
	if err != nil {
		return err
	}
	page := runPage{frame: s.running(c, "run.title")}
	page.Crumbs = page.Crumbs[:1]
	for _, one := range page.steps(s, people, boards) {
		switch {
		case one.done:
			page.Ready = append(page.Ready, one.step)
		default:
			page.Missing = append(page.Missing, one.step)
		}
	}
	lacks, err := s.Rota.Lacking(ctx)
	if err != nil {
		return err
	}
	for _, lack := range lacks {
		key := "doctor." + string(lack)
		page.Lacks = append(page.Lacks, step{page.T(key + ".lacks"), page.T(key + ".mend"), lackPaths[lack]})
	}
	for _, name := range rooms {
		page.Rooms = append(page.Rooms, room{page.T("run." + name), page.T("run." + name + ".how"), "/run/" + name})
	}
	for _, name := range []string{"storm", "invitations", "log"} { // which moderators have too
		page.Rooms = append(page.Rooms, room{page.T("run." + name), page.T("run." + name + ".how"), "/desk/" + name})
	}
	return runView.show(c, page)
}

// running is the frame of an operator's page with the title key. Up are the pages
// that lead to it, beside the first.
func (s *Server) running(c *gin.Context, key string, up ...crumb) frame {
	f := s.frame(c)
	return s.runningAt(c, f.T(key), up...)
}

func (s *Server) runningAt(c *gin.Context, title string, up ...crumb) frame {
	f := s.frame(c)
	f = s.frame(c, title, f.T("run.title"))
	f.Here = "you"
	f.Crumbs = append([]crumb{{f.T("frame.you"), "/you"}, {f.T("run.title"), "/run"}}, up...)
	return f
}

// done says what was done on the next page.
func (s *Server) done(c *gin.Context, said, path string) error {
	s.tell(viewer(c), said)
	return goTo(c, path)
}

type neededStep struct {
	step
	done bool
}

// steps are what a site needs before people come, in the order in which somebody
// would do them.
func (f frame) steps(s *Server, people []account.Trusted, boards []forum.BoardAt) []neededStep {
	now := f.Site
	standing := slices.ContainsFunc(boards, func(b forum.BoardAt) bool { return !b.Archived() })
	look := slices.DeleteFunc(slices.Clone(people), func(t account.Trusted) bool { return t.Role == account.Welcomer })
	unlocked := slices.ContainsFunc(look, account.Trusted.Waits)
	due := slices.ContainsFunc(now.Helplines, func(h site.Helpline) bool { return h.Due(s.Now()) })
	need := func(key, path string, done bool, args ...any) neededStep {
		words := f.T("run.need."+key+".not", args...)
		if done {
			words = f.T("run.need."+key+".done", args...)
		}
		return neededStep{step{f.T("run.need." + key), words, path}, done}
	}
	return []neededStep{
		need("name", "/run/site#name", now.Name != site.Defaults().Name, "Name", now.Name),
		need("run_by", "/run/site#run_by", now.RunBy != ""),
		need("contact", "/run/site#contact", now.Contact != ""),
		need("minimum_age", "/run/site#minimum_age", now.MinimumAge > 0, "Age", now.MinimumAge),
		need("emergency", "/run/site#emergency", now.Emergency != "", "Number", now.Emergency),
		need("helplines", "/run/helplines", slices.ContainsFunc(now.Helplines, site.Helpline.Always)),
		need("checked", "/run/helplines", !due),
		need("on_duty", "/run/site#on_duty", now.OnDuty != "", "Who", now.OnDuty),
		need("boards", "/run/boards", standing),
		need("agreements", "/run/agreements", s.Accounts.Agreement().Version > 0),
		need("second", "/run/people", len(look) > 1),
		need("factor", "/run/people", !unlocked),
	}
}

// typed makes what a form holds of pairs of a field and its value.
func typed(pairs ...string) url.Values {
	form := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	return form
}
