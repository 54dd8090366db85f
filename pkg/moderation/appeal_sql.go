package moderation

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/notice"
)

func scanAppeal(r db.Row) (a Appeal, err error) {
	err = r.Scan(&a.Decision, (*db.Time)(&a.WrittenAt), &a.Words, &a.AnsweredBy.ID, (*db.Time)(&a.AnsweredAt), &a.Answer)
	return a, err
}

// findAppeal returns the appeal against a decision, or [db.ErrNone].
func findAppeal(ctx context.Context, r db.Reader, x DecisionID) (Appeal, error) {
	return db.One(ctx, r, scanAppeal, `
		SELECT p.decision, p.written_at, p.words, COALESCE(p.answered_by, 0), p.answered_at, p.answer FROM appeal p WHERE p.decision = $1`, x)
}

// appealed reports whether somebody was asked to look at a decision again.
func appealed(ctx context.Context, r db.Reader, x DecisionID) (bool, error) {
	n, err := db.One(ctx, r, db.Value[int], `SELECT COUNT(*) FROM appeal p WHERE p.decision = $1`, x)
	return n > 0, err
}

func insertAppeal(ctx context.Context, tx *db.Tx, x Decision, words string, at time.Time) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO appeal (decision, written_by, written_at, words) VALUES ($1, $2, $3, $4)`, x.ID, x.About, db.Time(at), words)
	return err
}

func setAnswer(ctx context.Context, tx *db.Tx, x DecisionID, by account.NameID, answer notice.Answer, at time.Time) error {
	_, err := tx.Exec(ctx, `
		UPDATE appeal SET answered_by = $1, answered_at = $2, answer = $3 WHERE decision = $4`, by, db.Time(at), answer, x)
	return err
}
