package account

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/db"
)

// CarryNames takes names that were taken for one thread along when their posts move
// to another: the thread theirs was merged into, or one that was split off. A name
// goes on in the new thread. Where its owner has a name there already, both keep
// their posts, and the owner writes on under the one that was there first. Names
// that belong to no thread are left as they are.
func (a *Accounts) CarryNames(ctx context.Context, tx *db.Tx, to int64, names ...NameID) error {
	for _, id := range names {
		h, err := findHolder(ctx, tx, id)
		if err != nil && !errors.Is(err, db.ErrNone) {
			return err
		}
		if len(h.sealed) == 0 {
			continue
		}
		o, err := openOwner(a.keys, h.pid, h.sealed)
		if err != nil {
			return err
		}
		o.thread = to
		place := o.placeIndex(a.keys)
		switch _, err := findNameByPlace(ctx, tx, place); {
		case err == nil:
			place = nil
		case !errors.Is(err, db.ErrNone):
			return err
		}
		if err := moveName(ctx, tx, id, to, o.sealed(a.keys, h.pid), place); err != nil {
			return err
		}
	}
	return nil
}

func moveName(ctx context.Context, tx *db.Tx, id NameID, to int64, sealed, place []byte) error {
	_, err := tx.Exec(ctx, `UPDATE name SET thread = $1, sealed = $2, place = $3, version = version + 1 WHERE id = $4`, to, sealed, place, id)
	return err
}
