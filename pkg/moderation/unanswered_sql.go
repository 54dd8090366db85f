package moderation

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

// standingAlone is the condition of the indexes of what nobody has answered. They
// hold nothing but what [forum.Thread.Waiting] says.
const standingAlone = `t.others = 0 AND t.removed_at IS NULL AND t.merged_into IS NULL AND t.emptied_at IS NULL AND t.locked_at IS NULL AND t.wish <> 'telling'`

// aloneQuery is what somebody sees of the threads without an answer. It is read range by
// range, lifted ones and first-timers first; each is in order in an index.
type aloneQuery struct {
	boards []int64 // none means all
	filter AloneFilter
	now    time.Time
}

func scanAlone(r db.Row) (s standsAlone, err error) {
	err = r.Scan(&s.lift, &s.first, &s.at, &s.thread)
	return s, err
}

// ranges are the parts of the order, each with its own place in it.
var aloneRanges = []standsAlone{{lift: 1, first: 1}, {lift: 1}, {first: 1}, {}}

// read returns up to n rows after a place, in order.
func (q aloneQuery) read(ctx context.Context, r db.Reader, after *standsAlone, n int) ([]standsAlone, error) {
	var all []standsAlone
	for _, part := range aloneRanges {
		if !q.wants(part) || after != nil && before(part, *after) {
			continue
		}
		from := standsAlone{}
		if after != nil && part.lift == after.lift && part.first == after.first {
			from = *after
		}
		for _, board := range orAll(q.boards) {
			where, args := q.where(part, board)
			next := len(args) + 1
			some, err := db.All(ctx, r, scanAlone, fmt.Sprintf(`
				SELECT t.lift, t.first_time, t.opened_at, t.id FROM thread t
				WHERE %s AND (t.opened_at, t.id) > ($%d, $%d) ORDER BY t.opened_at, t.id LIMIT %d`, where, next, next+1, n),
				append(args, from.at, from.thread)...)
			if err != nil {
				return nil, err
			}
			all = append(all, some...)
		}
	}
	slices.SortFunc(all, func(a, b standsAlone) int {
		return cmp.Or(cmp.Compare(b.lift, a.lift), cmp.Compare(b.first, a.first), cmp.Compare(a.at, b.at), cmp.Compare(a.thread, b.thread))
	})
	return all[:min(len(all), n)], nil
}

func (q aloneQuery) count(ctx context.Context, r db.Reader) (total int, err error) {
	for _, part := range aloneRanges {
		if !q.wants(part) {
			continue
		}
		for _, board := range orAll(q.boards) {
			where, args := q.where(part, board)
			n, err := db.One(ctx, r, db.Value[int], fmt.Sprintf(`
				WITH found AS (SELECT t.id FROM thread t WHERE %s LIMIT %d) SELECT COUNT(*) FROM found`, where, MostCounted), args...)
			if err != nil {
				return 0, err
			}
			total += n
		}
	}
	return min(total, MostCounted), nil
}

// wants reports whether q's filter lets anything of a range through.
func (q aloneQuery) wants(part standsAlone) bool { return !q.filter.FirstTime || part.first == 1 }

// before reports whether a range lies wholly before a place.
func before(part, at standsAlone) bool {
	return part.lift > at.lift || part.lift == at.lift && part.first > at.first
}

func (q aloneQuery) where(part standsAlone, board int64) (string, []any) {
	where, args := standingAlone+` AND t.lift = $1 AND t.first_time = $2`, []any{part.lift, part.first}
	and := func(clause string, arg any) {
		args = append(args, arg)
		where += fmt.Sprintf(` AND `+clause, len(args))
	}
	if board != 0 {
		and(`t.board = $%d`, board)
	}
	if q.filter.OlderThan > 0 {
		and(`t.opened_at <= $%d`, db.Time(q.now.Add(-q.filter.OlderThan)))
	}
	return where, args
}

// answeringOf returns who is about to answer a thread, and until when, or 0.
func answeringOf(ctx context.Context, r db.Reader, t forum.ThreadID, now time.Time) (account.NameID, time.Time, error) {
	type answering struct {
		name  account.NameID
		until db.Time
	}
	a, err := db.One(ctx, r, func(r db.Row) (a answering, err error) {
		err = r.Scan(&a.name, &a.until)
		return a, err
	}, `SELECT a.name, a.until_at FROM answering a WHERE a.thread = $1 AND a.until_at > $2`, t, db.Time(now))
	if errors.Is(err, db.ErrNone) {
		return 0, time.Time{}, nil
	}
	return a.name, time.Time(a.until), err
}

func putAnswering(ctx context.Context, tx *db.Tx, t forum.ThreadID, by account.NameID, until time.Time) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO answering (thread, name, until_at) VALUES ($1, $2, $3)
		ON CONFLICT (thread) DO UPDATE SET name = excluded.name, until_at = excluded.until_at`, t, by, db.Time(until))
	return err
}

func deleteAnswering(ctx context.Context, tx *db.Tx, t forum.ThreadID, by account.NameID) error {
	_, err := tx.Exec(ctx, `DELETE FROM answering WHERE thread = $1 AND name = $2`, t, by)
	return err
}
