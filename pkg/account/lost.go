package account

import (
	"context"
	"crypto/rand"
	"fmt"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// Forget lets go of everything that only a lost master key could open, so that a
// site can go on under next: authenticator apps, e-mail addresses, whose the names
// for one thread are, who is unseen by whom, who is paused, and the six words, of
// which everybody is offered new ones when they next come. Names that stand beside somebody's words
// stay taken; those of former members are free again, for nothing knows them any
// more. It comes before [Open], which would refuse the key.
func Forget(ctx context.Context, tx *db.Tx, next *seal.Keys) error {
	fresh := make([]byte, seal.KeySize)
	rand.Read(fresh)
	kept, err := seal.NewKeys(fresh)
	if err != nil {
		return err
	}
	for _, q := range []string{
		`UPDATE account SET totp = NULL, totp_step = 0, email = NULL, email_index = NULL, email_for = '', recovery_hash = '', recovery_kept = NULL, muted = NULL`,
		`UPDATE name SET known_as = NULL, sealed = NULL, slot = NULL, place = NULL`,
		`DELETE FROM unseen_name`,
		`DELETE FROM pass WHERE sealed IS NOT NULL`,
		`DELETE FROM name_used`,
	} {
		if _, err := tx.Exec(ctx, q); err != nil {
			return fmt.Errorf("forget what was sealed: %w", err)
		}
	}
	if err := forgetStandings(ctx, tx, next); err != nil {
		return err
	}
	if err := setKeptKey(ctx, tx, next.Seal(keptPurpose, "", fresh)); err != nil {
		return err
	}
	if err := forgetWords(ctx, tx); err != nil {
		return err
	}
	return takeNamesAgain(ctx, tx, &Accounts{kept: kept})
}

// forgetWords puts what no words can find where the indexes of the six words were.
func forgetWords(ctx context.Context, tx *db.Tx) error {
	ids, err := db.All(ctx, tx, db.Value[int64], `SELECT id FROM account`)
	if err != nil {
		return err
	}
	for _, id := range ids {
		nobodys := make([]byte, 32)
		rand.Read(nobodys)
		if _, err := tx.Exec(ctx, `UPDATE account SET recovery_index = $1 WHERE id = $2`, nobodys, id); err != nil {
			return err
		}
	}
	return nil
}

// takeNamesAgain notes every name that is shown as used.
func takeNamesAgain(ctx context.Context, tx *db.Tx, a *Accounts) error {
	return inTurn(func(after int64) ([]sealedRow, error) {
		return sealedRows(ctx, tx, `SELECT id, shown, sealed FROM name WHERE shown <> '' AND id > $1 ORDER BY id LIMIT $2`, after)
	}, func(r sealedRow) error {
		for _, s := range a.used(r.row) {
			if _, err := tx.Exec(ctx, `INSERT INTO name_used (skeleton) VALUES ($1) ON CONFLICT (skeleton) DO NOTHING`, s); err != nil {
				return err
			}
		}
		_, err := tx.Exec(ctx, `UPDATE name SET known_as = $1 WHERE id = $2 AND account IS NOT NULL`, a.knownAs(r.row), r.id)
		return err
	})
}
