package web

import (
	"strings"

	"github.com/kindword/kindword/pkg/duty"
)

// mostNamed is how many of those on duty the foot of a page names.
const mostNamed = 3

// onDuty is the sentence that says who reads now. It follows from the rota, so
// that nobody is promised a reader who is not there.
func (f frame) onDuty(p duty.Promise) string {
	switch {
	case len(p.On) > 0:
		var who []string
		for _, s := range p.On[:min(len(p.On), mostNamed)] {
			who = append(who, f.T("foot.duty_until", "Name", s.Of.Shown, "Clock", f.Clock(s.Ends)))
		}
		return f.T("foot.duty", "Who", f.List(who))
	case !p.Next.IsZero():
		return f.T("foot.duty_next", "When", f.Moment(p.Next))
	case f.Site.OnDuty != "":
		return strings.TrimRight(f.Site.OnDuty, ". ") + "."
	}
	return f.T("foot.duty_nobody")
}
