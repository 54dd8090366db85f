package forum

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// tidyEvery is how often what has had its time is cleared away: often enough for a
// guest's draft to go on the day that the page promised.
const tidyEvery = time.Hour

// Run keeps the forum in order until ctx ends: it writes down where people are,
// makes anew what an older renderer made, and clears away what has had its time.
func (f *Forum) Run(ctx context.Context) {
	var crowd sync.WaitGroup
	defer crowd.Wait()
	crowd.Go(func() { f.KeepMarks(ctx) })
	again := func(what string, step func(context.Context) (bool, error)) {
		if err := untilDone(ctx, step); err != nil && ctx.Err() == nil {
			slog.ErrorContext(ctx, "keeping the forum in order", "what", what, "err", err)
		}
	}
	again("render anew", f.Rerender)
	for tick := time.NewTicker(tidyEvery); ; {
		again("tidy", func(ctx context.Context) (bool, error) { return false, f.Tidy(ctx) })
		select {
		case <-tick.C:
		case <-ctx.Done():
			tick.Stop()
			return
		}
	}
}

// Tidy clears away what has had its time: posts taken back, drafts, guests' drafts, cards, what was declined, and
// passages that were taken out of posts.
// It also asks those how it went who wished to be asked today.
func (f *Forum) Tidy(ctx context.Context) error {
	for _, step := range []func(context.Context) (bool, error){f.WipeTakenBack, f.clearDrafts, f.clearGuestDrafts, f.clearCards, f.wipeHeld, f.DestroyDue, f.AskToday} {
		if err := untilDone(ctx, step); err != nil {
			return err
		}
	}
	return nil
}

// untilDone takes steps until there is nothing more to do.
func untilDone(ctx context.Context, step func(context.Context) (more bool, err error)) error {
	for {
		more, err := step(ctx)
		if err != nil || !more {
			return err
		}
	}
}

func (f *Forum) clearDrafts(ctx context.Context) (more bool, err error) {
	err = f.db.Tx(ctx, func(tx *db.Tx) error {
		n, err := deleteOldDrafts(ctx, tx, account.DayOf(f.now())-DraftDays)
		more = n > 0
		return err
	})
	return more, err
}

func (f *Forum) clearGuestDrafts(ctx context.Context) (more bool, err error) {
	err = f.db.Tx(ctx, func(tx *db.Tx) error {
		n, err := deleteEndedGuestDrafts(ctx, tx, f.now())
		more = n > 0
		return err
	})
	return more, err
}
