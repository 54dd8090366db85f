package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

type sealedEmail struct {
	sealed []byte
	use    EmailFor
}

func scanEmail(r db.Row) (e sealedEmail, err error) {
	err = r.Scan(&e.sealed, &e.use)
	return e, err
}

func findEmail(ctx context.Context, r db.Reader, of ID) (sealedEmail, error) {
	return db.One(ctx, r, scanEmail, `SELECT email, email_for FROM account WHERE id = $1`, of)
}

func setEmail(ctx context.Context, tx *db.Tx, of ID, sealed, index []byte, use EmailFor) error {
	_, err := tx.Exec(ctx, `UPDATE account SET email = $1, email_index = $2, email_for = $3 WHERE id = $4`, sealed, index, use, of)
	return err
}

func setEmailFor(ctx context.Context, tx *db.Tx, of ID, use EmailFor) error {
	_, err := tx.Exec(ctx, `UPDATE account SET email_for = $1 WHERE id = $2 AND email IS NOT NULL`, use, of)
	return err
}

// mailed is an account as its address finds it.
type mailed struct {
	account  ID
	language string
}

func scanMailed(r db.Row) (m mailed, err error) {
	err = r.Scan(&m.account, &m.language)
	return m, err
}

func findByEmail(ctx context.Context, r db.Reader, index []byte) ([]mailed, error) {
	return db.All(ctx, r, scanMailed, `
		SELECT id, language FROM account WHERE email_index = $1 AND email_for IN ('recovery', 'both') ORDER BY id`, index)
}
