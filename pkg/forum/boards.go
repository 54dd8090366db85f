package forum

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// BoardAt is a board and the latest that happened on it, of what its reader may see.
type BoardAt struct {
	Board
	LastAt time.Time // zero when there is nothing that they may see
}

// Boards returns every board, medical before personal and each in its place, those
// that are archived last. It costs one statement and two index entries a board.
func (f *Forum) Boards(ctx context.Context, by account.Account) ([]BoardAt, error) {
	all, err := boardsAt(ctx, f.db, Eyes(by))
	slices.SortFunc(all, func(a, b BoardAt) int {
		return cmp.Or(
			cmp.Compare(a.Category, b.Category),
			cmp.Compare(a.archivedLast(), b.archivedLast()),
			cmp.Compare(a.Position, b.Position),
			cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

// Board returns the board called slug. One that was merged into another says so,
// and [Forum.BoardID] finds the other.
func (f *Forum) Board(ctx context.Context, slug string) (Board, error) {
	return findBoard(ctx, f.db, slug)
}

// BoardID returns the board with an id.
func (f *Forum) BoardID(ctx context.Context, id BoardID) (Board, error) {
	return findBoardID(ctx, f.db, id)
}

func (b Board) archivedLast() int {
	if b.Archived() {
		return 1
	}
	return 0
}

// boardsAt asks for the public threads and for those of the reader's own eyes,
// which for a guest are the same.
func boardsAt(ctx context.Context, r db.Reader, eyes Audience) ([]BoardAt, error) {
	return db.All(ctx, r, scanBoardAt, `
		SELECT `+boardColumns+`,
			(SELECT t.last_at FROM thread t WHERE t.board = b.id AND t.audience = 'public' AND `+listed+` ORDER BY t.last_at DESC, t.id DESC LIMIT 1),
			(SELECT t.last_at FROM thread t WHERE t.board = b.id AND t.audience = $1 AND `+listed+` ORDER BY t.last_at DESC, t.id DESC LIMIT 1)
		FROM board b WHERE b.merged_into IS NULL`, eyes)
}

func scanBoardAt(r db.Row) (b BoardAt, err error) {
	var indexed string
	var public, own time.Time
	err = r.Scan(append(b.into(&indexed), (*db.Time)(&public), (*db.Time)(&own))...)
	b.Indexed = indexed == "yes"
	b.LastAt = public
	if own.After(public) {
		b.LastAt = own
	}
	return b, err
}
