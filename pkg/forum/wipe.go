package forum

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// wipedAtOnce is how many posts one transaction wipes: nobody else can write
// meanwhile.
const wipedAtOnce = 50

// WipeTakenBack wipes the words of posts that were taken back longer ago than
// [PutBackWithin], some at a time, and reports whether there may be more.
func (f *Forum) WipeTakenBack(ctx context.Context) (more bool, err error) {
	err = f.db.Tx(ctx, func(tx *db.Tx) error {
		now := f.now()
		posts, err := db.All(ctx, tx, scanWholePost, `
			SELECT `+wholePostColumns+fromPost+`
			WHERE p.removed_by = 'author' AND p.wiped_at IS NULL AND p.removed_at < $1 ORDER BY p.removed_at, p.id LIMIT $2`,
			db.Time(now.Add(-PutBackWithin)), wipedAtOnce)
		if err != nil {
			return err
		}
		for _, p := range posts {
			if err := wipe(ctx, tx, p, now); err != nil {
				return err
			}
		}
		more = len(posts) == wipedAtOnce
		return nil
	})
	return more, err
}

// wipe overwrites every word of p, which was removed, and of its earlier versions;
// with an opening post go its thread's title, short version and ending.
func wipe(ctx context.Context, tx *db.Tx, p Post, at time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE post SET source = '', html = '', cover = '', note = '', know = '', know_link = '', wiped_at = $1 WHERE id = $2`, db.Time(at), p.ID)
	if err != nil {
		return err
	}
	if err := eraseRevisions(ctx, tx, p.ID, at); err != nil {
		return err
	}
	if err := endRedactions(ctx, tx, p.ID, at); err != nil {
		return err
	}
	if !p.Opening() {
		return nil
	}
	_, err = tx.Exec(ctx, `
		UPDATE thread SET title = '', short = '', short_html = '', ending = '', ending_html = '', ask_on = NULL, renderer = 0
		WHERE id = $1`, p.Thread)
	return err
}
