package audit

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

func insertEntry(ctx context.Context, tx *db.Tx, e Entry) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO audit (at, actor, act, subject, reason) VALUES ($1, $2, $3, $4, $5)`,
		db.Time(e.At), e.Actor, e.Act, e.Subject, e.Reason)
	return err
}

func entriesBefore(ctx context.Context, r db.Reader, id int64, limit int) ([]Entry, error) {
	return db.All(ctx, r, scanEntry, `
		SELECT id, at, actor, act, subject, reason FROM audit WHERE id < $1 ORDER BY id DESC LIMIT $2`, id, limit)
}

func entriesBy(ctx context.Context, r db.Reader, actor account.NameID) ([]Entry, error) {
	return db.All(ctx, r, scanEntry, `
		SELECT id, at, actor, act, subject, reason FROM audit WHERE actor = $1 ORDER BY id`, actor)
}

func scanEntry(r db.Row) (e Entry, err error) {
	err = r.Scan(&e.ID, (*db.Time)(&e.At), &e.Actor, &e.Act, &e.Subject, &e.Reason)
	return e, err
}
