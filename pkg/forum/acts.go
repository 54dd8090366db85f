package forum

import (
	"context"
	"math"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
)

// An Act is what a moderator or an operator did, and who it was.
type Act struct {
	audit.Entry
	By account.Name
}

// ActsAtOnce is how many acts [Forum.Acts] returns: what somebody can read in one go.
const ActsAtOnce = 50

// Acts returns the acts that were written down before the one with an id, newest
// first, for an operator; before 0, the newest of all. There are more when it
// returns [ActsAtOnce].
func (f *Forum) Acts(ctx context.Context, by account.Account, before int64) ([]Act, error) {
	if !by.Operates() {
		return nil, notHere()
	}
	if before <= 0 {
		before = math.MaxInt64
	}
	entries, err := audit.Before(ctx, f.db, before, ActsAtOnce)
	if err != nil {
		return nil, err
	}
	ids := make([]account.NameID, len(entries))
	for i, e := range entries {
		ids[i] = e.Actor
	}
	names, err := account.Names(ctx, f.db, ids...)
	if err != nil {
		return nil, err
	}
	acts := make([]Act, len(entries))
	for i, e := range entries {
		acts[i] = Act{Entry: e, By: names[e.Actor]}
	}
	return acts, nil
}
