package moderation

import (
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/account"
)

// lookedFor is for how long one entry of the record stands for somebody's looking at
// the same private things: a page that is loaded again is not another look.
const lookedFor = 30 * time.Minute

// looked remembers who has opened what of late. Forgetting it, as at a restart, only
// writes one entry more.
type looked struct {
	mu sync.Mutex
	at map[look]time.Time
}

type look struct {
	by   account.NameID
	what string
}

func newLooked() *looked { return &looked{at: map[look]time.Time{}} }

// again reports whether by looked at what a moment ago, and remembers that they do now.
func (l *looked) again(by account.NameID, what string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if at, ok := l.at[look{by, what}]; ok && now.Sub(at) < lookedFor {
		return true
	}
	for key, at := range l.at {
		if now.Sub(at) >= lookedFor {
			delete(l.at, key)
		}
	}
	l.at[look{by, what}] = now
	return false
}
