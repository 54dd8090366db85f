package audit

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

func insertEntry(ctx context.Context, tx *db.Tx, e Entry) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO audit (at, actor, act, subject, reason) VALUES ($1, $2, $3, $4, $5)`,
		db.Time(e.At), e.Actor, e.Act, e.Subject, e.Reason)
	return err
}

func recentEntries(ctx context.Context, r db.Reader, limit int) ([]Entry, error) {
	return db.All(ctx, r, scanEntry, `
		SELECT at, actor, act, subject, reason FROM audit ORDER BY id DESC LIMIT $1`, limit)
}

func scanEntry(r db.Row) (e Entry, err error) {
	err = r.Scan((*db.Time)(&e.At), &e.Actor, &e.Act, &e.Subject, &e.Reason)
	return e, err
}
