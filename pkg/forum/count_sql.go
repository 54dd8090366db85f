package forum

import (
	"context"
	"errors"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// countReply gives a thread its next reply, by another than its opener or not, and
// returns the reply's place in it.
func countReply(ctx context.Context, tx *db.Tx, t ThreadID, at time.Time, other bool) (Card, int64, error) {
	others := 0
	if other {
		others = 1
	}
	var seq int64
	card, err := db.One(ctx, tx, func(r db.Row) (Card, error) {
		var t Thread
		err := r.Scan(append(t.intoCard(), &seq)...)
		return cardOf(t), err
	}, `
		UPDATE thread SET last_at = $1, last_seq = last_seq + 1, replies = replies + 1, others = others + $2, version = version + 1
		WHERE id = $3 `+returningCard+`, last_seq`, db.Time(at), others, t)
	return card, seq, err
}

// countUnder counts a new reply for the post it answers and for all above that.
func countUnder(ctx context.Context, tx *db.Tx, p Post) error {
	if p.Depth == 1 {
		if _, err := tx.Exec(ctx, `UPDATE post SET root = id WHERE id = $1`, p.ID); err != nil {
			return err
		}
	}
	_, err := tx.Exec(ctx, `
		WITH RECURSIVE up (id) AS (
			SELECT c.parent FROM post c WHERE c.id = $1
			UNION ALL
			SELECT c.parent FROM up JOIN post c ON c.id = up.id
		)
		UPDATE post SET descendants = descendants + 1, children = children + CASE WHEN id = $2 THEN 1 ELSE 0 END
		WHERE id IN (SELECT up.id FROM up)`, p.ID, p.Parent)
	return err
}

// countStanding counts a reply that has just gone (by -1) or come back (by 1).
func countStanding(ctx context.Context, tx *db.Tx, t Thread, p Post, by int) error {
	others := 0
	if p.By.ID != t.OpenedBy.ID {
		others = by
	}
	_, err := tx.Exec(ctx, `UPDATE thread SET replies = replies + $1, others = others + $2 WHERE id = $3`, by, others, t.ID)
	return err
}

// setLast makes a thread as old as the latest of its posts that stand. It looks at
// all of them: seq does not tell where threads were merged.
func setLast(ctx context.Context, tx *db.Tx, t ThreadID) error {
	_, err := tx.Exec(ctx, `
		UPDATE thread SET last_at = coalesce(
			(SELECT max(p.written_at) FROM post p WHERE p.thread = thread.id AND p.removed_at IS NULL), opened_at)
		WHERE id = $1`, t)
	return err
}

// raiseLast makes a thread no older than at.
func raiseLast(ctx context.Context, tx *db.Tx, t ThreadID, at time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE thread SET last_at = $1 WHERE id = $2 AND last_at < $1`, db.Time(at), t)
	return err
}

func setOpening(ctx context.Context, tx *db.Tx, t ThreadID, p PostID) error {
	_, err := tx.Exec(ctx, `UPDATE thread SET opening = $1, last_seq = 1 WHERE id = $2`, p, t)
	return err
}

// postSent returns the post that came of a form, or nil.
func postSent(ctx context.Context, tx *db.Tx, formKey []byte) (*Post, error) {
	if formKey == nil {
		return nil, nil
	}
	p, err := db.One(ctx, tx, scanWholePost, `SELECT `+wholePostColumns+fromPost+`WHERE p.form_key = $1`, formKey)
	if errors.Is(err, db.ErrNone) {
		return nil, nil
	}
	return &p, err
}

// wroteIn reports whether a name has written in a thread.
func wroteIn(ctx context.Context, r db.Reader, name account.NameID, t ThreadID) (bool, error) {
	n, err := db.One(ctx, r, db.Value[int], `SELECT count(*) FROM (SELECT p.id FROM post p WHERE p.written_by = $1 AND p.thread = $2 LIMIT 1) AS wrote`, name, t)
	return n > 0, err
}
