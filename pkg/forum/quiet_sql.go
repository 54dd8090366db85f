package forum

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/db"
)

// withQuietWords puts on threads what lets somebody choose when to read them: their
// labels, and the content notes of the posts that opened them.
func withQuietWords(ctx context.Context, r db.Reader, lists ...[]Thread) error {
	if err := withLabels(ctx, r, lists...); err != nil {
		return err
	}
	at := map[PostID]*Thread{}
	var openings []any
	for _, threads := range lists {
		for i := range threads {
			at[threads[i].Opening] = &threads[i]
			openings = append(openings, threads[i].Opening)
		}
	}
	for some := range slices.Chunk(openings, threadsAtOnce) {
		noted, err := db.All(ctx, r, func(r db.Row) (p Post, err error) {
			err = r.Scan(&p.ID, &p.Note)
			return p, err
		}, `
			SELECT p.id, p.note FROM post p
			WHERE p.id IN (`+db.In(1, threadsAtOnce)+`) AND p.note <> '' AND p.removed_at IS NULL`, padded(some, threadsAtOnce)...)
		if err != nil {
			return err
		}
		for _, p := range noted {
			at[p.ID].Note = p.Note
		}
	}
	return nil
}
