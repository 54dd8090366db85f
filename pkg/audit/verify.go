package audit

import (
	"context"
	"iter"
	"math"

	"github.com/kindword/kindword/pkg/db"
)

// A Report is what [Verify] found.
type Report struct {
	Newest Link   // the last link that holds: of all, when nothing is wrong
	Broken *Break // the first place where the chain does not hold, or nil
	Noted  *Link  // where the hash that was asked for stands, or nil
}

// A Break is the first place where the chain does not hold.
type Break struct {
	Kind  BreakKind
	Entry Entry // the first that cannot be trusted; its ID is 0 when it is not there
	After Link  // the last that can
}

// A BreakKind says what does not hold.
type BreakKind string

// What may be found. Which it is depends on how careful somebody was who changed
// the record; that one is found does not.
const (
	Changed  BreakKind = "changed"  // an entry is not what its hash was made of
	Missing  BreakKind = "missing"  // the chain goes on at a later number
	Unlinked BreakKind = "unlinked" // an entry has no place in the chain
	Cut      BreakKind = "cut"      // the last links have no entries
	Miscount BreakKind = "miscount" // all of it holds, but another number of acts was counted
)

// Verify reads the whole record, some entries at a time, while others go on
// writing, and follows its chain. It looks for a hash that was noted before, unless
// that is zero: a record that does not hold it was cut short, or is another one.
func Verify(ctx context.Context, r db.Reader, noted Hash) (found Report, err error) {
	newest, err := Newest(ctx, r)
	if err != nil {
		return found, err
	}
	before, err := Counts(ctx, r, 0)
	if err != nil {
		return found, err
	}
	acts := map[Count]int{}
	for e, err := range All(ctx, r) {
		if err != nil {
			return found, err
		}
		if kind := found.Newest.breaks(e); kind != "" {
			found.Broken = &Break{kind, e.Entry, found.Newest}
			return found, nil
		}
		found.Newest = e.Link
		if e.Link.Hash == noted {
			found.Noted = &e.Link
		}
		if counted(e.Entry) {
			acts[Count{Month: MonthOf(e.At), Act: e.Act}]++
		}
	}
	if found.Newest.N < newest.N {
		found.Broken = &Break{Kind: Cut, After: found.Newest}
		return found, nil
	}
	after, err := Counts(ctx, r, 0)
	if err != nil {
		return found, err
	}
	if !between(before, acts, after) {
		found.Broken = &Break{Kind: Miscount, After: found.Newest}
	}
	return found, nil
}

// breaks says what is wrong when e comes after l, or nothing.
func (l Link) breaks(e Linked) BreakKind {
	switch {
	case e.Link.N == 0:
		return Unlinked
	case e.Link.N > l.N+1:
		return Missing
	case e.Link != l.next(e.Entry):
		return Changed
	}
	return ""
}

// between reports whether acts were counted no fewer than before and no more than
// after: while they were, more may have been written.
func between(before []Count, acts map[Count]int, after []Count) bool {
	most := map[Count]int{}
	for _, c := range after {
		most[Count{Month: c.Month, Act: c.Act}] = c.N
	}
	for c, n := range acts {
		if n > most[c] {
			return false
		}
	}
	for _, c := range before {
		if c.N > acts[Count{Month: c.Month, Act: c.Act}] {
			return false
		}
	}
	return true
}

// All returns every entry with its link, oldest first, reading some at a time.
func All(ctx context.Context, r db.Reader) iter.Seq2[Linked, error] {
	return func(yield func(Linked, error) bool) {
		for last := int64(math.MinInt64); ; {
			some, err := linkedAfter(ctx, r, last, atOnce)
			if err != nil {
				yield(Linked{}, err)
				return
			}
			for _, e := range some {
				if !yield(e, nil) {
					return
				}
				last = e.ID
			}
			if len(some) < atOnce {
				return
			}
		}
	}
}
