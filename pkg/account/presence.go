package account

import (
	"sync"
	"time"
)

// provedFor is how long after showing who they are somebody may change what opens
// their account.
const provedFor = 10 * time.Minute

// presence is what is known of sessions by the minute. It is kept in memory alone,
// because a stored time could be held against the times of posts.
type presence struct {
	mu      sync.Mutex
	started time.Time
	used    map[string]time.Time // shared sessions
	proved  map[string]time.Time
}

func newPresence(now time.Time) *presence {
	return &presence{started: now, used: map[string]time.Time{}, proved: map[string]time.Time{}}
}

// stillThere reports whether a shared session was used within sharedIdle, and
// notes that it is being used now. What was not seen since the process began
// counts as used then.
func (p *presence) stillThere(pid string, now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	last, ok := p.used[pid]
	if !ok {
		last = p.started
	}
	if now.Sub(last) > sharedIdle {
		return false
	}
	p.used[pid] = now
	return true
}

// prove notes that the person at a session has just shown who they are.
func (p *presence) prove(pid string, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.used[pid], p.proved[pid] = now, now
}

func (p *presence) hasProved(pid string, now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	last, ok := p.proved[pid]
	return ok && now.Sub(last) < provedFor
}

// forget drops what no longer makes a difference. A shared session that was idle
// too long must stay known as such.
func (p *presence) forget(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for pid, at := range p.proved {
		if now.Sub(at) >= provedFor {
			delete(p.proved, pid)
		}
	}
	for pid, at := range p.used {
		if now.Sub(at) > 48*time.Hour { // its days are over by now
			delete(p.used, pid)
		}
	}
}
