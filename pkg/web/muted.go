package web

import (
	"context"
	"html/template"
	"strings"

	"github.com/gin-gonic/gin"
	"golang.org/x/net/html"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/screen"
)

// mutedPage is where somebody says which words they do not want to meet.
type mutedPage struct {
	mine
	Muted []string
	Typed string
	Most  int
}

var mutedView = newAccountPage[mutedPage]("muted.html")

func (s *Server) readMuted(c *gin.Context) error { return s.showMuted(c, "", nil) }

// showMuted shows the page; typed is what was to be added when why says that it was not.
func (s *Server) showMuted(c *gin.Context, typed string, why error) error {
	all, err := s.Accounts.Muted(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	page := mutedPage{mine: s.mine(c, "muted.title"), Muted: all, Typed: typed, Most: account.MostMuted}
	return showAgain(c, mutedView, &page, &page.frame, why)
}

func (s *Server) changeMuted(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by := c.Request.Context(), viewer(c)
	if words := form.Get("unmute"); words != "" {
		if err := s.Accounts.Unmute(ctx, by, words); err != nil {
			return err
		}
		return s.done(c, "said.unmuted", "/you/muted")
	}
	if err := s.Accounts.Mute(ctx, by, form.Get("words")); err != nil {
		return s.showMuted(c, form.Get("words"), err)
	}
	return s.done(c, "said.muted", "/you/muted")
}

// mutedBy returns the words that by does not want to meet, or nil when there are none.
func (s *Server) mutedBy(ctx context.Context, by account.Account) (*screen.Phrases, error) {
	all, err := s.Accounts.Muted(ctx, by)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return screen.NewPhrases(all), nil
}

// mutes reports whether what r shows holds a word that the reader muted. Nobody's own
// words are folded for them.
func (d *drawing) mutes(r *forum.Reply) bool {
	if d.muted == nil || r.Mine || r.Removed() {
		return false
	}
	if d.muted.In(r.Note, wordsIn(r.HTML.With(d.living))) {
		return true
	}
	t := d.thread
	return r.Opening() && d.muted.In(t.Title, wordsIn(t.Short.With(d.living)), wordsIn(t.Ending.With(d.living)))
}

// mute folds what is in row for a reader who muted a word of it.
func (f frame) mute(muted *screen.Phrases, row *row) {
	if muted != nil && muted.In(row.Title, row.Note, row.Labels) {
		row.Fold, row.Show = f.T("row.muted"), f.T("row.muted.show")
	}
}

// wordsIn are the words of finished HTML, as they are looked through: tags that may
// stand inside a word leave it whole.
func wordsIn(safe template.HTML) string {
	var out strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(string(safe)))
	for kind := tokens.Next(); kind != html.ErrorToken; kind = tokens.Next() {
		switch token := tokens.Token(); {
		case kind == html.TextToken:
			out.WriteString(token.Data)
		case !insideWords[token.Data]:
			out.WriteByte('\n')
		}
	}
	return out.String()
}

var insideWords = map[string]bool{"em": true, "strong": true, "del": true, "code": true, "a": true, "span": true}
