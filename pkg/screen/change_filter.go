package screen

import (
	"context"
	"math"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// Filters returns the filters that were made before the one with an id, the newest
// first, at most limit of them; 0 begins with the newest. Those no longer in use are
// among them.
func (s *Screen) Filters(ctx context.Context, by account.Account, before FilterID, limit int) ([]Filter, error) {
	if !by.Operates() {
		return nil, notHere()
	}
	if before == 0 {
		before = math.MaxInt64
	}
	return filtersBefore(ctx, s.db, before, limit)
}

// InUse returns how many filters are looked for.
func (s *Screen) InUse() int { return len(s.filters.Load().filters) }

// Filter returns the filter of a public id.
func (s *Screen) Filter(ctx context.Context, by account.Account, pid string) (Filter, error) {
	if !by.Operates() {
		return Filter{}, notHere()
	}
	return findFilter(ctx, s.db, pid)
}

// AddFilter keeps f and returns it with its public id. It is looked for from the next
// post on.
func (s *Screen) AddFilter(ctx context.Context, by account.Account, f Filter) (Filter, error) {
	f = f.tidy()
	f.PID, f.ChangedAt = seal.PublicID(), s.now()
	return f, s.act(ctx, by, "filter.added", f.PID, func(tx *db.Tx) error {
		if err := f.check(); err != nil {
			return err
		}
		if err := room(ctx, tx); err != nil {
			return err
		}
		return insertFilter(ctx, tx, f)
	})
}

// ChangeFilter gives the filter of f's public id what f says, if it is still of f's
// version; else somebody else has just changed it, and nothing is overwritten.
func (s *Screen) ChangeFilter(ctx context.Context, by account.Account, f Filter) error {
	f = f.tidy()
	return s.act(ctx, by, "filter.changed", f.PID, func(tx *db.Tx) error {
		if err := f.check(); err != nil {
			return err
		}
		now, err := sameVersion(ctx, tx, f.PID, f.Version)
		if err != nil {
			return err
		}
		f.ChangedAt, f.ArchivedAt = s.now(), now.ArchivedAt
		return updateFilter(ctx, tx, f)
	})
}

// ArchiveFilter takes the filter of a public id and version out of use, or puts it
// back. It stays in the list, so that what a post once waited for can be read.
func (s *Screen) ArchiveFilter(ctx context.Context, by account.Account, pid string, version int64, on bool) error {
	act := "filter.archived"
	if !on {
		act = "filter.put_back"
	}
	return s.act(ctx, by, act, pid, func(tx *db.Tx) error {
		f, err := sameVersion(ctx, tx, pid, version)
		if err != nil {
			return err
		}
		switch f.ChangedAt = s.now(); {
		case !on:
			f.ArchivedAt = time.Time{}
			if err := room(ctx, tx); err != nil {
				return err
			}
		default:
			f.ArchivedAt = s.now()
		}
		return updateFilter(ctx, tx, f)
	})
}

// act does what only an operator may, writes it down, and has the filters read again.
// To anybody else there is no such page.
func (s *Screen) act(ctx context.Context, by account.Account, act, pid string, do func(tx *db.Tx) error) error {
	if !by.Operates() {
		return notHere()
	}
	return s.db.Tx(ctx, func(tx *db.Tx) error {
		if err := do(tx); err != nil {
			return err
		}
		s.changed(ctx, tx)
		return s.log(ctx, tx, by, act, audit.Subject("filter", pid))
	})
}

func room(ctx context.Context, tx *db.Tx) error {
	n, err := countInUse(ctx, tx)
	if err == nil && n >= MaxFilters {
		return fault.New(fault.Conflict, "fault.filter_many", "N", MaxFilters)
	}
	return err
}

func sameVersion(ctx context.Context, tx *db.Tx, pid string, version int64) (Filter, error) {
	f, err := findFilter(ctx, tx, pid)
	if err == nil && f.Version != version {
		return f, fault.New(fault.Conflict, "fault.filter_changed")
	}
	return f, err
}
