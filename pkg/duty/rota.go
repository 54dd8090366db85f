package duty

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/site"
)

// Log writes down who did what, in the transaction of the act itself.
type Log func(ctx context.Context, tx *db.Tx, by account.Account, act, subject string) error

// Rota is who is there when. The shifts to come are kept in memory, because every
// page says who is on duty.
type Rota struct {
	db      *db.DB
	site    *site.Site
	log     Log
	now     func() time.Time
	reading sync.Mutex // one reload at a time, so that the newest is kept
	ahead   atomic.Pointer[[]Shift]
}

// mostKept bounds how many shifts are kept in memory: two months of a large team.
const mostKept = 1000

// keptFor is how long a shift is kept once it is over: its hand-over words have
// been read by then.
const keptFor = 30 * 24 * time.Hour

// Open reads the rota of d. Each change is written down with log.
func Open(ctx context.Context, d *db.DB, s *site.Site, log Log, now func() time.Time) (*Rota, error) {
	r := &Rota{db: d, site: s, log: log, now: now}
	if err := r.load(ctx); err != nil {
		return nil, fmt.Errorf("read the rota: %w", err)
	}
	return r, nil
}

func (r *Rota) load(ctx context.Context) error {
	r.reading.Lock()
	defer r.reading.Unlock()
	shifts, err := shiftsEndingAfter(ctx, r.db, r.now(), mostKept)
	if err != nil {
		return err
	}
	if err := named(ctx, r.db, shifts); err != nil {
		return err
	}
	r.ahead.Store(&shifts)
	return nil
}

// named puts the names to shifts that carry their ids.
func named(ctx context.Context, d db.Reader, shifts []Shift) error {
	ids := make([]account.NameID, len(shifts))
	for i, s := range shifts {
		ids[i] = s.Of.ID
	}
	names, err := account.Names(ctx, d, ids...)
	if err != nil {
		return err
	}
	for i := range shifts {
		shifts[i].Of = names[shifts[i].Of.ID]
	}
	return nil
}

// changed has the rota read again once tx is saved.
func (r *Rota) changed(ctx context.Context, tx *db.Tx) {
	tx.After(func() {
		if err := r.load(context.WithoutCancel(ctx)); err != nil {
			slog.Error("the rota changed and could not be read again", "err", err)
		}
	})
}

// On returns the shifts that are on now, the one that ends last first.
func (r *Rota) On() []Shift {
	now := r.now()
	on := slices.DeleteFunc(slices.Clone(*r.ahead.Load()), func(s Shift) bool { return !s.On(now) })
	slices.SortStableFunc(on, func(a, b Shift) int { return b.Ends.Compare(a.Ends) })
	return on
}

// Ahead returns the shifts that are on or to come, in the order in which they begin.
func (r *Rota) Ahead() []Shift {
	now := r.now()
	ahead := slices.DeleteFunc(slices.Clone(*r.ahead.Load()), func(s Shift) bool { return !s.Ended.IsZero() || !s.Ends.After(now) })
	slices.SortStableFunc(ahead, func(a, b Shift) int { return a.Starts.Compare(b.Starts) })
	return ahead
}

// A Promise is what members may be told of who reads, and until when it stays true.
type Promise struct {
	On   []Shift   // who is there now; none when nobody is
	Next time.Time // when somebody next begins; zero when nobody has said
}

// Promise returns what is true now. Two that show the same words are equal under
// [Promise.Key].
func (r *Rota) Promise() Promise {
	p := Promise{On: r.On()}
	now := r.now()
	for _, s := range r.Ahead() {
		if s.Starts.After(now) {
			p.Next = s.Starts
			break
		}
	}
	return p
}

// Key names what a page says of p, for pages that are remembered.
func (p Promise) Key() string {
	key := fmt.Sprint(p.Next.Unix())
	for _, s := range p.On {
		key += fmt.Sprint(" ", s.PID, s.Ends.Unix(), s.Of.Version)
	}
	return key
}

// ReadBy returns when somebody will have read what is written now: an hour from
// now when somebody is there, or an hour after the next one begins. It is zero
// when nobody has said.
func (p Promise) ReadBy(now time.Time, within time.Duration) time.Time {
	switch {
	case len(p.On) > 0:
		return now.Add(within)
	case p.Next.IsZero():
		return time.Time{}
	}
	return p.Next.Add(within)
}
