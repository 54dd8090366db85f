package account

import (
	"context"
	"fmt"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// Rotate seals and indexes everything of accounts under next that is under old. It
// is one step of putting a new master key in the old one's place, and changes
// nothing when anything does not open. The six words and the names once used hang
// on a key of the database's own, and need nothing but that key sealed anew.
func (a *Accounts) Rotate(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	for what, turn := range map[string]func(context.Context, *db.Tx, *seal.Keys, *seal.Keys) error{
		"the kept key":   rotateKept,
		"thread names":   rotateThreadNames,
		"accounts":       rotateAccounts,
		"standings":      rotateStandings,
		"one-time links": rotatePasses,
		"unseen names":   rotateUnseen,
		"muted words":    rotateMuted,
	} {
		if err := turn(ctx, tx, old, next); err != nil {
			return fmt.Errorf("rotate %s: %w", what, err)
		}
	}
	return nil
}

func rotateKept(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	sealed, err := findKeptKey(ctx, tx)
	if err != nil {
		return err
	}
	plain, err := old.Open(keptPurpose, "", sealed)
	if err != nil {
		return err
	}
	return setKeptKey(ctx, tx, next.Seal(keptPurpose, "", plain))
}

func rotateThreadNames(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	return inTurn(func(after int64) ([]sealedRow, error) {
		return sealedRows(ctx, tx, `SELECT id, pid, sealed FROM name WHERE sealed IS NOT NULL AND id > $1 ORDER BY id LIMIT $2`, after)
	}, func(r sealedRow) error {
		o, err := openOwner(old, r.row, r.sealed)
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `UPDATE name SET sealed = $1, slot = $2, place = $3 WHERE id = $4`,
			o.sealed(next, r.row), o.slotIndex(next), o.placeIndex(next), r.id)
		return err
	})
}

func rotateAccounts(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	err := inTurn(func(after int64) ([]sealedRow, error) {
		return sealedRows(ctx, tx, `SELECT id, '', totp FROM account WHERE totp IS NOT NULL AND id > $1 ORDER BY id LIMIT $2`, after)
	}, func(r sealedRow) error {
		row := accountRow(ID(r.id))
		seed, err := old.Open(totpPurpose, row, r.sealed)
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `UPDATE account SET totp = $1 WHERE id = $2`, next.Seal(totpPurpose, row, seed), r.id)
		return err
	})
	if err != nil {
		return err
	}
	return inTurn(func(after int64) ([]sealedRow, error) {
		return sealedRows(ctx, tx, `SELECT id, '', email FROM account WHERE email IS NOT NULL AND id > $1 ORDER BY id LIMIT $2`, after)
	}, func(r sealedRow) error {
		row := accountRow(ID(r.id))
		address, err := old.Open(emailPurpose, row, r.sealed)
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `UPDATE account SET email = $1, email_index = $2 WHERE id = $3`,
			next.Seal(emailPurpose, row, address), next.Index(emailPurpose, indexed(string(address))), r.id)
		return err
	})
}

func rotatePasses(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	waiting, err := db.All(ctx, tx, scanUnseen, `SELECT token, sealed FROM pass WHERE sealed IS NOT NULL`)
	if err != nil {
		return err
	}
	for _, p := range waiting {
		row := passRowOf(p.key)
		plain, err := old.Open(emailPurpose, row, p.sealed)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE pass SET sealed = $1 WHERE token = $2`, next.Seal(emailPurpose, row, plain), p.key); err != nil {
			return err
		}
	}
	return nil
}

func rotateUnseen(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	all, err := findEveryUnseen(ctx, tx)
	if err != nil {
		return err
	}
	for _, row := range all {
		u, err := openUnseen(old, row.key, row.sealed)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE unseen_name SET key = $1, slot = $2, sealed = $3 WHERE key = $4`,
			u.key(next), u.slotIndex(next), u.sealed(next), row.key); err != nil {
			return err
		}
	}
	return nil
}

// sealedRow is a row with a sealed column, and the name it is sealed for.
type sealedRow struct {
	id     int64
	row    string
	sealed []byte
}

func scanSealedRow(r db.Row) (s sealedRow, err error) {
	err = r.Scan(&s.id, &s.row, &s.sealed)
	return s, err
}

// rowsAtOnce is how many rows a rotation holds in memory.
const rowsAtOnce = 1000

func sealedRows(ctx context.Context, r db.Reader, q string, after int64) ([]sealedRow, error) {
	return db.All(ctx, r, scanSealedRow, q, after, rowsAtOnce)
}

// inTurn hands do every row of rows, some at a time.
func inTurn(rows func(after int64) ([]sealedRow, error), do func(sealedRow) error) error {
	for after := int64(0); ; {
		some, err := rows(after)
		if err != nil || len(some) == 0 {
			return err
		}
		for _, r := range some {
			if err := do(r); err != nil {
				return err
			}
		}
		after = some[len(some)-1].id
	}
}
