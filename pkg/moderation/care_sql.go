package moderation

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
)

// setSign keeps the gravest sign of a case. One that becomes urgent is to be called for.
func setSign(ctx context.Context, tx *db.Tx, c Case, sign care.Class, at time.Time) error {
	if c.Sign == sign || c.Sign == care.Plan {
		return nil
	}
	called := time.Time{}
	if sign == care.Plan {
		called = at
	}
	_, err := tx.Exec(ctx, `UPDATE flag_case SET sign = $1, called_at = $2, version = version + 1 WHERE id = $3`, sign, db.Time(called), c.ID)
	return err
}

// eraseCase leaves of a case that it was, when, and how soon somebody looked.
func eraseCase(ctx context.Context, tx *db.Tx, id CaseID) error {
	for _, q := range []string{
		`DELETE FROM flag WHERE flag_case = $1`,
		`DELETE FROM case_note WHERE flag_case = $1`,
		`UPDATE decision SET about = NULL, post = NULL, revision = 0, message = '' WHERE flag_case = $1 AND verdict = 'closed'`,
		`UPDATE flag_case SET target = 0, board = 0, thread = 0, about = NULL, kind = '', sign = '', flags = 0 WHERE id = $1`,
	} {
		if _, err := tx.Exec(ctx, q, id); err != nil {
			return err
		}
	}
	return nil
}
