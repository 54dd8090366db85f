package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

func moveMark(ctx context.Context, tx *db.Tx, from, to, sealed []byte) error {
	_, err := tx.Exec(ctx, `UPDATE mark SET key = $1, sealed = $2 WHERE key = $3`, to, sealed, from)
	return err
}

// draftsAfter returns some drafts in the order of their public ids, those after one.
func draftsAfter(ctx context.Context, r db.Reader, pid string, n int) ([]sealedDraft, error) {
	return db.All(ctx, r, scanDraft, `SELECT d.pid, d.sealed, d.version FROM draft d WHERE d.pid > $1 ORDER BY d.pid LIMIT $2`, pid, n)
}

func resealDraft(ctx context.Context, tx *db.Tx, keys *seal.Keys, d Draft) error {
	sealed, err := sealDrafts(keys, draftPurpose, d.PID, d)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `UPDATE draft SET owner = $1, sealed = $2 WHERE pid = $3`, draftOwner(keys, d.Name), sealed, d.PID)
	return err
}

// guestDraftsAfter returns some rows of guests' drafts in the order of their
// tokens' hashes, those after one.
func guestDraftsAfter(ctx context.Context, r db.Reader, hash []byte, n int) ([]sealedRow, error) {
	return db.All(ctx, r, scanSealedRow, `SELECT g.token, g.sealed FROM guest_draft g WHERE g.token > $1 ORDER BY g.token LIMIT $2`, hash, n)
}

func resealGuestDrafts(ctx context.Context, tx *db.Tx, hash, sealed []byte) error {
	_, err := tx.Exec(ctx, `UPDATE guest_draft SET sealed = $1 WHERE token = $2`, sealed, hash)
	return err
}
