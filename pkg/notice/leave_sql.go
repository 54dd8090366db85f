package notice

import (
	"context"
	"errors"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

// talksOf returns some talks of a name.
func talksOf(ctx context.Context, r db.Reader, name account.NameID, n int) ([]int64, error) {
	return db.All(ctx, r, db.Value[int64], `SELECT t.id FROM talk t WHERE t.name = $1 ORDER BY t.last_at, t.id LIMIT $2`, name, n)
}

// oldTalks returns some talks in which nothing was said since a time.
func oldTalks(ctx context.Context, r db.Reader, since time.Time, n int) ([]int64, error) {
	return db.All(ctx, r, db.Value[int64], `SELECT t.id FROM talk t WHERE t.last_at < $1 ORDER BY t.last_at, t.id LIMIT $2`, db.Time(since), n)
}

// deleteTalk overwrites the words of a talk first: the database lets no line go that
// has any.
func deleteTalk(ctx context.Context, tx *db.Tx, t Talk, at time.Time) error {
	if _, err := tx.Exec(ctx, `UPDATE talk_line SET source = '', wiped_at = $1 WHERE talk = $2 AND source <> ''`, db.Time(at), t.ID); err != nil {
		return err
	}
	for _, q := range []string{`DELETE FROM talk_line WHERE talk = $1`, `DELETE FROM talk WHERE id = $1`} {
		if _, err := tx.Exec(ctx, q, t.ID); err != nil {
			return err
		}
	}
	_, err := tx.Exec(ctx, `DELETE FROM notice WHERE name = $1 AND kind = $2 AND about = $3`, t.With.ID, Talked, aboutTalk(t))
	return err
}

func deleteNoticesOf(ctx context.Context, tx *db.Tx, name account.NameID, n int) (int64, error) {
	return tx.Exec(ctx, `DELETE FROM notice WHERE id IN (SELECT n.id FROM notice n WHERE n.name = $1 LIMIT $2)`, name, n)
}

// deleteSeen removes some notices that were seen before a day. The place of a talk
// goes with its talk.
func deleteSeen(ctx context.Context, tx *db.Tx, before account.Day, n int) (int64, error) {
	return tx.Exec(ctx, `
		DELETE FROM notice WHERE id IN (
			SELECT n.id FROM notice n WHERE n.seen_day < $1 AND n.seen_day IS NOT NULL AND n.kind <> 'talk' ORDER BY n.seen_day, n.id LIMIT $2)`, before, n)
}

type asked struct {
	pid    string
	opener account.NameID
}

func scanAsked(r db.Row) (a asked, err error) {
	err = r.Scan(&a.pid, &a.opener)
	return a, err
}

// threadToAsk returns a thread that stands and whose story has no ending yet, with
// whoever opened it; or "".
func threadToAsk(ctx context.Context, r db.Reader, id forum.ThreadID) (string, account.NameID, error) {
	a, err := db.One(ctx, r, scanAsked, `
		SELECT t.pid, t.opened_by FROM thread t
		WHERE t.id = $1 AND t.ending = '' AND t.removed_at IS NULL AND t.merged_into IS NULL AND t.emptied_at IS NULL`, id)
	if errors.Is(err, db.ErrNone) {
		return "", 0, nil
	}
	return a.pid, a.opener, err
}
