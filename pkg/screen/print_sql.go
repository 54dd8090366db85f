package screen

import (
	"context"
	"crypto/rand"
	"errors"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

func deletePrints(ctx context.Context, tx *db.Tx, post int64) error {
	_, err := tx.Exec(ctx, `DELETE FROM post_print WHERE post = $1`, post)
	return err
}

func insertPrint(ctx context.Context, tx *db.Tx, print []byte, post int64) error {
	_, err := tx.Exec(ctx, `INSERT INTO post_print (print, post) VALUES ($1, $2) ON CONFLICT (print, post) DO NOTHING`, print, post)
	return err
}

// postsWith returns the newest posts that have a print.
func postsWith(ctx context.Context, r db.Reader, print []byte, limit int) ([]int64, error) {
	return db.All(ctx, r, db.Value[int64], `SELECT post FROM post_print WHERE print = $1 ORDER BY post DESC LIMIT $2`, print, limit)
}

const keyPurpose seal.Purpose = "screen key"

// openKey returns the key of prints, which is made at the first start.
func openKey(ctx context.Context, d *db.DB, keys *seal.Keys) (key []byte, err error) {
	var sealed []byte
	err = d.Tx(ctx, func(tx *db.Tx) (err error) {
		if sealed, err = findKey(ctx, tx); !errors.Is(err, db.ErrNone) {
			return err
		}
		fresh := make([]byte, seal.KeySize)
		rand.Read(fresh)
		sealed = keys.Seal(keyPurpose, "", fresh)
		return setKey(ctx, tx, sealed)
	})
	if err != nil {
		return nil, err
	}
	return keys.Open(keyPurpose, "", sealed)
}

// Rotate seals the key of prints under next, in place of the master key it was sealed
// under.
func (s *Screen) Rotate(ctx context.Context, tx *db.Tx, next *seal.Keys) error {
	return setKey(ctx, tx, next.Seal(keyPurpose, "", s.printKey))
}

// Forget lets go of what only a lost master key could open: the prints, what was
// learnt of spam, and their key.
func Forget(ctx context.Context, tx *db.Tx) error {
	for _, q := range []string{`DELETE FROM post_print`, `DELETE FROM spam_token`, `DELETE FROM screen_key`} {
		if _, err := tx.Exec(ctx, q); err != nil {
			return err
		}
	}
	return nil
}

func findKey(ctx context.Context, r db.Reader) ([]byte, error) {
	return db.One(ctx, r, db.Value[[]byte], `SELECT sealed FROM screen_key WHERE id = 1`)
}

func setKey(ctx context.Context, tx *db.Tx, sealed []byte) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO screen_key (id, sealed) VALUES (1, $1)
		ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed`, sealed)
	return err
}
