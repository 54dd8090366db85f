package moderation

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// A stretch is what by may see of a queue, through a filter. It is read range by
// range, one for each board and, where cases are asked for by their age, one for each
// harm; each range is in order in an index, and they are merged in Go.
type stretch struct {
	queue  Queue
	boards []int64 // none means all
	harms  []int   // none means all
	kind   FlagKind
	before time.Time      // opened by then, or zero
	mine   account.NameID // claimed by that name, or 0
	free   bool           // claimed by nobody
	now    time.Time
}

func (d *Desk) stretch(by account.Account, q Queue, f Filter) (stretch, error) {
	s := stretch{queue: q, now: d.now(), kind: f.Kind, free: f.Unclaimed}
	if by.Role == account.Moderator {
		s.boards = by.Boards
	}
	if f.Board != 0 {
		if !by.Moderates(int64(f.Board)) {
			return s, notHere()
		}
		s.boards = []int64{int64(f.Board)}
	}
	if f.Mine {
		s.mine = by.Name.ID
	}
	if f.OlderThan > 0 {
		s.before = s.now.Add(-f.OlderThan)
		for harm := 1; harm <= mostHarm; harm++ {
			s.harms = append(s.harms, harm)
		}
	}
	return s, nil
}

// read returns up to n cases after a place, in order.
func (s stretch) read(ctx context.Context, r db.Reader, after place, n int) ([]Case, error) {
	var all []Case
	for _, board := range orAll(s.boards) {
		for _, harm := range orAll(s.harms) {
			if harm != 0 && harm < after.harm {
				continue
			}
			where, args := s.where(board, harm)
			beyond, from := after.beyond(harm, len(args)+1)
			some, err := db.All(ctx, r, scanCase, fmt.Sprintf(`
				SELECT `+caseColumns+fromCase+`WHERE %s AND %s ORDER BY c.harm, c.opened_at, c.id LIMIT %d`, where, beyond, n),
				append(args, from...)...)
			if err != nil {
				return nil, err
			}
			all = append(all, some...)
		}
	}
	slices.SortFunc(all, func(a, b Case) int {
		return cmp.Or(cmp.Compare(a.Harm, b.Harm), a.OpenedAt.Compare(b.OpenedAt), cmp.Compare(a.ID, b.ID))
	})
	return all[:min(len(all), n)], nil
}

// count counts what a stretch holds, no further than [MostCounted].
func (s stretch) count(ctx context.Context, r db.Reader) (total int, err error) {
	for _, board := range orAll(s.boards) {
		for _, harm := range orAll(s.harms) {
			where, args := s.where(board, harm)
			n, err := db.One(ctx, r, db.Value[int], fmt.Sprintf(`
				WITH found AS (SELECT c.id`+fromCase+`WHERE %s LIMIT %d) SELECT COUNT(*) FROM found`, where, MostCounted), args...)
			if err != nil {
				return 0, err
			}
			total += n
		}
	}
	return min(total, MostCounted), nil
}

// where returns the clause for one range of s, and its arguments.
func (s stretch) where(board int64, harm int) (string, []any) {
	where, args := `c.state = 'open' AND c.queue = $1`, []any{s.queue}
	and := func(clause string, arg any) {
		args = append(args, arg)
		where += fmt.Sprintf(` AND `+clause, len(args))
	}
	if board != 0 {
		and(`c.board = $%d`, board)
	}
	if harm != 0 {
		and(`c.harm = $%d`, harm)
	}
	if s.kind != "" {
		and(`c.kind = $%d`, s.kind)
	}
	if s.mine != 0 {
		and(`c.claimed_by = $%d`, s.mine)
		and(`c.claimed_until > $%d`, db.Time(s.now))
	}
	if s.free {
		and(`(c.claimed_until IS NULL OR c.claimed_until <= $%d)`, db.Time(s.now))
	}
	if !s.before.IsZero() {
		and(`c.opened_at <= $%d`, db.Time(s.before))
	}
	return where, args
}

// orAll returns the ranges of s's that are named, or one that is all of them.
func orAll[T int | int64](some []T) []T {
	if len(some) == 0 {
		return []T{0}
	}
	return some
}

// beyond returns the clause for what comes after p, among the cases of one harm or,
// when that is 0, of all; n is the number of its first argument.
func (p place) beyond(harm, n int) (string, []any) {
	switch {
	case harm == 0:
		return fmt.Sprintf(`(c.harm, c.opened_at, c.id) > ($%d, $%d, $%d)`, n, n+1, n+2), []any{p.harm, p.at, p.id}
	case harm > p.harm:
		p = place{}
	}
	return fmt.Sprintf(`(c.opened_at, c.id) > ($%d, $%d)`, n, n+1), []any{p.at, p.id}
}
