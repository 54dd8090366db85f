package notice

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// UnseeWithin is how long it is remembered what somebody marked as seen in one go,
// so that they can take that back.
const UnseeWithin = 10 * time.Minute

// See notes that by has looked at one of their notices today.
func (b *Box) See(ctx context.Context, by account.Account, pid string) error {
	n, err := b.Notice(ctx, by, pid)
	if err != nil || !n.Unseen() {
		return err
	}
	return b.db.Tx(ctx, func(tx *db.Tx) error { return setSeen(ctx, tx, n.ID, account.DayOf(b.now())) })
}

// SeeAll notes that by has looked at everything they were told. Each is
// written by itself, their names in no order: rows written together would tell that
// they are one person's.
func (b *Box) SeeAll(ctx context.Context, by account.Account) error {
	names, err := b.namesOf(ctx, by)
	if err != nil {
		return err
	}
	rand.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	var seen []int64
	for _, name := range names {
		ids, err := unseenOf(ctx, b.db, name.ID)
		if err != nil {
			return err
		}
		if err := b.setSeen(ctx, ids, account.DayOf(b.now())); err != nil {
			return err
		}
		seen = append(seen, ids...)
	}
	b.lately.put(by.ID, seen, b.now())
	return nil
}

// CanUnsee reports whether by marked notices as seen a moment ago.
func (b *Box) CanUnsee(by account.Account) bool { return len(b.lately.of(by.ID, b.now())) > 0 }

// UnseeAll takes by's latest [Box.SeeAll] back.
func (b *Box) UnseeAll(ctx context.Context, by account.Account) error {
	ids := b.lately.of(by.ID, b.now())
	if len(ids) == 0 {
		return fault.New(fault.Conflict, "fault.unsee_late")
	}
	if err := b.setSeen(ctx, ids, 0); err != nil {
		return err
	}
	b.lately.forget(by.ID)
	return nil
}

// setSeen marks notices, each in a transaction of its own.
func (b *Box) setSeen(ctx context.Context, ids []int64, day account.Day) error {
	for _, id := range ids {
		if err := b.db.Tx(ctx, func(tx *db.Tx) error { return setSeen(ctx, tx, id, day) }); err != nil {
			return err
		}
	}
	return nil
}

// lately remembers for a while, in memory alone, what somebody marked as seen in one
// go: a row of it would join their names.
type lately struct {
	mu   sync.Mutex
	seen map[account.ID]marked
}

type marked struct {
	ids []int64
	at  time.Time
}

func (l *lately) put(by account.ID, ids []int64, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.seen == nil {
		l.seen = map[account.ID]marked{}
	}
	for id, m := range l.seen {
		if now.Sub(m.at) > UnseeWithin {
			delete(l.seen, id)
		}
	}
	if len(ids) > 0 {
		l.seen[by] = marked{ids, now}
	}
}

func (l *lately) of(by account.ID, now time.Time) []int64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	if m := l.seen[by]; now.Sub(m.at) <= UnseeWithin {
		return m.ids
	}
	return nil
}

func (l *lately) forget(by account.ID) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.seen, by)
}
