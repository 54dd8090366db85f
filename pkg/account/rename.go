package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// RenameDays is how many days a name lasts at least: long enough that others know
// whom they are talking with, short enough for somebody who was recognised.
const RenameDays = 90

// Renamed says that a name is shown in another word.
type Renamed struct{ Name NameID }

// Rename gives by's own name another word for it. All they wrote under it stands
// under the new one, and the old one is nobody's ever again. Names for one thread
// stay as they are.
func (a *Accounts) Rename(ctx context.Context, by Account, shown string) error {
	if err := a.mustHaveProved(by); err != nil {
		return err
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		last, err := findRenamed(ctx, tx, by.ID)
		if err != nil {
			return err
		}
		if wait := last + RenameDays - a.today(); last > 0 && wait > 0 {
			return fault.Field("name", "fault.rename_soon", "N", int(wait))
		}
		shown, err := a.useUp(ctx, tx, shown)
		if err != nil {
			return err
		}
		if err := setRenamed(ctx, tx, by.ID, a.today()); err != nil {
			return err
		}
		if err := setShown(ctx, tx, by.Name.ID, shown, a.knownAs(shown)); err != nil {
			return err
		}
		return a.events.Tell(ctx, tx, Renamed{Name: by.Name.ID})
	})
}

func findRenamed(ctx context.Context, r db.Reader, id ID) (Day, error) {
	return db.One(ctx, r, db.Value[Day], `SELECT COALESCE(renamed_day, 0) FROM account WHERE id = $1`, id)
}

func setRenamed(ctx context.Context, tx *db.Tx, id ID, day Day) error {
	_, err := tx.Exec(ctx, `UPDATE account SET renamed_day = $1 WHERE id = $2`, day, id)
	return err
}

func setShown(ctx context.Context, tx *db.Tx, id NameID, shown string, knownAs []byte) error {
	_, err := tx.Exec(ctx, `UPDATE name SET shown = $1, known_as = $2, version = version + 1 WHERE id = $3`, shown, knownAs, id)
	return err
}
