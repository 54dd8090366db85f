package audit

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

func newestLink(ctx context.Context, r db.Reader) (Link, error) {
	return db.One(ctx, r, scanLink, `SELECT n, entry, hash FROM audit_link WHERE n > 0 ORDER BY n DESC LIMIT 1`)
}

func insertLink(ctx context.Context, tx *db.Tx, l Link) error {
	_, err := tx.Exec(ctx, `INSERT INTO audit_link (n, entry, hash) VALUES ($1, $2, $3)`, l.N, l.Entry, l.Hash[:])
	return err
}

func scanLink(r db.Row) (l Link, err error) {
	var hash []byte
	err = r.Scan(&l.N, &l.Entry, &hash)
	copy(l.Hash[:], hash)
	return l, err
}

// A Linked is an entry with its link, which has the number 0 when there is none.
type Linked struct {
	Entry
	Link Link
}

func linkedAfter(ctx context.Context, r db.Reader, id int64, limit int) ([]Linked, error) {
	return db.All(ctx, r, scanLinked, `
		SELECT `+entryColumns+`, COALESCE(l.n, 0), l.hash`+fromEntry+`
		LEFT JOIN audit_link l ON l.entry = a.id WHERE a.id > $1 ORDER BY a.id LIMIT $2`, id, limit)
}

func scanLinked(r db.Row) (l Linked, err error) {
	var hash []byte
	err = r.Scan(append(l.into(), &l.Link.N, &hash)...)
	copy(l.Link.Hash[:], hash)
	l.Link.Entry = l.ID
	return l, err
}

func addCount(ctx context.Context, tx *db.Tx, c Count) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO audit_count (month, act, n) VALUES ($1, $2, $3)
		ON CONFLICT (month, act) DO UPDATE SET n = audit_count.n + excluded.n`, c.Month, c.Act, c.N)
	return err
}

func countsSince(ctx context.Context, r db.Reader, m Month) ([]Count, error) {
	return db.All(ctx, r, scanCount, `SELECT month, act, n FROM audit_count WHERE month >= $1 ORDER BY month, act`, m)
}

func scanCount(r db.Row) (c Count, err error) {
	err = r.Scan(&c.Month, &c.Act, &c.N)
	return c, err
}
