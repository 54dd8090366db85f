package audit

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

const (
	entryColumns = `a.id, a.at, a.actor, a.act, a.subject, a.reason, COALESCE(a.board, 0)`
	fromEntry    = ` FROM audit a `
)

func insertEntry(ctx context.Context, tx *db.Tx, e Entry) (id int64, err error) {
	return db.One(ctx, tx, db.Value[int64], `
		INSERT INTO audit (at, actor, act, subject, reason, board)
		VALUES ($1, $2, $3, $4, $5, NULLIF(CAST($6 AS BIGINT), 0)) RETURNING id`,
		db.Time(e.At), e.Actor, e.Act, e.Subject, e.Reason, e.Board)
}

func entriesBefore(ctx context.Context, r db.Reader, id int64, limit int) ([]Entry, error) {
	return db.All(ctx, r, scanEntry, `SELECT `+entryColumns+fromEntry+`WHERE a.id < $1 ORDER BY a.id DESC LIMIT $2`, id, limit)
}

func entriesAfter(ctx context.Context, r db.Reader, id int64, limit int) ([]Entry, error) {
	return db.All(ctx, r, scanEntry, `SELECT `+entryColumns+fromEntry+`WHERE a.id > $1 ORDER BY a.id LIMIT $2`, id, limit)
}

func entriesAbout(ctx context.Context, r db.Reader, board, id int64, limit int) ([]Entry, error) {
	return db.All(ctx, r, scanEntry, `SELECT `+entryColumns+fromEntry+`WHERE a.board = $1 AND a.id < $2 ORDER BY a.id DESC LIMIT $3`, board, id, limit)
}

func entriesBy(ctx context.Context, r db.Reader, actor account.NameID) ([]Entry, error) {
	return db.All(ctx, r, scanEntry, `SELECT `+entryColumns+fromEntry+`WHERE a.actor = $1 ORDER BY a.id`, actor)
}

func (e *Entry) into() []any {
	return []any{&e.ID, (*db.Time)(&e.At), &e.Actor, &e.Act, &e.Subject, &e.Reason, &e.Board}
}

func scanEntry(r db.Row) (e Entry, err error) {
	err = r.Scan(e.into()...)
	return e, err
}
