package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

type unseenRow struct{ key, sealed []byte }

func scanUnseen(r db.Row) (u unseenRow, err error) {
	err = r.Scan(&u.key, &u.sealed)
	return u, err
}

// unseenAtOnce is how many keys one statement asks for: always as many, so that the
// database reads one question and not one a length.
const unseenAtOnce = 128

var selectUnseen = `SELECT key FROM unseen_name WHERE key IN (` + db.In(1, unseenAtOnce) + `)`

// findUnseen returns those of keys, at most [unseenAtOnce], that there is a row for.
func findUnseen(ctx context.Context, r db.Reader, keys [][]byte) ([][]byte, error) {
	args := make([]any, unseenAtOnce)
	for i := range args {
		args[i] = []byte{}
	}
	copy(args, anys(keys))
	return db.All(ctx, r, db.Value[[]byte], selectUnseen, args...)
}

func findUnseenRows(ctx context.Context, r db.Reader, slots [][]byte) ([]unseenRow, error) {
	return db.All(ctx, r, scanUnseen, `SELECT key, sealed FROM unseen_name WHERE slot IN (`+db.In(1, len(slots))+`)`, anys(slots)...)
}

func findEveryUnseen(ctx context.Context, r db.Reader) ([]unseenRow, error) {
	return db.All(ctx, r, scanUnseen, `SELECT key, sealed FROM unseen_name`)
}

func insertUnseen(ctx context.Context, tx *db.Tx, key, slot, sealed []byte) error {
	_, err := tx.Exec(ctx, `INSERT INTO unseen_name (key, slot, sealed) VALUES ($1, $2, $3)`, key, slot, sealed)
	return err
}

func updateUnseen(ctx context.Context, tx *db.Tx, key, slot, sealed []byte) error {
	_, err := tx.Exec(ctx, `UPDATE unseen_name SET slot = $1, sealed = $2 WHERE key = $3`, slot, sealed, key)
	return err
}

func deleteUnseen(ctx context.Context, tx *db.Tx, key []byte) error {
	_, err := tx.Exec(ctx, `DELETE FROM unseen_name WHERE key = $1`, key)
	return err
}
