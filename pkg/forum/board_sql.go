package forum

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/db"
)

const boardColumns = `b.id, b.slug, b.category, b.title, b.purpose, b.not_for, b.agreements, b.safety,
	b.audience, b.opens, b.indexed, b.patch, b.position, b.archived_at, coalesce(b.merged_into, 0), b.version`

func (b *Board) into(indexed *string) []any {
	return []any{&b.ID, &b.Slug, &b.Category, &b.Title, &b.Purpose, &b.NotFor, &b.Agreements, &b.Safety,
		&b.Audience, &b.Opens, indexed, &b.Patch, &b.Position, (*db.Time)(&b.ArchivedAt), &b.MergedInto, &b.Version}
}

func scanBoard(r db.Row) (b Board, err error) {
	var indexed string
	err = r.Scan(b.into(&indexed)...)
	b.Indexed = indexed == "yes"
	return b, err
}

// findBoard returns the board called slug. One that was merged away is still
// found: its page leads on to the other.
func findBoard(ctx context.Context, r db.Reader, slug string) (Board, error) {
	b, err := db.One(ctx, r, scanBoard, `SELECT `+boardColumns+` FROM board b WHERE b.slug = $1`, slug)
	return b, orNotHere(err)
}

func findBoardID(ctx context.Context, r db.Reader, id BoardID) (Board, error) {
	b, err := db.One(ctx, r, scanBoard, `SELECT `+boardColumns+` FROM board b WHERE b.id = $1`, id)
	return b, orNotHere(err)
}

// orNotHere turns "no such row" into what the reader is told.
func orNotHere(err error) error {
	if errors.Is(err, db.ErrNone) {
		return notHere()
	}
	return err
}
