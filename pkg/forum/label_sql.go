package forum

import (
	"cmp"
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/db"
)

const labelColumns = `l.id, l.slug, l.title, l.position, l.archived_at`

func (l *Label) into() []any {
	return []any{&l.ID, &l.Slug, &l.Title, &l.Position, (*db.Time)(&l.ArchivedAt)}
}

func scanLabel(r db.Row) (l Label, err error) {
	err = r.Scan(l.into()...)
	return l, err
}

// threadsAtOnce is how many threads [withLabels] asks for in one statement.
const threadsAtOnce = 32

// withLabels puts their labels on threads.
func withLabels(ctx context.Context, r db.Reader, lists ...[]Thread) error {
	at := map[ThreadID]*Thread{}
	var ids []any
	for _, threads := range lists {
		for i := range threads {
			at[threads[i].ID] = &threads[i]
			ids = append(ids, threads[i].ID)
		}
	}
	type row struct {
		thread ThreadID
		Label
	}
	scan := func(r db.Row) (l row, err error) {
		err = r.Scan(append([]any{&l.thread}, l.into()...)...)
		return l, err
	}
	for some := range slices.Chunk(ids, threadsAtOnce) {
		rows, err := db.All(ctx, r, scan, `
			SELECT tl.thread, `+labelColumns+` FROM thread_label tl JOIN label l ON l.id = tl.label
			WHERE tl.thread IN (`+db.In(1, threadsAtOnce)+`)`, padded(some, threadsAtOnce)...)
		if err != nil {
			return err
		}
		slices.SortFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID)) })
		for _, l := range rows {
			at[l.thread].Labels = append(at[l.thread].Labels, l.Label)
		}
	}
	return nil
}

// maxLabels a thread may carry: more would say nothing.
const maxLabels = 5

// putLabels puts those of the labels called slugs that are offered on a thread that
// has none.
func putLabels(ctx context.Context, tx *db.Tx, t ThreadID, slugs []string) error {
	for _, slug := range slugs[:min(len(slugs), maxLabels)] {
		_, err := tx.Exec(ctx, `
			INSERT INTO thread_label (thread, label)
			SELECT CAST($1 AS BIGINT), l.id FROM label l WHERE l.slug = $2 AND l.archived_at IS NULL
			ON CONFLICT (thread, label) DO NOTHING`, t, slug)
		if err != nil {
			return err
		}
	}
	return nil
}

// padded returns ids and as many zeros, which are nobody's id, as make n: so that
// a question about some rows is one statement, however many there are.
func padded(ids []any, n int) []any {
	all := make([]any, n)
	for i := range all {
		all[i] = int64(0)
	}
	copy(all, ids)
	return all
}
