package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

// worded is an account as its six words find it.
type worded struct {
	account ID
	index   []byte
	hash    string
	shown   string
}

func scanWorded(r db.Row) (w worded, err error) {
	err = r.Scan(&w.account, &w.index, &w.hash, &w.shown)
	return w, err
}

func findByWords(ctx context.Context, r db.Reader, indexes [][]byte) (worded, error) {
	return db.One(ctx, r, scanWorded, `
		SELECT o.id, o.recovery_index, o.recovery_hash, n.shown FROM account o JOIN name n ON n.account = o.id
		WHERE o.recovery_index IN (`+db.In(1, len(indexes))+`)`, anys(indexes)...)
}

func setWords(ctx context.Context, tx *db.Tx, of ID, k keptWords) error {
	_, err := tx.Exec(ctx, `UPDATE account SET recovery_index = $1, recovery_hash = $2, recovery_kept = $3 WHERE id = $4`,
		k.index, k.hash, orNull(k.kept), of)
	return err
}

func setWordsKept(ctx context.Context, tx *db.Tx, of ID, day Day) error {
	_, err := tx.Exec(ctx, `UPDATE account SET recovery_kept = $1 WHERE id = $2`, day, of)
	return err
}

func setPassphrase(ctx context.Context, tx *db.Tx, of ID, phc string) error {
	_, err := tx.Exec(ctx, `UPDATE account SET passphrase = $1 WHERE id = $2`, phc, of)
	return err
}

// orNull stores no day as NULL.
func orNull(d Day) any {
	if d == 0 {
		return nil
	}
	return d
}
