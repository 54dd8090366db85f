package main

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/forum"
)

// tend keeps the house in order until ctx ends: days are counted, marks are saved,
// what has had its time goes.
func (h *house) tend(ctx context.Context) {
	var all sync.WaitGroup
	all.Go(func() {
		if err := h.accounts.Run(ctx); err != nil {
			slog.Error("accounts were not kept in order to the end", "err", err)
		}
	})
	all.Go(func() { h.forum.KeepMarks(ctx) })
	all.Go(func() {
		h.tidy(ctx) // what a new release renders anew should not wait an hour
		for tick := time.NewTicker(time.Hour); ; {
			select {
			case <-tick.C:
				h.tidy(ctx)
			case <-ctx.Done():
				tick.Stop()
				return
			}
		}
	})
	all.Wait()
}

// tidy does everything of the forum's that is due, in small steps.
func (h *house) tidy(ctx context.Context) {
	for name, step := range map[string]func(context.Context) (more bool, err error){
		"render posts anew":        h.forum.Rerender,
		"wipe what was taken back": h.forum.WipeTakenBack,
		"ask how it went":          h.forum.AskToday,
		"clear old drafts":         h.forum.ClearDrafts,
	} {
		for more := true; more && ctx.Err() == nil; {
			var err error
			if more, err = step(ctx); err != nil && ctx.Err() == nil {
				slog.Error("tidy", "what", name, "err", err)
				break
			}
		}
	}
}

// purger writes the raw files anew when words were erased for good. Those who ask
// while it is at work for somebody else are served by one more turn for all.
type purger struct {
	house *house
	mu    sync.Mutex
	begun time.Time // when the latest turn began
}

func (p *purger) erased(ctx context.Context, _ forum.Erased) error {
	asked := time.Now()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.begun.After(asked) {
		return nil
	}
	p.begun = time.Now()
	return p.house.db.Purge(ctx)
}
