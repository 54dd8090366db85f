package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// Pin puts the thread called pid first on its board. Two may stand there
// ([pinnedAtTop]): more, and people no longer see what is new.
func (f *Forum) Pin(ctx context.Context, by account.Account, pid string) error {
	return f.moderate(ctx, by, pid, "thread.pinned", "", func(tx *db.Tx, t Thread) error {
		if t.Removed() {
			return notHere()
		}
		others, err := db.One(ctx, tx, db.Value[int], `
			SELECT count(*) FROM thread t WHERE t.board = $1 AND t.pinned_at IS NOT NULL AND t.id <> $2`, t.Board, t.ID)
		if err != nil {
			return err
		}
		if others >= pinnedAtTop {
			return fault.New(fault.Conflict, "fault.pins_full")
		}
		_, err = tx.Exec(ctx, `UPDATE thread SET pinned_at = coalesce(pinned_at, CAST($1 AS BIGINT)) WHERE id = $2`, db.Time(f.now()), t.ID)
		return err
	})
}

// Unpin puts the thread called pid back among the others.
func (f *Forum) Unpin(ctx context.Context, by account.Account, pid string) error {
	return f.moderate(ctx, by, pid, "thread.unpinned", "", func(tx *db.Tx, t Thread) error { return unpin(ctx, tx, t.ID) })
}

func unpin(ctx context.Context, tx *db.Tx, t ThreadID) error {
	_, err := tx.Exec(ctx, `UPDATE thread SET pinned_at = NULL WHERE id = $1`, t)
	return err
}
