package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

type kindWordIn struct {
	post   PostID
	thread ThreadID
}

func scanKindWordIn(r db.Row) (k kindWordIn, err error) {
	err = r.Scan(&k.post, &k.thread)
	return k, err
}

// kindWordsOf returns where some kind words of a name stand.
func kindWordsOf(ctx context.Context, r db.Reader, name account.NameID, n int) ([]kindWordIn, error) {
	return db.All(ctx, r, scanKindWordIn, `
		SELECT k.post, p.thread FROM kind_word k JOIN post p ON p.id = k.post WHERE k.name = $1 ORDER BY k.post LIMIT $2`, name, n)
}

// postsToWipe returns some posts of a name that still hold words.
func postsToWipe(ctx context.Context, r db.Reader, name account.NameID, n int) ([]Post, error) {
	return db.All(ctx, r, scanWholePost, `
		SELECT `+wholePostColumns+fromPost+`
		WHERE p.written_by = $1 AND p.wiped_at IS NULL ORDER BY p.thread, p.id LIMIT $2`, name, n)
}

// wipeMoves wipes some of the notes that a name left on threads that it moved, and
// returns those threads.
func wipeMoves(ctx context.Context, tx *db.Tx, name account.NameID, n int) ([]ThreadID, error) {
	return db.All(ctx, tx, db.Value[ThreadID], `
		UPDATE thread SET moved_words = '', moved_by = NULL
		WHERE id IN (SELECT t.id FROM thread t WHERE t.moved_by = $1 ORDER BY t.id LIMIT $2) RETURNING id`, name, n)
}

// wipeMerged wipes what a name said of threads that were merged away. No page shows
// it, and it is there all the same.
func wipeMerged(ctx context.Context, tx *db.Tx, name account.NameID) error {
	_, err := tx.Exec(ctx, `
		UPDATE thread SET title = '', short = '', short_html = '', ending = '', ending_html = '', renderer = 0
		WHERE opened_by = $1 AND merged_into IS NOT NULL`, name)
	return err
}

// threadsWith returns some threads that a name has written in, also a note under a
// post, in order of their ids, those after one.
func threadsWith(ctx context.Context, r db.Reader, name account.NameID, after ThreadID, n int) ([]ThreadID, error) {
	return db.All(ctx, r, db.Value[ThreadID], `
		SELECT w.thread FROM (
			SELECT p.thread FROM post p WHERE p.written_by = $1 AND p.thread > $2
			UNION SELECT p.thread FROM desk_note d JOIN post p ON p.id = d.post WHERE d.written_by = $1 AND p.thread > $2
		) AS w ORDER BY w.thread LIMIT $3`, name, after, n)
}

func splitOffFrom(ctx context.Context, r db.Reader, t ThreadID) ([]ThreadID, error) {
	return db.All(ctx, r, db.Value[ThreadID], `SELECT t.id FROM thread t WHERE t.split_from = $1`, t)
}
