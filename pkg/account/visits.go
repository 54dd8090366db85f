package account

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"

	"github.com/kindword/kindword/pkg/db"
)

// visits remembers who came and how much they read. It is written down for all of
// a day together, once the day is over: a row written at each visit would tell, by
// where it stands in the file, the moment of it.
type visits struct {
	mu  sync.Mutex
	all map[visitKey]*visit
}

type visitKey struct {
	account ID
	day     Day
}

type visit struct {
	read     int64
	sessions map[string]bool
}

func newVisits() *visits { return &visits{all: map[visitKey]*visit{}} }

func (v *visits) of(id ID, day Day) *visit {
	key := visitKey{id, day}
	if v.all[key] == nil {
		v.all[key] = &visit{sessions: map[string]bool{}}
	}
	return v.all[key]
}

func (v *visits) came(id ID, session string, day Day) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.of(id, day).sessions[session] = true
}

// Read notes that by has read so many more posts.
func (a *Accounts) Read(by Account, posts int) {
	if by.Guest() {
		return
	}
	a.visits.mu.Lock()
	defer a.visits.mu.Unlock()
	a.visits.of(by.ID, a.today()).read += int64(posts)
}

// before takes out the visits of the days before day.
func (v *visits) before(day Day) map[visitKey]*visit {
	v.mu.Lock()
	defer v.mu.Unlock()
	taken := map[visitKey]*visit{}
	for key, visit := range v.all {
		if key.day < day {
			taken[key] = visit
			delete(v.all, key)
		}
	}
	return taken
}

// giveBack puts visits that could not be written down back among the others.
func (v *visits) giveBack(taken map[visitKey]*visit) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for key, visit := range taken {
		back := v.of(key.account, key.day)
		back.read += visit.read
		for s := range visit.sessions {
			back.sessions[s] = true
		}
	}
}

// Count writes down who came on the days before day, in no order, and takes those
// further who have come far enough.
func (a *Accounts) Count(ctx context.Context, day Day) error {
	taken := a.visits.before(day)
	if len(taken) == 0 {
		return nil
	}
	err := a.db.Tx(ctx, func(tx *db.Tx) error {
		for _, key := range inOrderOfDays(taken) {
			visit := taken[key]
			if err := addVisit(ctx, tx, key, visit.read); err != nil {
				return err
			}
			for pid := range visit.sessions {
				if err := setSessionUsed(ctx, tx, pid, key.day); err != nil {
					return err
				}
			}
			for _, s := range Steps {
				if err := advance(ctx, tx, key.account, s.Step, s.Days, s.Read, s.Posts); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		a.visits.giveBack(taken)
	}
	return err
}

// inOrderOfDays returns the keys of taken, the earlier days first and those of one
// day as the map gives them, which is no order.
func inOrderOfDays(taken map[visitKey]*visit) []visitKey {
	keys := slices.Collect(maps.Keys(taken))
	slices.SortStableFunc(keys, func(x, y visitKey) int { return cmp.Compare(x.day, y.day) })
	return keys
}
