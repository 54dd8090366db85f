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
	shown, err := fitName(shown)
	if err != nil {
		return err
	}
	used, err := findUsed(ctx, r, a.used(shown))
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
	shown, err := fitName(shown)
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

// fitName returns shown as it will be shown, or the fault that says what stands
// against it, whoever asks.
func fitName(shown string) (string, error) {
	shown, err := cleanName(shown)
	if err != nil {
		return "", err
	}
	return shown, checkClaims(shown)
}

// used returns how name_used knows shown: by keyed hashes of its skeletons.
func (a *Accounts) used(shown string) [][]byte {
	var all [][]byte
	for _, s := range skeletons(shown) {
		all = append(all, a.kept.Index(usedPurpose, s))
	}
	return all
}

func findUsed(ctx context.Context, r db.Reader, skeletons [][]byte) ([][]byte, error) {
	return db.All(ctx, r, db.Value[[]byte],
		`SELECT skeleton FROM name_used WHERE skeleton IN (`+db.In(1, len(skeletons))+`)`, anys(skeletons)...)
}

// insertUsed reports whether none of skeletons was used before. They are now.
func insertUsed(ctx context.Context, tx *db.Tx, skeletons [][]byte) (fresh bool, err error) {
	used, err := findUsed(ctx, tx, skeletons)
	if err != nil || len(used) > 0 {
		return false, err
	}
	for _, s := range skeletons {
		if _, err := tx.Exec(ctx, `INSERT INTO name_used (skeleton) VALUES ($1)`, s); err != nil {
			return false, err
		}
	}
	return true, nil
}
