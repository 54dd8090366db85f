package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/text"
)

// renderedAtOnce is how many posts one step of [Forum.Rerender] makes anew.
const renderedAtOnce = 100

// Rerender makes the HTML of some posts anew that was made by an older version of
// the renderer, and reports whether there may be more. It renders outside of any
// transaction, and leaves alone what was changed meanwhile.
func (f *Forum) Rerender(ctx context.Context) (more bool, err error) {
	posts, err := db.All(ctx, f.db, scanWholePost, `
		SELECT `+wholePostColumns+fromPost+`WHERE p.renderer < $1 ORDER BY p.renderer, p.id LIMIT $2`, text.RendererVersion, renderedAtOnce)
	if err != nil {
		return false, err
	}
	for i := range posts {
		if posts[i].HTML, err = posts[i].render(); err != nil {
			return false, err
		}
	}
	err = f.db.Tx(ctx, func(tx *db.Tx) error {
		touched := map[ThreadID]bool{}
		for _, p := range posts {
			_, err := tx.Exec(ctx, `
				UPDATE post SET html = $1, renderer = $2, version = version + 1
				WHERE id = $3 AND revision = $4 AND removed_by = $5`, p.HTML, text.RendererVersion, p.ID, p.Revision, p.RemovedBy)
			if err != nil {
				return err
			}
			if touched[p.Thread] {
				continue
			}
			touched[p.Thread] = true
			if _, err := f.touch(ctx, tx, p.Thread); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return false, err
	}
	again, err := f.rerenderThreads(ctx)
	return again || len(posts) == renderedAtOnce, err
}

// rerenderThreads is [Forum.Rerender] for short versions and endings.
func (f *Forum) rerenderThreads(ctx context.Context) (more bool, err error) {
	type row struct {
		id                    ThreadID
		version               int64
		short, ending         string
		shortHTML, endingHTML text.HTML
	}
	rows, err := db.All(ctx, f.db, func(r db.Row) (t row, err error) {
		err = r.Scan(&t.id, &t.version, &t.short, &t.ending)
		return t, err
	}, `
		SELECT t.id, t.version, t.short, t.ending FROM thread t
		WHERE t.renderer > 0 AND t.renderer < $1 ORDER BY t.renderer, t.id LIMIT $2`, text.RendererVersion, renderedAtOnce)
	if err != nil {
		return false, err
	}
	for i := range rows {
		if rows[i].shortHTML, err = text.RenderLong(rows[i].short); err != nil {
			return false, err
		}
		if rows[i].endingHTML, err = text.RenderLong(rows[i].ending); err != nil {
			return false, err
		}
	}
	return len(rows) == renderedAtOnce, f.db.Tx(ctx, func(tx *db.Tx) error {
		for _, t := range rows {
			n, err := tx.Exec(ctx, `UPDATE thread SET short_html = $1, ending_html = $2, renderer = $3 WHERE id = $4 AND version = $5`,
				t.shortHTML, t.endingHTML, text.RendererVersion, t.id, t.version)
			if err != nil {
				return err
			}
			if n == 0 {
				continue // changed meanwhile: the next step finds it again, if it is still old
			}
			if _, err := f.touch(ctx, tx, t.id); err != nil {
				return err
			}
		}
		return nil
	})
}
