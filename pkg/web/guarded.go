package web

import (
	"html/template"

	"github.com/kindword/kindword/pkg/forum"
)

// deskNote is a moderator's note as it stands under a post.
type deskNote struct {
	By, When, Stamp string
	Words           template.HTML
	Address, Host   string // of its source
}

// guarded adds what moderators, or the rules on their behalf, did to a post short of
// taking it down: that it is folded, what is covered, the notes under it.
func (p *postPart) guarded(d *drawing, r *forum.Reply) {
	f := d.f
	if r.Covered() && r.Mine {
		p.Body = r.Whole.With(d.living)
	}
	if r.Folded() && !r.Removed() {
		p.Folded = f.T("post.folded." + string(r.FoldedFor))
	}
	for _, n := range r.Notes {
		note := deskNote{By: f.T("post.note_by", "Name", f.nameOf(n.By)), When: f.When(n.At), Stamp: f.Stamp(n.At), Words: n.HTML.With(d.living)}
		note.Address, note.Host = knowLink(n.Link)
		p.Notes = append(p.Notes, note)
	}
}

// covered says what stands in the place of a passage.
func (f frame) covered(why string) string { return f.T("post.cover." + why) }
