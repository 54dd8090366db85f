package duty

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

const shiftColumns = `pid, name, starts_at, ends_at, ended_at, hand_over`

func scanShift(r db.Row) (s Shift, err error) {
	err = r.Scan(&s.PID, &s.Of.ID, (*db.Time)(&s.Starts), (*db.Time)(&s.Ends), (*db.Time)(&s.Ended), &s.HandOver)
	return s, err
}

func insertShift(ctx context.Context, tx *db.Tx, s Shift) error {
	_, err := tx.Exec(ctx, `INSERT INTO shift (pid, name, starts_at, ends_at) VALUES ($1, $2, $3, $4)`,
		s.PID, s.Of.ID, db.Time(s.Starts), db.Time(s.Ends))
	return err
}

// shiftsEndingAfter returns the shifts that end after t, the first to end first.
func shiftsEndingAfter(ctx context.Context, r db.Reader, t time.Time, limit int) ([]Shift, error) {
	return db.All(ctx, r, scanShift, `SELECT `+shiftColumns+` FROM shift WHERE ends_at > $1 ORDER BY ends_at, id LIMIT $2`, db.Time(t), limit)
}

// shiftsOfAfter is [shiftsEndingAfter] for one name.
func shiftsOfAfter(ctx context.Context, r db.Reader, name account.NameID, t time.Time, limit int) ([]Shift, error) {
	return db.All(ctx, r, scanShift, `SELECT `+shiftColumns+` FROM shift WHERE name = $1 AND ends_at > $2 ORDER BY ends_at LIMIT $3`, name, db.Time(t), limit)
}

// lastHandOver returns the latest shifts that ended before t, newest first: their
// hand-over words are what whoever begins wants to read.
func lastShifts(ctx context.Context, r db.Reader, t time.Time, limit int) ([]Shift, error) {
	return db.All(ctx, r, scanShift, `SELECT `+shiftColumns+` FROM shift WHERE ends_at <= $1 ORDER BY ends_at DESC, id DESC LIMIT $2`, db.Time(t), limit)
}

func findShift(ctx context.Context, r db.Reader, pid string) (Shift, error) {
	return db.One(ctx, r, scanShift, `SELECT `+shiftColumns+` FROM shift WHERE pid = $1`, pid)
}

// endShift ends the shift called pid at t, with words for whoever comes next.
func endShift(ctx context.Context, tx *db.Tx, pid string, t time.Time, words string) error {
	_, err := tx.Exec(ctx, `UPDATE shift SET ended_at = $1, ends_at = $2, hand_over = $3 WHERE pid = $4`, db.Time(t), db.Time(t), words, pid)
	return err
}

func deleteShift(ctx context.Context, tx *db.Tx, pid string) error {
	_, err := tx.Exec(ctx, `DELETE FROM shift WHERE pid = $1`, pid)
	return err
}

// forgetShifts removes what ended before t, and its words.
func forgetShifts(ctx context.Context, tx *db.Tx, t time.Time) error {
	_, err := tx.Exec(ctx, `DELETE FROM shift WHERE ends_at < $1`, db.Time(t))
	return err
}

// deleteShiftsOf removes every shift of a name.
func deleteShiftsOf(ctx context.Context, tx *db.Tx, name account.NameID) error {
	if _, err := tx.Exec(ctx, `DELETE FROM shift WHERE name = $1`, name); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `DELETE FROM duty_terms WHERE name = $1`, name)
	return err
}
