package web

import (
	"html/template"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/text"
	"github.com/kindword/kindword/pkg/words"
)

// lookPart is what stands beside the form after a look: what could point to
// somebody, and how it will look. Nothing of it is stored or sent anywhere, and
// nothing in it stops a post.
type lookPart struct {
	*words.Words
	Card    template.HTML // where help is, or ""
	Details []detailRow
	Suggest []suggestRow
	Public  bool // anybody can read it
	Title   string
	Opening bool
	Post    template.HTML
	Do      string // what the button says that posts it
	Guest   bool
}

// detailRow is one detail that could point to somebody.
type detailRow struct {
	Words, What string
	Safer       string // what could stand in its place, in words
	TakeOut     bool   // which says no more than that something was taken out
	At          string // where it is, for the button that puts that there
}

// suggestRow is a passage that the people who run this site would put another way, and
// their words about it.
type suggestRow struct{ Words, Why string }

var previewView = newPreview("preview.html")

func newPreview(name string) view[lookPart] { return read[lookPart](name, name, "look.html") }

// lookAt shows the form with a look at what was written.
func (s *Server) lookAt(c *gin.Context, p place, w writing) error {
	if why := w.check(p); why != nil {
		return s.writeAgain(c, p, w, why)
	}
	kept := s.tryToKeep(c, &w)
	page, err := s.composePage(c, p, w)
	if err != nil {
		return err
	}
	if !kept {
		page.Status = page.T("write.not_saved")
	}
	page.Check, err = s.look(c, page.frame, p, w, 2)
	if err != nil {
		return err
	}
	page.Title = s.frame(c, page.T("look.title"), p.Board.Title).Title
	return composeView.show(c, page)
}

// showPreview shows how words will look, and nothing around it.
func (s *Server) showPreview(c *gin.Context, w writing) error {
	p, err := s.find(c, w.target)
	if err != nil {
		return err
	}
	if forum.CheckWords(w.Words) != nil {
		c.Status(http.StatusNoContent)
		return nil
	}
	look, err := s.look(c, s.frame(c), p, w, 1)
	if err != nil {
		return err
	}
	return previewView.show(c, *look)
}

// look looks at w, which could be posted. The level is that of the post's heading.
func (s *Server) look(c *gin.Context, f frame, p place, w writing, level int) (*lookPart, error) {
	look := &lookPart{Words: f.Words, Public: p.public(), Opening: p.titled(), Do: f.T("look.post"), Guest: f.Viewer.Guest()}
	if p.Kind == forum.DraftEdit {
		look.Do = f.T("look.change")
	}
	if err := s.screened(c, f, p, w, look); err != nil {
		return nil, err
	}
	var marked []string
	for _, d := range f.details(w) {
		row := detailRow{Words: d.in[d.From:d.To], What: f.T(d.Kind.Key()), Safer: d.Keep, At: d.at()}
		row.TakeOut = strings.HasPrefix(row.Safer, "[")
		look.Details = append(look.Details, row)
		marked = append(marked, row.Words)
	}
	if p.titled() {
		look.Title = text.CleanTitle(w.Title)
	}
	html, err := text.Render(w.Words)
	if err != nil {
		return nil, err
	}
	living, err := s.living(c, f, html)
	if err != nil {
		return nil, err
	}
	part, err := s.previewPart(c, f, p, w)
	if err != nil {
		return nil, err
	}
	part.Level = level
	part.Body = marking(html.With(living), marked)
	look.Post, err = postView.render(part)
	return look, err
}

// previewPart is the post as it will be shown, but for its words.
func (s *Server) previewPart(c *gin.Context, f frame, p place, w writing) (postPart, error) {
	part := postPart{Words: f.Words, PID: "look", At: f.T("look.not_posted"), AtStamp: f.Stamp(s.Now()), Note: text.CleanTitle(w.Note), Open: true,
		Name: f.T("look.name_later"), Patch: "q-pin slate"}
	if by := f.Viewer; by.Member() {
		name := by.Name
		if !p.opens() {
			var err error
			if name, err = s.Forum.NameIn(c.Request.Context(), by, p.Thread.ID); err != nil {
				return part, err
			}
		}
		part.Name, part.Patch, part.Role = f.nameOf(name), name.Patch(), f.roleOf(name)
		if w.Fresh != "" {
			part.Name, part.Patch, part.Role = w.Fresh, "q-pin slate", ""
		}
	}
	if p.Kind == forum.DraftReply {
		part.To, part.ToPath = f.nameOf(p.Post.By), postPath(p.Post.PID)
	}
	if p.knows() && forum.Know(w.Know).Known() && w.Know != "" {
		part.Know = f.T("know." + w.Know)
		part.KnowURL, part.KnowLink = knowLink(w.KnowLink)
	}
	if p.opens() {
		if wish := forum.Wish(w.Wish); wish.Known() && wish != forum.NoWish {
			part.Wish, part.WishPatch = f.B("wish."+w.Wish+".asked", "Name", part.Name), wishPatches[wish]
		}
		labels, err := s.Forum.Labels(c.Request.Context())
		if err != nil {
			return part, err
		}
		part.Labels = chosenLabels(f, labels, w.Labels)
	}
	return part, nil
}

func chosenLabels(f frame, labels []forum.Label, slugs []string) string {
	var chosen []string
	for _, one := range labelChoices(labels, slugs) {
		if one.Chosen {
			chosen = append(chosen, one.Title)
		}
	}
	return f.List(chosen)
}
