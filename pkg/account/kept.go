package account

import (
	"context"
	"crypto/rand"
	"errors"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

const keptPurpose seal.Purpose = "kept key"

// keptKeys returns the keys of indexes whose words nobody keeps: names once used
// and recovery words. They could not be made again from a new master key, so they
// hang on a key of the database's own, and only that one is sealed.
func keptKeys(ctx context.Context, d *db.DB, keys *seal.Keys) (*seal.Keys, error) {
	var sealed []byte
	err := d.Tx(ctx, func(tx *db.Tx) (err error) {
		if sealed, err = findKeptKey(ctx, tx); !errors.Is(err, db.ErrNone) {
			return err
		}
		fresh := make([]byte, seal.KeySize)
		rand.Read(fresh)
		sealed = keys.Seal(keptPurpose, "", fresh)
		return setKeptKey(ctx, tx, sealed)
	})
	if err != nil {
		return nil, err
	}
	plain, err := keys.Open(keptPurpose, "", sealed)
	if err != nil {
		return nil, err
	}
	return seal.NewKeys(plain)
}

func findKeptKey(ctx context.Context, r db.Reader) ([]byte, error) {
	return db.One(ctx, r, db.Value[[]byte], `SELECT sealed FROM kept_key WHERE id = 1`)
}

func setKeptKey(ctx context.Context, tx *db.Tx, sealed []byte) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO kept_key (id, sealed) VALUES (1, $1)
		ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed`, sealed)
	return err
}
