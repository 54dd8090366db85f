package account

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/seal"
)

// Accounts keeps everybody's accounts. It is safe for concurrent use.
type Accounts struct {
	db     *db.DB
	events *events.Queue
	now    func() time.Time
	keys   atomic.Pointer[seal.Keys] // another one after Rotate
	kept   *seal.Keys                // see keptKeys
}

// An Option sets how accounts are kept.
type Option func(*Accounts)

// Open returns the accounts of d. What must not be read in a stolen database is
// sealed under keys; [seal.ErrSealed] says that d was sealed under other ones.
func Open(ctx context.Context, d *db.DB, q *events.Queue, keys *seal.Keys, now func() time.Time, options ...Option) (*Accounts, error) {
	a := &Accounts{db: d, events: q, now: now}
	a.keys.Store(keys)
	for _, o := range options {
		o(a)
	}
	kept, err := keptKeys(ctx, d, keys)
	if err != nil {
		return nil, fmt.Errorf("open accounts: %w", err)
	}
	a.kept = kept
	return a, nil
}

func (a *Accounts) today() Day { return DayOf(a.now()) }
