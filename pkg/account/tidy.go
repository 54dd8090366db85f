package account

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// Run keeps the accounts in order until ctx ends: it writes down each day once it
// is over, and clears away what has had its time. When ctx ends it writes down the
// day so far.
func (a *Accounts) Run(ctx context.Context) error {
	tick := time.NewTicker(time.Hour)
	defer tick.Stop()
	for {
		if err := a.Tidy(ctx); err != nil && ctx.Err() == nil {
			a.failed(ctx, "tidy accounts", err)
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return a.Count(context.WithoutCancel(ctx), a.today()+1)
		}
	}
}

// Tidy writes down the days that are over, and clears away sessions, links and
// browsers that have had their time.
func (a *Accounts) Tidy(ctx context.Context) error {
	today := a.today()
	if err := a.Count(ctx, today); err != nil {
		return err
	}
	a.sessions.forget(a.now())
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		if err := deleteOverSessions(ctx, tx, today-ownIdle+1, today-ownLongest+1); err != nil {
			return err
		}
		if err := deletePassesBefore(ctx, tx, a.now()); err != nil {
			return err
		}
		return deleteOldBrowsers(ctx, tx, today-browserDays)
	})
}
