package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

func addVisit(ctx context.Context, tx *db.Tx, key visitKey, read int64) error {
	_, err := tx.Exec(ctx, `
		UPDATE account SET posts_read = posts_read + $1,
			days_here = days_here + CASE WHEN last_day < $2 THEN 1 ELSE 0 END,
			last_day = CASE WHEN last_day < $2 THEN $2 ELSE last_day END
		WHERE id = $3`, read, key.day, key.account)
	return err
}

// advance takes an account to step when it has come far enough. The order of Steps
// keeps it from going back: nobody far enough for the second is short of the first.
func advance(ctx context.Context, tx *db.Tx, id ID, step Step, days, read, posts int64) error {
	_, err := tx.Exec(ctx, `
		UPDATE account SET step = $1
		WHERE id = $2 AND step <> 'steady' AND days_here >= $3 AND posts_read >= $4
		  AND EXISTS (SELECT 1 FROM name n WHERE n.account = $2 AND n.posts >= $5)`, step, id, days, read, posts)
	return err
}
