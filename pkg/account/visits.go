package account

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// Steps are what it takes to come further: so many different days here, so many
// posts read, and so many posts of one's own name kept. They are low enough for
// somebody who comes on their good days, and ask nothing of anybody else. (The
// numbers are between those of Discourse's first two trust levels.)
var Steps = []struct {
	Step  Step
	Days  int64
	Read  int64
	Posts int64
}{
	{Regular, 3, 30, 1},
	{Steady, 20, 200, 10},
}

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

func addVisit(ctx context.Context, tx *db.Tx, key visitKey, read int64) error {
	_, err := tx.Exec(ctx, `
		UPDATE account SET posts_read = posts_read + $1,
			days_here = days_here + CASE WHEN last_day < $2 THEN 1 ELSE 0 END,
			last_day = CASE WHEN last_day < $2 THEN $2 ELSE last_day END
		WHERE id = $3`, read, key.day, key.account)
	return err
}

// advance takes an account to step when it has come far enough. The order of Steps
// keeps it from going back: nobody far enough for the second is short of the first.
func advance(ctx context.Context, tx *db.Tx, id ID, step Step, days, read, posts int64) error {
	_, err := tx.Exec(ctx, `
		UPDATE account SET step = $1
		WHERE id = $2 AND step <> 'steady' AND days_here >= $3 AND posts_read >= $4
		  AND EXISTS (SELECT 1 FROM name n WHERE n.account = $2 AND n.posts >= $5)`, step, id, days, read, posts)
	return err
}

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
