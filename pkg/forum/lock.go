package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// Lock lets the thread called pid rest: it is read, and takes no more replies.
func (f *Forum) Lock(ctx context.Context, by account.Account, pid string, reason Reason) error {
	if err := checkReason(reason, LockReasons); err != nil {
		return err
	}
	return f.moderate(ctx, by, pid, "thread.locked", reason, func(tx *db.Tx, t Thread) error {
		return f.lock(ctx, tx, t)
	})
}

// LockIn is [Forum.Lock] for the desk.
func (f *Forum) LockIn(ctx context.Context, tx *db.Tx, id ThreadID) error {
	return f.onThread(ctx, tx, id, func(t Thread) error { return f.lock(ctx, tx, t) })
}

func (f *Forum) lock(ctx context.Context, tx *db.Tx, t Thread) error {
	_, err := tx.Exec(ctx, `UPDATE thread SET locked_at = coalesce(locked_at, CAST($1 AS BIGINT)) WHERE id = $2`, db.Time(f.now()), t.ID)
	return err
}

// Unlock lets the thread called pid take replies again.
func (f *Forum) Unlock(ctx context.Context, by account.Account, pid string) error {
	return f.moderate(ctx, by, pid, "thread.unlocked", "", func(tx *db.Tx, t Thread) error { return unlock(ctx, tx, t) })
}

// UnlockIn is [Forum.Unlock] for the desk.
func (f *Forum) UnlockIn(ctx context.Context, tx *db.Tx, id ThreadID) error {
	return f.onThread(ctx, tx, id, func(t Thread) error { return unlock(ctx, tx, t) })
}

func unlock(ctx context.Context, tx *db.Tx, t Thread) error {
	_, err := tx.Exec(ctx, `UPDATE thread SET locked_at = NULL WHERE id = $1`, t.ID)
	return err
}
