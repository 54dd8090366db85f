package site

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/db"
)

const helplineColumns = `pid, kind, title, about, phone, message, hours, opens, position, checked_at`

func scanHelpline(r db.Row) (h Helpline, err error) {
	err = r.Scan(&h.PID, &h.Kind, &h.Title, &h.About, &h.Phone, &h.Message, &h.Hours, &h.Opens, &h.Position, (*db.Time)(&h.CheckedAt))
	return h, err
}

// helplines returns all of them, by kind, then in the operator's order.
func helplines(ctx context.Context, r db.Reader) ([]Helpline, error) {
	all, err := db.All(ctx, r, scanHelpline, `SELECT `+helplineColumns+` FROM helpline ORDER BY position, id`)
	slices.SortStableFunc(all, func(a, b Helpline) int {
		return slices.Index(HelpKinds, a.Kind) - slices.Index(HelpKinds, b.Kind)
	})
	return all, err
}

func findHelpline(ctx context.Context, r db.Reader, pid string) (Helpline, error) {
	h, err := db.One(ctx, r, scanHelpline, `SELECT `+helplineColumns+` FROM helpline WHERE pid = $1`, pid)
	return h, orNotHere(err)
}

// insertHelpline puts h after all others.
func insertHelpline(ctx context.Context, tx *db.Tx, h Helpline) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO helpline (pid, kind, title, about, phone, message, hours, opens, position, checked_at)
		SELECT $1, $2, $3, $4, $5, $6, $7, $8, COALESCE(max(position), 0) + 1, CAST($9 AS BIGINT) FROM helpline`,
		h.PID, h.Kind, h.Title, h.About, h.Phone, h.Message, h.Hours, h.Opens, db.Time(h.CheckedAt))
	return err
}

func updateHelpline(ctx context.Context, tx *db.Tx, h Helpline) error {
	_, err := tx.Exec(ctx, `
		UPDATE helpline SET kind = $1, title = $2, about = $3, phone = $4, message = $5, hours = $6, opens = $7, checked_at = $8
		WHERE pid = $9`,
		h.Kind, h.Title, h.About, h.Phone, h.Message, h.Hours, h.Opens, db.Time(h.CheckedAt), h.PID)
	return err
}

func moveHelpline(ctx context.Context, tx *db.Tx, pid string, position int) error {
	_, err := tx.Exec(ctx, `UPDATE helpline SET position = $1 WHERE pid = $2`, position, pid)
	return err
}

func deleteHelpline(ctx context.Context, tx *db.Tx, pid string) error {
	_, err := tx.Exec(ctx, `DELETE FROM helpline WHERE pid = $1`, pid)
	return err
}
