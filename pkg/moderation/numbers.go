package moderation

import (
	"context"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// Week is how a community was looked after in seven days. It is made of times
// alone: nothing in it is about a member, and nothing counts what anybody read.
type Week struct {
	Begins time.Time

	Opened     int           // threads that hoped for an answer
	Soon       int           // of them, answered by another person within a day
	FirstReply time.Duration // median until then, of those that were answered

	Cases     int
	FirstLook time.Duration // median until a moderator opened one
	Decided   time.Duration // median until it was decided

	Decisions int
	Undone    int // taken back by a moderator
	Granted   int // taken back because somebody asked for another look
}

// Load is how much one moderator decided in the weeks of [Numbers].
type Load struct {
	Name      account.Name
	Decisions int
}

// Numbers are what moderators and operators may know of how things go.
type Numbers struct {
	Weeks  []Week // the newest first; the first is not over yet
	Oldest map[Queue]time.Duration
	Loads  []Load // everybody's for an operator, for a moderator their own
}

const (
	// numbersWeeks is how far the numbers look back: long enough to see whether a
	// change helped.
	numbersWeeks = 8
	// mostTimed bounds how many rows one board, or the cases, give to the numbers.
	mostTimed = 20_000
	// soon is how quickly a first answer is hoped for. Threads unanswered for longer
	// are those whose authors do not come back (see docs/running.md).
	soon = 24 * time.Hour
	week = 7 * 24 * time.Hour
)

// Numbers returns how the last weeks went, for moderators and operators.
func (d *Desk) Numbers(ctx context.Context, by account.Account) (Numbers, error) {
	if !by.ModeratesSome() {
		return Numbers{}, notHere()
	}
	now := d.now()
	first := now.Add(-numbersWeeks * week)
	n := Numbers{Oldest: map[Queue]time.Duration{}}
	for i := range numbersWeeks {
		n.Weeks = append(n.Weeks, Week{Begins: now.Add(-time.Duration(i+1) * week)})
	}
	of := func(t time.Time) *Week {
		return &n.Weeks[min(int(now.Sub(t)/week), numbersWeeks-1)]
	}
	boards, err := d.forum.Boards(ctx, by)
	if err != nil {
		return n, err
	}
	replies := map[*Week][]time.Duration{}
	for _, b := range boards {
		for _, a := range []forum.Audience{forum.Public, forum.Members} {
			threads, err := threadsTimed(ctx, d.db, b.ID, a, first)
			if err != nil {
				return n, err
			}
			for _, t := range threads {
				w := of(t.opened)
				w.Opened++
				if t.answered.IsZero() {
					continue
				}
				took := t.answered.Sub(t.opened)
				replies[w] = append(replies[w], took)
				if took <= soon {
					w.Soon++
				}
			}
		}
	}
	if err := d.caseNumbers(ctx, &n, of, first); err != nil {
		return n, err
	}
	for i := range n.Weeks {
		n.Weeks[i].FirstReply = median(replies[&n.Weeks[i]])
	}
	for _, q := range Queues {
		c, some, err := d.Oldest(ctx, by, q)
		if err != nil {
			return n, err
		}
		if some {
			n.Oldest[q] = now.Sub(c.OpenedAt)
		}
	}
	n.Loads, err = d.loads(ctx, by, first)
	return n, err
}

func (d *Desk) caseNumbers(ctx context.Context, n *Numbers, of func(time.Time) *Week, first time.Time) error {
	cases, err := casesTimed(ctx, d.db, first)
	if err != nil {
		return err
	}
	looks, decided := map[*Week][]time.Duration{}, map[*Week][]time.Duration{}
	for _, c := range cases {
		w := of(c.opened)
		w.Cases++
		if !c.seen.IsZero() {
			looks[w] = append(looks[w], c.seen.Sub(c.opened))
		}
		if !c.decided.IsZero() {
			decided[w] = append(decided[w], c.decided.Sub(c.opened))
		}
	}
	made, err := decisionsTimed(ctx, d.db, first)
	if err != nil {
		return err
	}
	for _, one := range made {
		w := of(one.at)
		w.Decisions++
		switch one.state {
		case "undone":
			w.Undone++
		case "granted":
			w.Granted++
		}
	}
	for i := range n.Weeks {
		w := &n.Weeks[i]
		w.FirstLook, w.Decided = median(looks[w]), median(decided[w])
	}
	return nil
}

// loads counts what each moderator decided. How much a moderator does is for them
// and for whoever leads them, never for comparing.
func (d *Desk) loads(ctx context.Context, by account.Account, first time.Time) ([]Load, error) {
	counts, err := decisionsByModerator(ctx, d.db, first)
	if err != nil {
		return nil, err
	}
	var ids []account.NameID
	for id := range counts {
		if by.Operates() || id == by.Name.ID {
			ids = append(ids, id)
		}
	}
	names, err := account.Names(ctx, d.db, ids...)
	if err != nil {
		return nil, err
	}
	var all []Load
	for _, id := range ids {
		all = append(all, Load{names[id], counts[id]})
	}
	slices.SortFunc(all, func(a, b Load) int {
		if a.Name.Shown < b.Name.Shown { // by name: it is no ranking
			return -1
		}
		return 1
	})
	return all, nil
}

// median returns the middle of some times, or 0 when there are none.
func median(times []time.Duration) time.Duration {
	if len(times) == 0 {
		return 0
	}
	slices.Sort(times)
	mid := len(times) / 2
	if len(times)%2 == 1 {
		return times[mid]
	}
	return (times[mid-1] + times[mid]) / 2
}
