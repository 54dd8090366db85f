package web

import (
	"net/url"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/duty"
	"github.com/kindword/kindword/pkg/fault"
)

// shiftPage is the rota, as a moderator sees and changes it.
type shiftPage struct {
	frame
	Here, Mine string // who is on now, and one's own shift, in sentences
	Days       []shiftDay
	Notes      []handOver
	Tools      []tool
	Action     string
}

// A shiftDay is the shifts that begin on one day.
type shiftDay struct {
	Day    string
	Shifts []plannedShift
}

type plannedShift struct {
	PID, Who, From, To string
	Own                bool // may be taken off by whoever reads
}

// A handOver is what somebody left for whoever comes next.
type handOver struct{ Who, When, Words string }

var shiftView = newRunPage[shiftPage]("desk_shift.html")

// handOversShown is how many notes of those who were there last stand on the page.
const handOversShown = 5

func (s *Server) readShift(c *gin.Context) error { return s.showShift(c, "", typed(), nil) }

// showShift shows the page; form is what was typed into the form called was.
func (s *Server) showShift(c *gin.Context, was string, form url.Values, why error) error {
	ctx, by := c.Request.Context(), viewer(c)
	terms, err := s.Rota.TermsOf(ctx, by.Name.ID)
	if err != nil {
		return err
	}
	notes, err := s.Rota.HandOvers(ctx, by, handOversShown)
	if err != nil {
		return err
	}
	page := shiftPage{Action: "/desk/shift"}
	page.frame = s.deskFrame(c, "shift", s.frame(c).T("shift.title"))
	page.Here = page.Duty
	on := page.planned(s, s.Rota.Ahead())
	for _, n := range notes {
		if n.HandOver != "" {
			page.Notes = append(page.Notes, handOver{n.Of.Shown, page.Moment(n.Ends), n.HandOver})
		}
	}
	page.Tools = page.shiftTools(s, on, terms, was, form)
	return showAgain(c, shiftView, &page, &page.frame, why)
}

// planned fills the page with the shifts to come, and reports whether one of
// them is the reader's and is on.
func (p *shiftPage) planned(s *Server, ahead []duty.Shift) (on bool) {
	now, by := s.Now(), p.Viewer
	for _, shift := range ahead {
		day := p.Day(shift.Starts)
		if n := len(p.Days); n == 0 || p.Days[n-1].Day != day {
			p.Days = append(p.Days, shiftDay{Day: day})
		}
		own := shift.Of.ID == by.Name.ID
		last := &p.Days[len(p.Days)-1]
		last.Shifts = append(last.Shifts, plannedShift{
			PID: shift.PID, Who: shift.Of.Shown, From: p.Clock(shift.Starts), To: p.Clock(shift.Ends),
			Own: (own || by.Operates()) && shift.Starts.After(now),
		})
		if own && shift.On(now) {
			on = true
			p.Mine = p.T("shift.mine", "Clock", p.Clock(shift.Ends))
		}
	}
	return on
}

func (p *shiftPage) shiftTools(s *Server, on bool, terms duty.Terms, was string, form url.Values) []tool {
	if was != "plan" {
		form.Set("day", s.Now().In(p.Site.Zone).AddDate(0, 0, 1).Format(time.DateOnly))
		form.Set("starts", "18:00")
	}
	if was != "terms" {
		for name, is := range map[string]bool{"mail": terms.Mail, "sound": terms.Sound, "heavy": terms.Heavy} {
			form.Set(name, yes(is))
		}
		form.Set("most", strconv.Itoa(terms.Most))
	}
	var tools []tool
	if on || was == "end" {
		tools = append(tools, p.tool("shift", "end", was, p.input("shift", "hand_over", "area", form)))
	} else {
		tools = append(tools, p.tool("shift", "here", was, p.hours(form)))
	}
	return append(tools,
		p.tool("shift", "plan", was, p.input("shift", "day", "day", form), p.clocks(form), p.hours(form)),
		p.tool("shift", "terms", was, p.tick("shift", "mail", form), p.tick("shift", "sound", form), p.tick("shift", "heavy", form), p.input("shift", "most", "number", form)))
}

// clocks offers when a shift may begin: on every half hour of a day.
func (p *shiftPage) clocks(form url.Values) input {
	i := p.input("shift", "starts", "select", form)
	for t := (time.Time{}); t.YearDay() == 1; t = t.Add(30 * time.Minute) {
		value := t.Format(clock24)
		i.Options = append(i.Options, readingOption{Value: value, Title: p.In(time.UTC).Clock(t), Chosen: value == i.Value})
	}
	return i
}

// clock24 is how the form writes a time of day.
const clock24 = "15:04"

// hours offers how long somebody who sits down now will be there.
func (p *shiftPage) hours(form url.Values) input {
	i := p.input("shift", "hours", "select", form)
	for _, n := range []int{1, 2, 3, 4, 6, 8} {
		value := strconv.Itoa(n)
		i.Options = append(i.Options, readingOption{Value: value, Title: p.N("date.hours", n), Chosen: value == i.Value})
	}
	return i
}

func (s *Server) changeShift(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, do, said := c.Request.Context(), viewer(c), form.Get("do"), "said.shift.planned"
	switch do {
	case "here":
		err = s.beginShift(c, form)
	case "plan":
		err = s.planShift(c, form)
	case "end":
		said, err = "said.shift.ended", s.endShift(c, form.Get("hand_over"))
	case "drop":
		said, err = "said.shift.dropped", s.Rota.Drop(ctx, by, form.Get("shift"))
	case "terms":
		most, _ := strconv.Atoi(form.Get("most"))
		said, err = "said.shift.terms", s.Rota.SetTerms(ctx, by, duty.Terms{Mail: form.Has("mail"), Sound: form.Has("sound"), Heavy: form.Has("heavy"), Most: most})
	default:
		err = fault.New(fault.Invalid, "fault.shift_do")
	}
	if err != nil {
		return s.showShift(c, do, form, err)
	}
	return s.done(c, said, "/desk/shift")
}

// endShift sends somebody home: what they had picked up goes back to the others.
func (s *Server) endShift(c *gin.Context, handOver string) error {
	ctx, by := c.Request.Context(), viewer(c)
	if err := s.Rota.End(ctx, by, handOver); err != nil {
		return err
	}
	return s.Desk.ReleaseAll(ctx, by)
}

// beginShift puts somebody on duty from now on.
func (s *Server) beginShift(c *gin.Context, form url.Values) error {
	hours, err := strconv.Atoi(form.Get("hours"))
	if err != nil || hours < 1 {
		return fault.Field("hours", "fault.shift_hours")
	}
	_, err = s.Rota.Plan(c.Request.Context(), viewer(c), "", s.Now(), s.Now().Add(time.Duration(hours)*time.Hour))
	return err
}

// planShift reads the day and the time as the clocks of the site show them.
func (s *Server) planShift(c *gin.Context, form url.Values) error {
	starts, err1 := time.ParseInLocation(time.DateOnly+" "+clock24, form.Get("day")+" "+form.Get("starts"), s.Site.Now().Zone)
	hours, err2 := strconv.Atoi(form.Get("hours"))
	switch {
	case err1 != nil:
		return fault.Field("day", "fault.shift_time")
	case err2 != nil || hours < 1:
		return fault.Field("hours", "fault.shift_hours")
	}
	_, err := s.Rota.Plan(c.Request.Context(), viewer(c), "", starts, starts.Add(time.Duration(hours)*time.Hour))
	return err
}
