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
// first; before 0, the newest of all. There are more when it returns [ActsAtOnce].
// Operators and those who look after every board read all of them, other moderators
// what was done on their boards. To anybody else there is no such page.
func (f *Forum) Acts(ctx context.Context, by account.Account, before int64) ([]Act, error) {
	if !by.ModeratesSome() {
		return nil, notHere()
	}
	if before <= 0 {
		before = math.MaxInt64
	}
	entries, err := f.entries(ctx, by, before)
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

func (f *Forum) entries(ctx context.Context, by account.Account, before int64) ([]audit.Entry, error) {
	if by.Operates() || len(by.Boards) == 0 {
		return audit.Before(ctx, f.db, before, ActsAtOnce)
	}
	return audit.About(ctx, f.db, by.Boards, before, ActsAtOnce)
}

// NewestAct returns the newest link of the record's chain, for everybody to note.
func (f *Forum) NewestAct(ctx context.Context) (audit.Link, error) { return audit.Newest(ctx, f.db) }

// CountActs returns how often each act was done in each month from since on.
func (f *Forum) CountActs(ctx context.Context, since audit.Month) ([]audit.Count, error) {
	return audit.Counts(ctx, f.db, since)
}
