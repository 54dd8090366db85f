package account

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

func scanInvitation(r db.Row) (i Invitation, err error) {
	err = r.Scan(&i.PID, &i.Uses, (*db.Time)(&i.EndsAt))
	return i, err
}

func invitations(ctx context.Context, r db.Reader, now time.Time) ([]Invitation, error) {
	return db.All(ctx, r, scanInvitation, `
		SELECT pid, uses_left, ends_at FROM invitation WHERE ends_at > $1 ORDER BY ends_at DESC LIMIT $2`, db.Time(now), maxInvitations)
}

func insertInvitation(ctx context.Context, tx *db.Tx, i Invitation, hash []byte) error {
	_, err := tx.Exec(ctx, `INSERT INTO invitation (pid, hash, uses_left, ends_at) VALUES ($1, $2, $3, $4)`, i.PID, hash, i.Uses, db.Time(i.EndsAt))
	return err
}

func deleteInvitation(ctx context.Context, tx *db.Tx, pid string) (int64, error) {
	return tx.Exec(ctx, `DELETE FROM invitation WHERE pid = $1`, pid)
}

func dropEndedInvitations(ctx context.Context, tx *db.Tx, now time.Time) error {
	_, err := tx.Exec(ctx, `DELETE FROM invitation WHERE ends_at <= $1`, db.Time(now))
	return err
}

func invitationStands(ctx context.Context, r db.Reader, hash []byte, now time.Time) (bool, error) {
	n, err := db.One(ctx, r, db.Value[int64], `SELECT COUNT(*) FROM invitation WHERE hash = $1 AND ends_at > $2`, hash, db.Time(now))
	return n > 0, err
}

// useInvitation counts one use; one that has none left is gone.
func useInvitation(ctx context.Context, tx *db.Tx, hash []byte, now time.Time) (int64, error) {
	n, err := tx.Exec(ctx, `UPDATE invitation SET uses_left = uses_left - 1 WHERE hash = $1 AND ends_at > $2`, hash, db.Time(now))
	if err != nil {
		return 0, err
	}
	_, err = tx.Exec(ctx, `DELETE FROM invitation WHERE hash = $1 AND uses_left <= 0`, hash)
	return n, err
}
