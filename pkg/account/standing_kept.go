package account

import (
	"context"
	"fmt"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// fillStandings gives every account a standing that has none yet, so that having
// one tells nothing.
func fillStandings(ctx context.Context, d *db.DB, keys *seal.Keys) error {
	for more := true; more; {
		err := d.Tx(ctx, func(tx *db.Tx) error {
			ids, err := db.All(ctx, tx, db.Value[ID], `SELECT id FROM account WHERE standing IS NULL ORDER BY id LIMIT 500`)
			for _, id := range ids {
				if err := setStanding(ctx, tx, id, sealStanding(keys, id, nil)); err != nil {
					return err
				}
			}
			more = len(ids) > 0
			return err
		})
		if err != nil {
			return fmt.Errorf("give every account a standing: %w", err)
		}
	}
	return nil
}

func rotateStandings(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	return inTurn(func(after int64) ([]sealedRow, error) {
		return sealedRows(ctx, tx, `SELECT id, '', standing FROM account WHERE standing IS NOT NULL AND id > $1 ORDER BY id LIMIT $2`, after)
	}, func(r sealedRow) error {
		sanctions, err := openStanding(old, ID(r.id), r.sealed)
		if err != nil {
			return err
		}
		return setStanding(ctx, tx, ID(r.id), sealStanding(next, ID(r.id), sanctions))
	})
}

// forgetStandings gives every account the standing of somebody about whom nothing
// was decided: under another master key, nobody could open what was.
func forgetStandings(ctx context.Context, tx *db.Tx, next *seal.Keys) error {
	ids, err := db.All(ctx, tx, db.Value[ID], `SELECT id FROM account`)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := setStanding(ctx, tx, id, sealStanding(next, id, nil)); err != nil {
			return err
		}
	}
	return nil
}
