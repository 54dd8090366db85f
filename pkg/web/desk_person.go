package web

import (
	"github.com/kindword/kindword/pkg/moderation"
)

// personPart is what the desk may know of whoever wrote: the good things first, and of
// a name for one thread nothing of whose it is.
type personPart struct {
	Heading string
	Facts   []known
	Lines   []string
	Path    string
}

// A known thing is a word and what it is.
type known struct{ Term, Says string }

func (p *casePage) personPart(s *Server, w moderation.Whole) *personPart {
	name := w.About
	if name.ID == 0 {
		return nil
	}
	part := &personPart{Heading: p.T("case.about", "Name", p.nameOf(name))}
	if n := w.Post.KindWords(); n > 0 {
		part.Facts = append(part.Facts, known{p.T("case.about.kind"), p.N("case.about.kind_words", n)})
	}
	first := p.T("case.about.wrote_before")
	if name.FirstTimer() {
		first = p.T("case.about.first_time")
	}
	part.Facts = append(part.Facts, known{p.T("case.about.wrote"), first})
	if name.OneThread() {
		part.Lines = append(part.Lines, p.T("case.about.one_thread"))
	} else {
		if since := name.Since.Time(); !since.IsZero() {
			part.Facts = append(part.Facts, known{p.T("case.about.since"), p.Month(since)})
		}
		if role := p.roleOf(name); role != "" {
			part.Facts = append(part.Facts, known{p.T("case.about.role"), role})
		}
		if name.Shown != "" {
			part.Path = "/u/" + name.PID
		}
	}
	standing := p.T("case.about.nothing_held")
	switch now := w.Standing; {
	case now.Banned:
		standing = p.T("case.about.banned")
	case now.PausedUntil.After(s.Now()):
		standing = p.T("case.about.paused", "Until", p.Moment(now.PausedUntil))
	case now.HeldFirst:
		standing = p.T("case.about.held_first")
	}
	part.Facts = append(part.Facts, known{p.T("case.about.standing"), standing})
	return part
}
