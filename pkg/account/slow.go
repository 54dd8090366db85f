package account

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"math"
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/fault"
)

// A pace says how many tries that failed are let through before the next ones have
// to wait, and how long.
type pace struct {
	free  int           // failures without a wait
	first time.Duration // the wait after one more; it doubles with each
	most  time.Duration
}

// The paces. A person who mistypes is never far from the next try; a machine gets
// a few hundred tries a day at a name from one network, and a thousand from all.
var (
	pairPace    = pace{free: 5, first: time.Minute, most: 15 * time.Minute}       // one name from one network
	networkPace = pace{free: 100, first: 5 * time.Minute, most: 15 * time.Minute} // all names from one network
	namePace    = pace{free: 1000, first: 24 * time.Hour, most: 24 * time.Hour}   // one name from everywhere
	codePace    = pace{free: 10, first: 5 * time.Minute, most: time.Hour}         // codes for one account: a million are possible
	joinPace    = pace{free: 20, first: time.Hour, most: time.Hour}               // accounts made from one network
	mailPace    = pace{free: 3, first: time.Hour, most: 24 * time.Hour}           // letters to one address
)

// mostTracked bounds the memory of slow: about 20 MB. Beyond it, whatever is new
// shares one count.
const mostTracked = 200_000

// slow keeps count of what fails, in memory and for a day at most. It knows names
// and networks only by a hash under a key that is made anew every day and never
// leaves the process.
type slow struct {
	now func() time.Time

	mu    sync.Mutex
	day   Day
	key   []byte
	tries map[[sha256.Size]byte]*tries
}

type tries struct {
	count int
	until time.Time
}

// A counted is one thing that tries are counted for.
type counted struct {
	pace  pace
	key   [sha256.Size]byte
	exact bool // a try that succeeds clears it
}

func newSlow(now func() time.Time) *slow { return &slow{now: now} }

// count returns what is counted for parts. The caller holds mu.
func (s *slow) count(p pace, use string, exact bool, parts ...string) counted {
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(use))
	for _, part := range parts {
		sum := sha256.Sum256([]byte(part))
		mac.Write(sum[:])
	}
	c := counted{pace: p, exact: exact}
	copy(c.key[:], mac.Sum(nil))
	return c
}

// begin counts a try at name from network, or refuses it with the wait. A browser
// that is known for name is counted by itself, so that nobody else can slow it.
func (s *slow) begin(name string, network []byte, known string) (try, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.turn()
	if known != "" {
		return s.take(s.count(pairPace, "browser", true, name, known))
	}
	return s.take(
		s.count(pairPace, "pair", true, name, string(network)),
		s.count(networkPace, "network", false, string(network)),
		s.count(namePace, "name", false, name))
}

// one counts a try of one use at parts.
func (s *slow) one(p pace, use string, parts ...string) (try, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.turn()
	return s.take(s.count(p, use, true, parts...))
}

func (s *slow) joining(network []byte) error {
	if network == nil {
		return nil
	}
	_, err := s.one(joinPace, "join", string(network))
	return err
}

// turn begins a new day with a new key and nothing remembered.
func (s *slow) turn() {
	if today := DayOf(s.now()); s.tries == nil || today != s.day {
		s.day, s.key, s.tries = today, make([]byte, 32), map[[sha256.Size]byte]*tries{}
		rand.Read(s.key)
	}
}

// A try is under way: it counts as a failure until it is known to have succeeded,
// so that many at once gain nothing.
type try struct {
	slow *slow
	of   []counted
}

func (s *slow) take(of ...counted) (try, error) {
	now := s.now()
	var wait time.Duration
	for i := range of {
		t, ok := s.tries[of[i].key]
		if !ok {
			if len(s.tries) >= mostTracked {
				of[i].key = [sha256.Size]byte{}
				of[i].pace = networkPace
			}
			t = s.tries[of[i].key]
			if t == nil {
				t = &tries{}
				s.tries[of[i].key] = t
			}
		}
		wait = max(wait, t.until.Sub(now))
	}
	if wait > 0 {
		return try{}, tooOften(wait)
	}
	for _, c := range of {
		t := s.tries[c.key]
		t.count++
		if over := t.count - c.pace.free; over >= 0 {
			t.until = now.Add(c.pace.wait(over))
		}
	}
	return try{s, of}, nil
}

func (p pace) wait(over int) time.Duration {
	if over > 10 {
		return p.most
	}
	return min(p.first<<over, p.most)
}

// succeeded takes the try back: what is exactly this person's is forgotten.
func (t try) succeeded() {
	if t.slow == nil {
		return
	}
	t.slow.mu.Lock()
	defer t.slow.mu.Unlock()
	for _, c := range t.of {
		switch n := t.slow.tries[c.key]; {
		case n == nil:
		case c.exact:
			delete(t.slow.tries, c.key)
		default:
			if n.count--; n.count < c.pace.free {
				n.until = time.Time{}
			}
		}
	}
}

// tooOften says how long to wait, in whole minutes for people and in seconds for
// programs.
func tooOften(wait time.Duration) error {
	return fault.New(fault.TooOften, "fault.slow_down",
		"N", int(math.Ceil(wait.Minutes())), "Seconds", int(math.Ceil(wait.Seconds())))
}
