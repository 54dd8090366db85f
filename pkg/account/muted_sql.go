package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

func findMuted(ctx context.Context, r db.Reader, of ID) ([]byte, error) {
	return db.One(ctx, r, db.Value[[]byte], `SELECT muted FROM account WHERE id = $1`, of)
}

func setMuted(ctx context.Context, tx *db.Tx, of ID, sealed []byte) error {
	_, err := tx.Exec(ctx, `UPDATE account SET muted = $1 WHERE id = $2`, sealed, of)
	return err
}
