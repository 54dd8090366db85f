package moderation

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// mostUrgent is how many urgent cases a desk looks at for its mark.
const mostUrgent = 100

// urgentCases returns the open cases that cannot wait, the longest since a call first.
func urgentCases(ctx context.Context, r db.Reader) ([]Case, error) {
	return db.All(ctx, r, scanCase, `
		SELECT `+caseColumns+fromCase+`
		WHERE c.state = 'open' AND c.called_at IS NOT NULL
		ORDER BY c.called_at, c.id LIMIT $1`, mostUrgent)
}

// setCalled notes how many rounds have been called for a case, and when the last was.
func setCalled(ctx context.Context, tx *db.Tx, id CaseID, calls int, at time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE flag_case SET called_at = $1, calls = $2 WHERE id = $3`, db.Time(at), calls, id)
	return err
}
