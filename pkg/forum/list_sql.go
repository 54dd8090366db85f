package forum

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// list is a range of an index on thread: what it holds, and which way it is read.
// For a member it is two ranges, one an audience, merged in Go: neither database
// could read both in order from one index without sorting.
type list struct {
	scope    string // which threads, or "" for all: uses $1 to $len(args)
	args     []any
	standing string // the condition of the index
	key      string // what it is arranged by, the thread's id after it
	down     bool   // highest first
	size     int    // threads on a page
}

// place is where a thread stands in a list.
type place struct {
	key int64
	id  ThreadID
	pid string
}

func scanPlace(r db.Row) (p place, err error) {
	err = r.Scan(&p.key, &p.id, &p.pid)
	return p, err
}

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.key, q.key), cmp.Compare(p.id, q.id))
}

// page reads the page that begins with the thread called from, and where the
// pages around it begin.
func (l list) page(ctx context.Context, r db.Reader, by account.Account, from string) (page ListPage, err error) {
	var start *place
	if from != "" {
		if start, err = l.find(ctx, r, by, from); err != nil {
			return page, err
		}
	}
	rows, err := l.threads(ctx, r, by, start)
	if err != nil {
		return page, err
	}
	page.Threads = rows
	if len(rows) > l.size {
		page.Next = Link{true, rows[l.size].PID}
		page.Threads = rows[:l.size]
		last, err := l.back(ctx, r, by, nil, l.size)
		if err != nil {
			return page, err
		}
		page.Last = Link{true, last[len(last)-1].pid}
	}
	if start == nil {
		return page, nil
	}
	before, err := l.back(ctx, r, by, start, l.size+1)
	if err != nil || len(before) == 0 {
		return page, err
	}
	page.First, page.Previous = Link{Show: true}, Link{Show: true}
	if len(before) > l.size {
		page.Previous.From = before[l.size-1].pid
	}
	return page, nil
}

// find returns where the thread called pid stands, or nil when by cannot see it
// in this list.
func (l list) find(ctx context.Context, r db.Reader, by account.Account, pid string) (*place, error) {
	n := len(l.args)
	p, err := db.One(ctx, r, scanPlace, fmt.Sprintf(`SELECT %s, t.id, t.pid FROM thread t WHERE %s t.pid = $%d AND %s AND %s`,
		l.key, l.where(), n+1, Visible(n+2), l.standing), l.with(pid, Eyes(by))...)
	if errors.Is(err, db.ErrNone) {
		return nil, nil
	}
	return &p, err
}

// threads reads a page and one thread more, from start on.
func (l list) threads(ctx context.Context, r db.Reader, by account.Account, start *place) ([]Thread, error) {
	type row struct {
		place
		Thread
	}
	scan := func(r db.Row) (row, error) {
		var at row
		err := r.Scan(append(at.Thread.into(), &at.key)...)
		at.id, at.Thread = at.Thread.ID, at.Thread.veiled()
		return at, err
	}
	rows, err := read(ctx, r, l, by, `SELECT `+threadColumns+`, `+l.key+fromThread, scan, stretch{start, true, l.down, l.size + 1})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(rows, func(a, b row) int { return l.towards(a.place.compare(b.place)) })
	threads := make([]Thread, 0, l.size+1)
	for _, at := range rows[:min(len(rows), l.size+1)] {
		threads = append(threads, at.Thread)
	}
	return threads, nil
}

// back reads up to n places the other way: from before start, or from the end.
func (l list) back(ctx context.Context, r db.Reader, by account.Account, start *place, n int) ([]place, error) {
	rows, err := read(ctx, r, l, by, `SELECT `+l.key+`, t.id, t.pid FROM thread t `, scanPlace, stretch{start, false, !l.down, n})
	slices.SortFunc(rows, func(a, b place) int { return -l.towards(a.compare(b)) })
	return rows[:min(len(rows), n)], err
}

func (l list) towards(order int) int {
	if l.down {
		return -order
	}
	return order
}

// stretch is a part of a range: from start, with it or beyond it, or from the
// range's own end when there is no start; up to n rows.
type stretch struct {
	start *place
	with  bool
	down  bool
	n     int
}

// read reads the same stretch of each audience's range.
func read[T any](ctx context.Context, r db.Reader, l list, by account.Account, columns string, scan func(db.Row) (T, error), s stretch) ([]T, error) {
	order, sign := "ASC", ">"
	if s.down {
		order, sign = "DESC", "<"
	}
	if s.with {
		sign += "="
	}
	next := len(l.args) + 1
	q := fmt.Sprintf(`%sWHERE %s t.audience = $%d AND %s`, columns, l.where(), next, l.standing)
	var from []any
	if s.start != nil {
		q += fmt.Sprintf(` AND (%s, t.id) %s ($%d, $%d)`, l.key, sign, next+1, next+2)
		from = []any{s.start.key, s.start.id}
	}
	q += fmt.Sprintf(` ORDER BY %s %s, t.id %s LIMIT %d`, l.key, order, order, s.n)
	var all []T
	for _, a := range audiences(by) {
		rows, err := db.All(ctx, r, scan, q, l.with(append([]any{a}, from...)...)...)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, nil
}

// count counts what the list holds for by, no further than most.
func (l list) count(ctx context.Context, r db.Reader, by account.Account, most int) (total int, err error) {
	for _, a := range audiences(by) {
		n, err := db.One(ctx, r, db.Value[int], fmt.Sprintf(`
			WITH found AS (SELECT t.id FROM thread t WHERE %s t.audience = $%d AND %s LIMIT %d)
			SELECT count(*) FROM found`,
			l.where(), len(l.args)+1, l.standing, most), l.with(a)...)
		if err != nil {
			return 0, err
		}
		total += n
	}
	return min(total, most), nil
}

func (l list) where() string {
	if l.scope == "" {
		return ""
	}
	return l.scope + ` AND`
}

func (l list) with(more ...any) []any { return append(l.args[:len(l.args):len(l.args)], more...) }

func pinnedThreads(ctx context.Context, r db.Reader, board BoardID, eyes Audience) ([]Thread, error) {
	return db.All(ctx, r, scanThread, fmt.Sprintf(`
		SELECT `+threadColumns+fromThread+`
		WHERE t.board = $1 AND t.pinned_at IS NOT NULL AND `+Visible(2)+`
		ORDER BY t.pinned_at LIMIT %d`, pinnedAtTop), board, eyes)
}
