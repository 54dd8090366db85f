package events

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

type job struct {
	id    int64
	who   string
	event string
	tries int
}

func scanJob(r db.Row) (j job, err error) {
	err = r.Scan(&j.id, &j.who, &j.event, &j.tries)
	return j, err
}

func insertJob(ctx context.Context, tx *db.Tx, who, event string, due time.Time) error {
	_, err := tx.Exec(ctx, `INSERT INTO job (who, event, due_at) VALUES ($1, $2, $3)`, who, event, db.Time(due))
	return err
}

// claimJob takes the job that has waited longest and puts off its next try, so
// that no other worker takes it and a crash does not lose it.
func claimJob(ctx context.Context, tx *db.Tx, now time.Time) (job, error) {
	return db.One(ctx, tx, scanJob, `
		UPDATE job SET tries = tries + 1, due_at = CAST($1 AS BIGINT) + 60000 * (tries + 1)
		WHERE due_at <= $1
		  AND id = (SELECT id FROM job WHERE due_at <= $1 ORDER BY due_at, id LIMIT 1)
		RETURNING id, who, event, tries`, db.Time(now))
}

func noteFailure(ctx context.Context, tx *db.Tx, id int64, failed error) error {
	_, err := tx.Exec(ctx, `UPDATE job SET last_err = $1 WHERE id = $2`, failed.Error(), id)
	return err
}

func deleteJob(ctx context.Context, tx *db.Tx, id int64) error {
	_, err := tx.Exec(ctx, `DELETE FROM job WHERE id = $1`, id)
	return err
}
