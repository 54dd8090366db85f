package forum

import (
	"context"
	"log/slog"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

const (
	// marksEvery is how often marks are written down: what a crash may cost.
	marksEvery = 5 * time.Second
	// marksPerTx bounds how long everybody else who writes waits for marks.
	marksPerTx = 500
)

// KeepMarks writes down where people are, every few seconds until ctx ends, and
// then once more.
func (f *Forum) KeepMarks(ctx context.Context) {
	for tick := time.NewTicker(marksEvery); ; {
		select {
		case <-tick.C:
		case <-ctx.Done():
			tick.Stop()
		}
		if err := f.SaveMarks(context.WithoutCancel(ctx)); err != nil {
			slog.ErrorContext(ctx, "marks not written down", "err", err)
		}
		if ctx.Err() != nil {
			return
		}
	}
}

// SaveMarks writes down where people are now, and forgets the visits that are over.
func (f *Forum) SaveMarks(ctx context.Context) error {
	for {
		some, more := f.marks.unsaved(f.now())
		if err := f.saveMarks(ctx, some); err != nil {
			f.marks.putBack(some)
			return err
		}
		if !more {
			return nil
		}
	}
}

func (f *Forum) saveMarks(ctx context.Context, some map[markAt]mark) error {
	if len(some) == 0 {
		return nil
	}
	keys := f.keys.Load()
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		for at, m := range some {
			if err := putMark(ctx, tx, keys, at, m); err != nil {
				return err
			}
		}
		return nil
	})
}

// unsaved takes what is to be written down, up to a transaction's worth, and
// reports whether there is more. Visits that are over are let go of.
func (m *marks) unsaved(now time.Time) (some map[markAt]mark, more bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	some = map[markAt]mark{}
	for at, one := range m.open {
		switch {
		case one.unsaved && len(some) == marksPerTx:
			more = true
		case one.unsaved:
			one.unsaved = false
			some[at] = *one
		case now.Sub(one.page) > VisitEnds:
			delete(m.open, at)
		}
	}
	return some, more
}

// putBack keeps what could not be written down for the next time.
func (m *marks) putBack(some map[markAt]mark) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for at := range some {
		if one := m.open[at]; one != nil {
			one.unsaved = true
		}
	}
}

// forget drops the marks of an account that is gone.
func (m *marks) forget(of account.ID) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for at := range m.open {
		if at.account == of {
			delete(m.open, at)
		}
	}
}
