package forum

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

func boardSlugs(ctx context.Context, r db.Reader) ([]string, error) {
	return db.All(ctx, r, db.Value[string], `SELECT b.slug FROM board b`)
}

// findStandingBoard returns the board called slug, unless it was merged away.
func findStandingBoard(ctx context.Context, r db.Reader, slug string) (Board, error) {
	b, err := findBoard(ctx, r, slug)
	if err == nil && b.MergedInto != 0 {
		return Board{}, notHere()
	}
	return b, err
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// insertBoard puts b after all others of its category.
func insertBoard(ctx context.Context, tx *db.Tx, b Board) (BoardID, error) {
	position, err := db.One(ctx, tx, db.Value[int], `SELECT coalesce(max(b.position), 0) + 1 FROM board b WHERE b.category = $1`, b.Category)
	if err != nil {
		return 0, err
	}
	return db.One(ctx, tx, db.Value[BoardID], `
		INSERT INTO board (slug, category, title, purpose, not_for, agreements, safety, audience, opens, indexed, patch, position)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
		b.Slug, b.Category, b.Title, b.Purpose, b.NotFor, b.Agreements, b.Safety, b.Audience, b.Opens, yesNo(b.Indexed), b.Patch, position)
}

func updateBoard(ctx context.Context, tx *db.Tx, b Board) error {
	_, err := tx.Exec(ctx, `
		UPDATE board SET category = $1, title = $2, purpose = $3, not_for = $4, agreements = $5, safety = $6,
			audience = $7, opens = $8, indexed = $9, patch = $10, version = version + 1
		WHERE id = $11`,
		b.Category, b.Title, b.Purpose, b.NotFor, b.Agreements, b.Safety, b.Audience, b.Opens, yesNo(b.Indexed), b.Patch, b.ID)
	return err
}

func placeBoard(ctx context.Context, tx *db.Tx, slug string, position int) error {
	return changed(tx.Exec(ctx, `UPDATE board SET position = $1, version = version + 1 WHERE slug = $2`, position, slug))
}

func archiveBoard(ctx context.Context, tx *db.Tx, slug string, at time.Time) error {
	return changed(tx.Exec(ctx, `
		UPDATE board SET archived_at = coalesce(archived_at, CAST($1 AS BIGINT)), version = version + 1
		WHERE slug = $2 AND merged_into IS NULL`, db.Time(at), slug))
}

func reopenBoard(ctx context.Context, tx *db.Tx, slug string) error {
	return changed(tx.Exec(ctx, `UPDATE board SET archived_at = NULL, version = version + 1 WHERE slug = $1 AND merged_into IS NULL`, slug))
}

// rehouseThreads puts the threads of a board on another. None becomes wider: on a
// board for members all are for members.
func rehouseThreads(ctx context.Context, tx *db.Tx, from BoardID, to Board) error {
	_, err := tx.Exec(ctx, `
		UPDATE thread SET board = $1, version = version + 1,
			audience = CASE WHEN CAST($2 AS TEXT) = 'members' THEN 'members' ELSE audience END,
			pinned_at = CASE WHEN board = $1 THEN pinned_at ELSE NULL END
		WHERE board = $3`, to.ID, to.Audience, from)
	return err
}

// leadBoardOn makes one's address, and those that led to it, lead to other.
func leadBoardOn(ctx context.Context, tx *db.Tx, one, other BoardID) error {
	_, err := tx.Exec(ctx, `UPDATE board SET merged_into = $1, version = version + 1 WHERE id = $2 OR merged_into = $2`, other, one)
	return err
}
