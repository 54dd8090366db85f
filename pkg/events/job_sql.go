package events

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// A job is one event for one listener.
type job struct {
	id    int64
	who   string
	event []byte
	tries int // with this one
}

const jobColumns = `id, who, event, tries`

func scanJob(r db.Row) (j job, err error) {
	err = r.Scan(&j.id, &j.who, &j.event, &j.tries)
	return j, err
}

// newID is random, so that the jobs waiting tell nothing of the order in which they
// came to be.
func newID() int64 {
	var b [8]byte
	rand.Read(b[:])
	return int64(binary.BigEndian.Uint64(b[:]) >> 1)
}

func insertJob(ctx context.Context, tx *db.Tx, who string, event []byte, due time.Time) error {
	_, err := tx.Exec(ctx, `INSERT INTO job (id, who, event, due_at) VALUES ($1, $2, $3, $4)`, newID(), who, event, db.Time(due))
	return err
}

// nextDue returns when the first job is due, or [db.ErrNone].
func nextDue(ctx context.Context, r db.Reader) (time.Time, error) {
	due, err := db.One(ctx, r, db.Value[db.Time], `SELECT due_at FROM job ORDER BY due_at, id LIMIT 1`)
	return time.Time(due), err
}

// claimJob takes the job that has waited longest and puts off its next try, so
// that no other worker takes it and a crash does not lose it.
func claimJob(ctx context.Context, tx *db.Tx, now, again time.Time) (job, error) {
	return db.One(ctx, tx, scanJob, `
		UPDATE job SET tries = tries + 1, due_at = $1
		WHERE id = (SELECT id FROM job WHERE due_at <= $2 ORDER BY due_at, id LIMIT 1)
		RETURNING `+jobColumns, db.Time(again), db.Time(now))
}

// noteFailure puts j off until due, unless another worker has taken it meanwhile.
func noteFailure(ctx context.Context, tx *db.Tx, j job, why string, due time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE job SET last_err = $1, due_at = $2 WHERE id = $3 AND tries = $4`, why, db.Time(due), j.id, j.tries)
	return err
}

func deleteJob(ctx context.Context, tx *db.Tx, id int64) error {
	_, err := tx.Exec(ctx, `DELETE FROM job WHERE id = $1`, id)
	return err
}

// jobsOf returns what waits for a listener.
func jobsOf(ctx context.Context, r db.Reader, who string) ([]job, error) {
	return db.All(ctx, r, scanJob, `SELECT `+jobColumns+` FROM job WHERE who = $1`, who)
}

func updateEvent(ctx context.Context, tx *db.Tx, id int64, event []byte) error {
	_, err := tx.Exec(ctx, `UPDATE job SET event = $1 WHERE id = $2`, event, id)
	return err
}

// failing returns how many jobs have failed and will be tried again.
func failing(ctx context.Context, r db.Reader) (int, error) {
	return db.One(ctx, r, db.Value[int], `SELECT count(*) FROM (SELECT 1 FROM job WHERE last_err <> '' LIMIT 1000) AS f`)
}
