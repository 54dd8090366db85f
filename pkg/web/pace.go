package web

import (
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// How much one person may post in a while. Whoever answers everybody in a long
// conversation stays below it; whoever floods a board does not.
const (
	paceTime = 10 * time.Minute
	mostNew  = 6 // posts in that time, of somebody who has only joined
	mostElse = 20
)

// pace remembers, for a while and in memory alone, who posted when.
type pace struct {
	mu     sync.Mutex
	posted map[account.ID][]paced
}

type paced struct {
	at  time.Time
	key string // of the form: sent twice, it counts once
}

// may returns nil when by may post the form called key now, or the fault that says
// how long to wait.
func (p *pace) may(by account.Account, key string, now time.Time) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	recent, most := p.recent(by.ID, now), mostElse
	if by.Step == account.New {
		most = mostNew
	}
	if len(recent) < most {
		return nil
	}
	for _, one := range recent {
		if one.key == key {
			return nil
		}
	}
	wait := recent[len(recent)-most].at.Add(paceTime).Sub(now)
	return fault.New(fault.TooOften, "fault.posts_often", "N", int((wait+time.Minute-1)/time.Minute))
}

// count notes that by has posted the form called key.
func (p *pace) count(by account.Account, key string, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.posted == nil {
		p.posted = map[account.ID][]paced{}
	}
	p.posted[by.ID] = append(p.recent(by.ID, now), paced{now, key})
	for id := range p.posted {
		if id != by.ID && len(p.recent(id, now)) == 0 {
			delete(p.posted, id)
		}
	}
}

// recent are the posts of an account that still count, the oldest first.
func (p *pace) recent(id account.ID, now time.Time) []paced {
	all := p.posted[id]
	for len(all) > 0 && now.Sub(all[0].at) >= paceTime {
		all = all[1:]
	}
	return all
}
