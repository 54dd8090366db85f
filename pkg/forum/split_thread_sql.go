package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

func scanStem(r db.Row) (p stem, err error) {
	err = r.Scan(&p.id, &p.parent)
	return p, err
}

// branchOf returns p and all that is under it, in order of arrival.
func branchOf(ctx context.Context, r db.Reader, p Post) ([]stem, error) {
	return db.All(ctx, r, scanStem, `
		WITH RECURSIVE under (id) AS (
			SELECT p.id FROM post p WHERE p.id = $1
			UNION ALL
			SELECT c.id FROM under JOIN post c ON c.parent = under.id
		)
		SELECT p.id, coalesce(p.parent, 0) FROM under JOIN post p ON p.id = under.id ORDER BY p.seq`, p.ID)
}

// countOut makes all that p stands under agree with n posts having left.
func countOut(ctx context.Context, tx *db.Tx, p Post, n int) error {
	_, err := tx.Exec(ctx, `
		WITH RECURSIVE up (id) AS (
			SELECT c.parent FROM post c WHERE c.id = $1
			UNION ALL
			SELECT c.parent FROM up JOIN post c ON c.id = up.id
		)
		UPDATE post SET descendants = descendants - $2, children = children - CASE WHEN id = $3 THEN 1 ELSE 0 END
		WHERE id IN (SELECT up.id FROM up)`, p.ID, n, p.Parent)
	return err
}

// replant puts a post at its place in a thread, shallower by depth.
func replant(ctx context.Context, tx *db.Tx, t ThreadID, p stem, depth, seq int) error {
	_, err := tx.Exec(ctx, `
		UPDATE post SET thread = $1, parent = NULLIF(CAST($2 AS BIGINT), 0), root = $3, depth = depth - $4, seq = $5, version = version + 1
		WHERE id = $6`, t, p.parent, p.root, depth, seq, p.id)
	return err
}

// openWith makes p the opening of a thread that was split off, of n posts.
func openWith(ctx context.Context, tx *db.Tx, t ThreadID, p PostID, from ThreadID, n int) error {
	_, err := tx.Exec(ctx, `UPDATE thread SET opening = $1, split_from = $2, last_seq = $3 WHERE id = $4`, p, from, n, t)
	return err
}

// recount makes what a thread says of its posts agree with them.
func recount(ctx context.Context, tx *db.Tx, t ThreadID) error {
	_, err := tx.Exec(ctx, `
		UPDATE thread SET
			replies = (SELECT count(*) FROM post p WHERE p.thread = thread.id AND p.parent IS NOT NULL AND p.removed_at IS NULL),
			others  = (SELECT count(*) FROM post p WHERE p.thread = thread.id AND p.parent IS NOT NULL AND p.removed_at IS NULL
				AND p.written_by <> thread.opened_by)
		WHERE id = $1`, t)
	if err != nil {
		return err
	}
	return setLast(ctx, tx, t)
}
