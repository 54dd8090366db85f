package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

const usedPurpose seal.Purpose = "name used"

// CheckName says in a fault why shown cannot be somebody's name, if it cannot.
// That it is not free is all it tells of anybody.
func (a *Accounts) CheckName(ctx context.Context, r db.Reader, shown string) error {
	shown, err := cleanName(shown)
	if err != nil {
		return err
	}
	used, err := findUsed(ctx, r, [][]byte{a.used(shown)})
	if err != nil {
		return err
	}
	if len(used) > 0 {
		return fault.Field("name", "fault.name_taken")
	}
	return nil
}

// useUp takes shown, as it will be shown, and everything it could be confused with
// out of the names that are free, for ever.
func (a *Accounts) useUp(ctx context.Context, tx *db.Tx, shown string) (string, error) {
	shown, err := cleanName(shown)
	if err != nil {
		return "", err
	}
	fresh, err := insertUsed(ctx, tx, a.used(shown))
	if err != nil {
		return "", err
	}
	if !fresh {
		return "", fault.Field("name", "fault.name_taken")
	}
	return shown, nil
}

func (a *Accounts) used(shown string) []byte { return a.kept.Index(usedPurpose, skeleton(shown)) }

func findUsed(ctx context.Context, r db.Reader, skeletons [][]byte) ([][]byte, error) {
	return db.All(ctx, r, db.Value[[]byte],
		`SELECT skeleton FROM name_used WHERE skeleton IN (`+db.In(1, len(skeletons))+`)`, anys(skeletons)...)
}

func insertUsed(ctx context.Context, tx *db.Tx, skeleton []byte) (fresh bool, err error) {
	n, err := tx.Exec(ctx, `INSERT INTO name_used (skeleton) VALUES ($1) ON CONFLICT (skeleton) DO NOTHING`, skeleton)
	return n == 1, err
}
