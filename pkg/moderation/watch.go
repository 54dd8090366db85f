package moderation

import (
	"context"
	"sync"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

// watching is who has a desk open just now. It is told after a commit that something
// of a board has changed; what it is, each page asks for itself.
type watching struct {
	mu   sync.Mutex
	open map[chan struct{}]account.Account
}

func newWatching() *watching { return &watching{open: map[chan struct{}]account.Account{}} }

// Watch returns a channel on which something comes when what by sees of the desk has
// changed: perhaps several changes at once. It ends with ctx.
func (d *Desk) Watch(ctx context.Context, by account.Account) (<-chan struct{}, error) {
	if !by.ModeratesSome() {
		return nil, notHere()
	}
	changed := make(chan struct{}, 1)
	d.watching.mu.Lock()
	d.watching.open[changed] = by
	d.watching.mu.Unlock()
	context.AfterFunc(ctx, func() {
		d.watching.mu.Lock()
		defer d.watching.mu.Unlock()
		delete(d.watching.open, changed)
		close(changed)
	})
	return changed, nil
}

// changed tells those who watch a board once tx is saved. Board 0 concerns the whole
// site.
func (w *watching) changed(tx *db.Tx, board forum.BoardID) {
	tx.After(func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		for open, by := range w.open {
			if by.Moderates(int64(board)) {
				select {
				case open <- struct{}{}:
				default: // one is waiting already
				}
			}
		}
	})
}
