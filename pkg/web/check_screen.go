package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/text"
)

// screened adds to a look what the site's own words suggest to change, and where help
// is when the text may ask for it. Neither stops a post.
func (s *Server) screened(c *gin.Context, f frame, p place, w writing, look *lookPart) error {
	d := screen.Draft{By: f.Viewer, Name: f.Viewer.Name.ID, Source: text.Clean(w.Words), Opening: p.opens()}
	if p.titled() {
		d.Title = text.CleanTitle(w.Title)
	}
	if p.Kind == forum.DraftEdit {
		d.Post = int64(p.Post.ID)
	}
	found := s.Screen.Seen(d)
	for _, one := range found.Suggest {
		row := suggestRow{Words: d.Title, Why: one.Words}
		if one.To > 0 {
			row.Words = d.Source[one.From:one.To]
		}
		look.Suggest = append(look.Suggest, row)
	}
	if !found.Card {
		return nil
	}
	card, err := careView.render(carePart{frame: f, Lines: f.Crisis()})
	look.Card = card
	return err
}
