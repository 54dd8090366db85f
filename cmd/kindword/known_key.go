package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// keyCheck is the setting by which a database knows its master key again.
const keyCheck = "key.check"

// checkOf is what a database keeps of its master key.
func checkOf(k *seal.Keys) string { return fmt.Sprintf("%x", k.Check()) }

// knowKey refuses a master key that is not this database's: with another one,
// everything sealed would be lost, one row at a time. A new key whose rotation was
// cut off after the database had taken it is put in place.
func (h *house) knowKey(ctx context.Context) error {
	known, err := db.One(ctx, h.db, db.Value[string], `SELECT value FROM setting WHERE key = $1`, keyCheck)
	if errors.Is(err, db.ErrNone) {
		return h.db.Tx(ctx, func(tx *db.Tx) error {
			_, err := tx.Exec(ctx, `INSERT INTO setting (key, value) VALUES ($1, $2)`, keyCheck, checkOf(h.keys))
			return err
		})
	}
	if err != nil || known == checkOf(h.keys) {
		return err
	}
	if _, err := os.Stat(h.nextKeyFile()); err == nil {
		next, _, err := seal.Load(h.nextKeyFile())
		if err != nil {
			return err
		}
		if known == checkOf(next) {
			h.keys.Become(next)
			return os.Rename(h.nextKeyFile(), h.set.KeyFile)
		}
	}
	path, err := filepath.Abs(h.set.KeyFile)
	return errors.Join(err, fmt.Errorf("the master key in %s is not the one this database was made with; please put the right one there (kindword key restore reads it from paper)", path))
}

func sealEvent(k *seal.Keys, plain []byte) []byte { return k.Seal("event", "job", plain) }

func (h *house) sealEvent(plain []byte) ([]byte, error) { return sealEvent(h.keys, plain), nil }

func (h *house) openEvent(sealed []byte) ([]byte, error) { return h.keys.Open("event", "job", sealed) }
