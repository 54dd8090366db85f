package forum

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

func allLabels(ctx context.Context, r db.Reader) ([]Label, error) {
	return db.All(ctx, r, scanLabel, `SELECT `+labelColumns+` FROM label l ORDER BY l.position, l.id`)
}

// clearLabels takes the labels that are offered off a thread.
func clearLabels(ctx context.Context, tx *db.Tx, t ThreadID) error {
	_, err := tx.Exec(ctx, `
		DELETE FROM thread_label WHERE thread = $1 AND label IN (SELECT l.id FROM label l WHERE l.archived_at IS NULL)`, t)
	return err
}

// insertLabel puts l after all others.
func insertLabel(ctx context.Context, tx *db.Tx, l Label) (LabelID, error) {
	return db.One(ctx, tx, db.Value[LabelID], `
		INSERT INTO label (slug, title, position)
		SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), coalesce(max(position), 0) + 1 FROM label RETURNING id`, l.Slug, l.Title)
}

func renameLabel(ctx context.Context, tx *db.Tx, slug, title string) error {
	return changed(tx.Exec(ctx, `UPDATE label SET title = $1 WHERE slug = $2`, title, slug))
}

func archiveLabel(ctx context.Context, tx *db.Tx, slug string, at time.Time) error {
	return changed(tx.Exec(ctx, `UPDATE label SET archived_at = $1 WHERE slug = $2`, db.Time(at), slug))
}

func offerLabel(ctx context.Context, tx *db.Tx, slug string) error {
	return changed(tx.Exec(ctx, `UPDATE label SET archived_at = NULL WHERE slug = $1`, slug))
}

func placeLabel(ctx context.Context, tx *db.Tx, slug string, position int) error {
	return changed(tx.Exec(ctx, `UPDATE label SET position = $1 WHERE slug = $2`, position, slug))
}

// changed says that what was to be changed is not here, when no row was.
func changed(rows int64, err error) error {
	if err == nil && rows == 0 {
		return notHere()
	}
	return err
}
