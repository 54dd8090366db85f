package web

import (
	"strconv"

	"github.com/kindword/kindword/pkg/moderation"
)

// A guideStep is one step of looking after somebody, in the order of the guides for
// peer communities (NSPA and Samaritans, in the design brief): closed, so that it helps
// whoever wants it and stands in nobody's way.
type guideStep struct {
	Title, Words string
	Lines        []string // to begin with: each to be made one's own
	Path, Link   string   // where it is done
}

// guideSteps and guideLines count what the catalogue has of each.
const (
	guideSteps = 6
	guideLines = 4
	answerStep = 4 // the one that has lines to begin with, and where the answer is written
)

func (p *casePage) guide(w moderation.Whole) {
	for n := 1; n <= guideSteps; n++ {
		key := "case.care." + strconv.Itoa(n)
		step := guideStep{Title: p.T(key), Words: p.T(key + ".words")}
		if n == answerStep {
			for i := 1; i <= guideLines; i++ {
				step.Lines = append(step.Lines, p.T(key+".line."+strconv.Itoa(i), "Name", p.nameOf(w.About)))
			}
			if w.Post.ID != 0 && !w.Post.Removed() {
				step.Path, step.Link = postPath(w.Post.PID)+"/reply", p.T("case.care.reply", "Name", p.nameOf(w.About))
			}
		}
		if n == 3 {
			step.Path, step.Link = "/help-now", p.T("frame.help")
		}
		p.Guide = append(p.Guide, step)
	}
}
