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

// mostCalls is how many urgent cases one look at them finds.
const mostCalls = 20

// urgentCases returns the urgent cases nobody has looked at: those for which nobody was
// called yet, and those where it is longer ago than a moment.
func urgentCases(ctx context.Context, r db.Reader, before time.Time) ([]Case, error) {
	all, err := db.All(ctx, r, scanCase, `
		SELECT `+caseColumns+fromCase+`
		WHERE c.state = 'open' AND c.called_at IS NOT NULL AND c.seen_at IS NULL AND (c.calls = 0 OR c.called_at <= $1)
		ORDER BY c.called_at, c.id LIMIT $2`, db.Time(before), mostCalls)
	return all, err
}

func setCalled(ctx context.Context, tx *db.Tx, id CaseID, calls int, at time.Time) (bool, error) {
	n, err := tx.Exec(ctx, `
		UPDATE flag_case SET called_at = $1, calls = calls + 1
		WHERE id = $2 AND calls = $3 AND state = 'open' AND seen_at IS NULL`, db.Time(at), id, calls)
	return n > 0, err
}
