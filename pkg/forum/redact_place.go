package forum

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/text"
)

// The places of a post that hold words. A revision's are called by its number.
const (
	inSource  = "source"
	inNote    = "note"
	inLink    = "know_link"
	inTitle   = "title"  // of the thread it opened
	inShort   = "short"  // likewise
	inEnding  = "ending" // likewise
	inUnder   = "under"  // a moderator's note under it
	inEarlier = "earlier "
	inFormer  = "former " // the title of an earlier version
)

type wordsAt struct{ at, words string }

func scanWordsAt(r db.Row) (p wordsAt, err error) {
	err = r.Scan(&p.at, &p.words)
	return p, err
}

// placesOf returns the words of every place of a post that holds any.
func placesOf(ctx context.Context, r db.Reader, id PostID) (map[string]string, error) {
	all, err := db.All(ctx, r, scanWordsAt, `
		SELECT 'source', p.source FROM post p WHERE p.id = $1
		UNION ALL SELECT 'note', p.note FROM post p WHERE p.id = $1
		UNION ALL SELECT 'know_link', p.know_link FROM post p WHERE p.id = $1
		UNION ALL SELECT 'title ' || CAST(t.id AS TEXT), t.title FROM thread t WHERE t.opening = $1
		UNION ALL SELECT 'short ' || CAST(t.id AS TEXT), t.short FROM thread t WHERE t.opening = $1
		UNION ALL SELECT 'ending ' || CAST(t.id AS TEXT), t.ending FROM thread t WHERE t.opening = $1
		UNION ALL SELECT 'under ' || CAST(d.id AS TEXT), d.source FROM desk_note d WHERE d.post = $1
		UNION ALL SELECT 'earlier ' || CAST(v.number AS TEXT), v.source FROM revision v WHERE v.post = $1 AND v.erased_at IS NULL
		UNION ALL SELECT 'former ' || CAST(v.number AS TEXT), v.title FROM revision v WHERE v.post = $1 AND v.erased_at IS NULL`, id)
	places := map[string]string{}
	for _, p := range all {
		if p.words != "" {
			places[p.at] = p.words
		}
	}
	return places, err
}

// putPlace writes words in a place of a post, but for its source.
func putPlace(ctx context.Context, tx *db.Tx, id PostID, at, words string) (err error) {
	what, number, _ := strings.Cut(at, " ")
	n, _ := strconv.ParseInt(number, 10, 64)
	switch what {
	case inNote:
		_, err = tx.Exec(ctx, `UPDATE post SET note = $1 WHERE id = $2`, words, id)
	case inLink:
		_, err = tx.Exec(ctx, `UPDATE post SET know_link = $1 WHERE id = $2`, words, id)
	case inTitle:
		_, err = tx.Exec(ctx, `UPDATE thread SET title = $1 WHERE id = $2`, words, n)
	case inShort, inEnding:
		html, err := text.RenderLong(words)
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `UPDATE thread SET `+what+` = $1, `+what+`_html = $2, renderer = $3 WHERE id = $4`, words, html, text.RendererVersion, n)
		return err
	case inUnder:
		html, err := text.Render(words)
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `UPDATE desk_note SET source = $1, html = $2 WHERE id = $3`, words, html, n)
		return err
	case strings.TrimSpace(inEarlier):
		_, err = tx.Exec(ctx, `UPDATE revision SET source = $1 WHERE post = $2 AND number = $3`, words, id, n)
	case strings.TrimSpace(inFormer):
		_, err = tx.Exec(ctx, `UPDATE revision SET title = $1 WHERE post = $2 AND number = $3`, words, id, n)
	default:
		err = fmt.Errorf("a post has no place called %q", what)
	}
	return err
}
