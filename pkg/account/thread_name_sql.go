package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

func findOwnName(ctx context.Context, r db.Reader, of ID) (Name, error) {
	return db.One(ctx, r, scanName, `SELECT `+nameColumns+fromName+`WHERE n.account = $1`, of)
}

func findNameByPlace(ctx context.Context, r db.Reader, place []byte) (Name, error) {
	return db.One(ctx, r, scanName, `SELECT `+nameColumns+fromName+`WHERE n.place = $1`, place)
}

func findNamesBySlot(ctx context.Context, r db.Reader, slots [][]byte) ([]Name, error) {
	return db.All(ctx, r, scanName, `SELECT `+nameColumns+fromName+`WHERE n.slot IN (`+db.In(1, len(slots))+`)`, anys(slots)...)
}

func findTakenSlots(ctx context.Context, r db.Reader, slots [][]byte) ([][]byte, error) {
	return db.All(ctx, r, db.Value[[]byte], `SELECT slot FROM name WHERE slot IN (`+db.In(1, len(slots))+`)`, anys(slots)...)
}

func insertThreadName(ctx context.Context, tx *db.Tx, n Name, sealed, slot, place []byte) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO name (id, pid, shown, thread, sealed, slot, place, since, state)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		n.ID, n.PID, n.Shown, n.Thread, sealed, slot, place, n.Since, n.State)
	return err
}

// holder is what a name says of whose it is.
type holder struct {
	pid     string
	account ID
	sealed  []byte
}

func scanHolder(r db.Row) (h holder, err error) {
	err = r.Scan(&h.pid, &h.account, &h.sealed)
	return h, err
}

func findHolder(ctx context.Context, r db.Reader, name NameID) (holder, error) {
	return db.One(ctx, r, scanHolder, `SELECT pid, COALESCE(account, 0), sealed FROM name WHERE id = $1`, name)
}

func anys[T any](of []T) []any {
	args := make([]any, len(of))
	for i, v := range of {
		args[i] = v
	}
	return args
}
