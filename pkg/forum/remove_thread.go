package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// RemoveThread takes the whole thread called pid down. Moderators of its board go
// on seeing it; whoever opened it learns that and why; to everybody else it is as
// if it had never been.
func (f *Forum) RemoveThread(ctx context.Context, by account.Account, pid string, reason Reason) error {
	if err := checkReason(reason, RemoveReasons); err != nil {
		return err
	}
	return f.moderate(ctx, by, pid, "thread.removed", reason, func(tx *db.Tx, t Thread) error {
		return f.removeThread(ctx, tx, t, reason)
	})
}

// RemoveThreadIn is [Forum.RemoveThread] for the desk.
func (f *Forum) RemoveThreadIn(ctx context.Context, tx *db.Tx, id ThreadID, why Reason) error {
	return f.onThread(ctx, tx, id, func(t Thread) error { return f.removeThread(ctx, tx, t, why) })
}

func (f *Forum) removeThread(ctx context.Context, tx *db.Tx, t Thread, why Reason) error {
	if t.Removed() {
		return fault.New(fault.Conflict, "fault.removed_already")
	}
	_, err := tx.Exec(ctx, `UPDATE thread SET removed_at = $1, removed_for = $2, pinned_at = NULL WHERE id = $3`,
		db.Time(f.now()), why, t.ID)
	return err
}

// RestoreThread puts the thread called pid back, for whom it was before.
func (f *Forum) RestoreThread(ctx context.Context, by account.Account, pid string) error {
	return f.moderate(ctx, by, pid, "thread.restored", "", func(tx *db.Tx, t Thread) error { return restoreThread(ctx, tx, t) })
}

// RestoreThreadIn is [Forum.RestoreThread] for the desk.
func (f *Forum) RestoreThreadIn(ctx context.Context, tx *db.Tx, id ThreadID) error {
	return f.onThread(ctx, tx, id, func(t Thread) error { return restoreThread(ctx, tx, t) })
}

func restoreThread(ctx context.Context, tx *db.Tx, t Thread) error {
	if !t.Removed() {
		return fault.New(fault.Conflict, "fault.not_restored")
	}
	_, err := tx.Exec(ctx, `UPDATE thread SET removed_at = NULL, removed_for = '' WHERE id = $1`, t.ID)
	return err
}
