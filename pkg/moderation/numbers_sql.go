package moderation

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

type threadTimes struct{ opened, answered time.Time }

func scanThreadTimes(r db.Row) (t threadTimes, err error) {
	err = r.Scan((*db.Time)(&t.opened), (*db.Time)(&t.answered))
	return t, err
}

// threadsTimed returns when the standing threads of a board were opened since a
// time, and when another person first answered in a post that stands. Those whose
// author hopes for no answer are left out.
func threadsTimed(ctx context.Context, r db.Reader, board forum.BoardID, a forum.Audience, since time.Time) ([]threadTimes, error) {
	return db.All(ctx, r, scanThreadTimes, `
		SELECT t.opened_at, (
			SELECT p.written_at FROM post p
			WHERE p.thread = t.id AND p.seq > 1 AND p.written_by <> t.opened_by AND p.removed_at IS NULL
			ORDER BY p.seq LIMIT 1)
		FROM thread t
		WHERE t.board = $1 AND t.audience = $2 AND t.opened_at >= $3
			AND t.removed_at IS NULL AND t.merged_into IS NULL AND (t.emptied_at IS NULL OR t.replies > 0) AND t.wish <> 'telling'
		ORDER BY t.opened_at DESC, t.id DESC LIMIT $4`, board, a, db.Time(since), mostTimed)
}

type caseTimes struct{ opened, seen, decided time.Time }

func scanCaseTimes(r db.Row) (c caseTimes, err error) {
	err = r.Scan((*db.Time)(&c.opened), (*db.Time)(&c.seen), (*db.Time)(&c.decided))
	return c, err
}

func casesTimed(ctx context.Context, r db.Reader, since time.Time) ([]caseTimes, error) {
	return db.All(ctx, r, scanCaseTimes, `
		SELECT opened_at, seen_at, decided_at FROM flag_case WHERE opened_at >= $1 ORDER BY opened_at DESC, id DESC LIMIT $2`,
		db.Time(since), mostTimed)
}

type decisionTimes struct {
	at    time.Time
	state string
}

func scanDecisionTimes(r db.Row) (d decisionTimes, err error) {
	err = r.Scan((*db.Time)(&d.at), &d.state)
	return d, err
}

func decisionsTimed(ctx context.Context, r db.Reader, since time.Time) ([]decisionTimes, error) {
	return db.All(ctx, r, scanDecisionTimes, `
		SELECT decided_at, state FROM decision WHERE decided_at >= $1 ORDER BY decided_at DESC, id DESC LIMIT $2`,
		db.Time(since), mostTimed)
}

type loadRow struct {
	by account.NameID
	n  int
}

func scanLoad(r db.Row) (l loadRow, err error) {
	err = r.Scan(&l.by, &l.n)
	return l, err
}

// decisionsByModerator counts the decisions of each moderator since a time.
func decisionsByModerator(ctx context.Context, r db.Reader, since time.Time) (map[account.NameID]int, error) {
	rows, err := db.All(ctx, r, scanLoad, `
		SELECT decided_by, count(*) FROM decision WHERE decided_at >= $1 GROUP BY decided_by`, db.Time(since))
	if err != nil {
		return nil, err
	}
	counts := make(map[account.NameID]int, len(rows))
	for _, row := range rows {
		counts[row.by] = row.n
	}
	return counts, nil
}
