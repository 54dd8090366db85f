package web

import (
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// freshName is the choice of a name for this thread alone.
type freshName struct {
	Usual   string // the name they go by elsewhere
	Offered []readingOption
	Own     string
}

// offer fills in what can be chosen.
func (s *Server) offer(c *gin.Context, page *composePage, p place) error {
	page.noteChoices()
	if page.Knows {
		page.KnowWays = []readingOption{{Title: page.T("know.none"), Chosen: page.W.Know == ""}}
		for _, k := range forum.Knows {
			page.KnowWays = append(page.KnowWays, readingOption{Value: string(k), Title: page.T("know." + string(k) + ".mine"), Chosen: page.W.Know == string(k)})
		}
	}
	if page.Opens {
		page.Wishes = page.wishChoices(page.W.Wish)
		labels, err := s.Forum.Labels(c.Request.Context())
		if err != nil {
			return err
		}
		page.Labels = labelChoices(labels, page.W.Labels)
		if p.Board.Audience == forum.Public {
			page.Audience = page.audienceChoices()
		}
		today := s.Now()
		page.AskFrom, page.AskUntil = today.AddDate(0, 0, 1).Format(time.DateOnly), today.AddDate(1, 0, 0).Format(time.DateOnly)
	}
	page.More = len(page.W.Labels) > 0 || page.W.Note != "" || page.W.AskOn != "" || page.W.Fresh != "" || page.W.Audience == string(forum.Members)
	return s.offerNames(c, page, p)
}

func (f frame) wishChoices(chosen string) []readingOption {
	var wishes []readingOption
	for _, w := range forum.Wishes {
		key := "wish." + string(w)
		wishes = append(wishes, readingOption{Value: string(w), Title: f.T(key + ".title"), Hint: f.T(key + ".about"), Chosen: string(w) == chosen})
	}
	return append(wishes, readingOption{Title: f.T("wish.none.title"), Hint: f.T("wish.none.about"), Chosen: chosen == ""})
}

// labelChoices are the labels that are offered, and those that are there already.
func labelChoices(labels []forum.Label, chosen []string) []readingOption {
	var choices []readingOption
	for _, l := range labels {
		if here := slices.Contains(chosen, l.Slug); here || !l.Archived() {
			choices = append(choices, readingOption{Value: l.Slug, Title: l.Title, Chosen: here})
		}
	}
	return choices
}

func (p *composePage) audienceChoices() []readingOption {
	narrow := p.W.Audience == string(forum.Members)
	return []readingOption{
		{Value: string(forum.Public), Title: p.T("write.audience.public"), Hint: p.T("write.audience.public.about"), Chosen: !narrow},
		{Value: string(forum.Members), Title: p.T("write.audience.members"), Hint: p.T("write.audience.members.about"), Chosen: narrow},
	}
}

// notes are the content notes that are offered, by the ends of their keys.
var notes = []string{"recurrence", "bad_news", "emergency", "death", "self_harm", "fertility", "child", "surgery"}

func (p *composePage) noteChoices() {
	p.Notes = []readingOption{{Title: p.T("note.none"), Chosen: p.W.Note == ""}}
	p.OwnNote = p.W.Note
	for _, note := range notes {
		title := p.T("note." + note)
		one := readingOption{Value: title, Title: title, Chosen: p.W.Note == title}
		if one.Chosen {
			p.OwnNote = ""
		}
		p.Notes = append(p.Notes, one)
	}
}

// offerNames offers a name for this thread alone, to those who have none there yet.
func (s *Server) offerNames(c *gin.Context, page *composePage, p place) error {
	by := page.Viewer
	if by.Guest() || p.Kind == forum.DraftEdit {
		return nil
	}
	if p.Kind == forum.DraftReply {
		if may, err := s.Forum.MayBeFresh(c.Request.Context(), by, p.Thread); err != nil || !may {
			return err
		}
	}
	offered := page.W.Offered
	if len(offered) == 0 || len(offered) > namesOffered {
		var err error
		if offered, err = s.Accounts.SuggestNames(c.Request.Context(), namesOffered); err != nil {
			return err
		}
	}
	page.Name = &freshName{Usual: page.nameOf(by.Name), Own: page.W.Fresh}
	for _, name := range offered {
		chosen := name == page.W.Fresh
		if chosen {
			page.Name.Own = ""
		}
		page.Name.Offered = append(page.Name.Offered, readingOption{Value: name, Title: name, Chosen: chosen})
	}
	return nil
}
