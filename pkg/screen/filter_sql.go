package screen

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

const filterColumns = `id, pid, pattern, does, words, note, changed_at, archived_at, version`

func scanFilter(r db.Row) (f Filter, err error) {
	err = r.Scan(&f.ID, &f.PID, &f.Pattern, &f.Does, &f.Words, &f.Note, (*db.Time)(&f.ChangedAt), (*db.Time)(&f.ArchivedAt), &f.Version)
	return f, err
}

func filtersInUse(ctx context.Context, r db.Reader) ([]Filter, error) {
	return db.All(ctx, r, scanFilter, `
		SELECT `+filterColumns+` FROM filter_word WHERE archived_at IS NULL ORDER BY id LIMIT $1`, MaxFilters)
}

func filtersBefore(ctx context.Context, r db.Reader, before FilterID, limit int) ([]Filter, error) {
	return db.All(ctx, r, scanFilter, `
		SELECT `+filterColumns+` FROM filter_word WHERE id < $1 ORDER BY id DESC LIMIT $2`, before, limit)
}

func countInUse(ctx context.Context, r db.Reader) (int64, error) {
	return db.One(ctx, r, db.Value[int64], `
		SELECT COUNT(*) FROM (SELECT id FROM filter_word WHERE archived_at IS NULL ORDER BY id LIMIT $1) AS used`, MaxFilters)
}

func findFilter(ctx context.Context, r db.Reader, pid string) (Filter, error) {
	f, err := db.One(ctx, r, scanFilter, `SELECT `+filterColumns+` FROM filter_word WHERE pid = $1`, pid)
	if errors.Is(err, db.ErrNone) {
		return f, notHere()
	}
	return f, err
}

func insertFilter(ctx context.Context, tx *db.Tx, f Filter) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO filter_word (pid, pattern, does, words, note, changed_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		f.PID, f.Pattern, f.Does, f.Words, f.Note, db.Time(f.ChangedAt))
	return err
}

func updateFilter(ctx context.Context, tx *db.Tx, f Filter) error {
	_, err := tx.Exec(ctx, `
		UPDATE filter_word SET pattern = $1, does = $2, words = $3, note = $4, changed_at = $5, archived_at = $6, version = version + 1
		WHERE pid = $7`,
		f.Pattern, f.Does, f.Words, f.Note, db.Time(f.ChangedAt), db.Time(f.ArchivedAt), f.PID)
	return err
}

func notHere() error { return fault.New(fault.NotFound, "fault.not_here") }
