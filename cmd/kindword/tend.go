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
	all.Go(func() { h.forum.Run(ctx) })
	all.Go(func() { h.notices.Run(ctx) })
	all.Go(func() {
		if err := h.accounts.Run(ctx); err != nil {
			slog.Error("accounts were not kept in order to the end", "err", err)
		}
	})
	all.Wait()
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
