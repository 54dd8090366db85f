package web

import (
	"net/url"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/site"
)

// stormPage shows what is shut for a while, each part with the buttons that shut it
// and open it again.
type stormPage struct {
	frame
	Calm  bool
	Parts []stormPart
}

// A stormPart is one of the doors.
type stormPart struct {
	ID, Title, Now string
	Shut           bool
	Hours, Most    []readingOption
	Shuts          []stormButton
	Opens          stormButton
	Link, LinkPath string
}

type stormButton struct{ Do, Words string }

var stormView = newRunPage[stormPage]("run_storm.html")

// keepers lets those pass who look after every board. To others there is no such page.
func keepers(c *gin.Context) error {
	if !viewer(c).ModeratesAll() {
		return notHere(c)
	}
	return nil
}

func (s *Server) storm(c *gin.Context) error { return s.showStorm(c, url.Values{}, nil) }

func (s *Server) showStorm(c *gin.Context, form url.Values, why error) error {
	page := stormPage{frame: s.keeping(c, "run.storm")}
	now, at := page.Site.Storm, s.Now()
	page.Calm = !now.Any(at)
	joining := now.JoiningAt(at)
	most, ceiling := now.CeilingAt(at)
	page.Parts = []stormPart{
		{
			ID: "joining", Title: page.T("run.storm.joining"), Now: page.T("run.storm.joining."+string(joining), "Until", page.Moment(now.JoiningUntil)),
			Shut: joining != site.JoiningOpen, Hours: page.hours(form),
			Shuts: []stormButton{{"invited", page.T("run.storm.joining.invited.do")}, {"paused", page.T("run.storm.joining.paused.do")}},
			Opens: stormButton{"open", page.T("run.storm.joining.open.do")},
			Link:  page.T("run.storm.invite"), LinkPath: "/desk/invitations",
		},
		{
			ID: "newcomers", Title: page.T("run.storm.newcomers"), Now: page.shutUntil("run.storm.newcomers", now.ReadOnlyAt(at), 1, now.NewReadOnly),
			Shut: now.ReadOnlyAt(at), Hours: page.hours(form),
			Shuts: []stormButton{{"read", page.T("run.storm.newcomers.do")}},
			Opens: stormButton{"write", page.T("run.storm.newcomers.end")},
		},
		{
			ID: "ceiling", Title: page.T("run.storm.ceiling"), Now: page.shutUntil("run.storm.ceiling", ceiling, most, now.CeilingUntil),
			Shut: ceiling, Hours: page.hours(form), Most: page.ceilings(form),
			Shuts: []stormButton{{"ceiling", page.T("run.storm.ceiling.do")}},
			Opens: stormButton{"no_ceiling", page.T("run.storm.ceiling.end")},
		},
	}
	return showAgain(c, stormView, &page, &page.frame, why)
}

// keeping is the frame of a page that moderators have too: an operator is led to it
// through the pages of running the site, a moderator through the desk.
func (s *Server) keeping(c *gin.Context, key string) frame {
	f := s.running(c, key)
	if !f.Viewer.Operates() {
		f.Crumbs = []crumb{f.Crumbs[0], {f.T("desk.title"), "/desk"}}
	}
	return f
}

func (f frame) shutUntil(key string, shut bool, n int, until time.Time) string {
	if !shut {
		return f.T(key + ".open")
	}
	return f.N(key+".shut", n, "Until", f.Moment(until))
}

func (f frame) hours(form url.Values) (all []readingOption) {
	chosen := form.Get("hours")
	for i, n := range site.StormHours {
		v := strconv.Itoa(n)
		all = append(all, readingOption{Value: v, Title: f.N("run.storm.for", n), Chosen: v == chosen || chosen == "" && i == 1})
	}
	return all
}

func (f frame) ceilings(form url.Values) (all []readingOption) {
	for _, n := range site.Ceilings {
		v := strconv.Itoa(n)
		all = append(all, readingOption{Value: v, Title: f.T("run.storm.ceiling.an_hour", "N", n), Chosen: v == form.Get("most")})
	}
	return all
}

// pressStorm takes one button: it shuts a door for some hours, or opens it again.
func (s *Server) pressStorm(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by := c.Request.Context(), viewer(c)
	hours, _ := strconv.Atoi(form.Get("hours"))
	most, _ := strconv.Atoi(form.Get("most"))
	said, part := "said.storm.shut", "joining"
	switch form.Get("do") {
	case "invited":
		err = s.Site.ShutJoining(ctx, by, site.JoiningInvited, hours)
	case "paused":
		err = s.Site.ShutJoining(ctx, by, site.JoiningPaused, hours)
	case "open":
		said, err = "said.storm.open", s.Site.ShutJoining(ctx, by, site.JoiningOpen, 0)
	case "read":
		part, err = "newcomers", s.Site.NewcomersRead(ctx, by, max(hours, 1))
	case "write":
		said, part, err = "said.storm.open", "newcomers", s.Site.NewcomersRead(ctx, by, 0)
	case "ceiling":
		part, err = "ceiling", s.Site.Ceil(ctx, by, most, max(hours, 1))
	case "no_ceiling":
		said, part, err = "said.storm.open", "ceiling", s.Site.Ceil(ctx, by, 0, 0)
	default:
		return notHere(c)
	}
	if err != nil {
		return s.showStorm(c, form, err)
	}
	return s.done(c, said, "/desk/storm#"+part)
}
