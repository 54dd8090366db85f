package forum

import (
	"hash/maphash"
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// Card is what is kept of a thread in memory, so that a page that was made before
// can be served again without a query.
type Card struct {
	ID       ThreadID
	PID      string
	Board    BoardID
	Audience Audience
	Removed  bool
	Merged   bool
	Version  int64
}

// Version returns what is kept of the thread called pid, and false when it has to
// be read first. It is never older than what the last writer was answered for.
// Ask [SeesCard] before using it, and go the whole way when it says no.
func (f *Forum) Version(pid string) (Card, bool) { return f.current.card(pid) }

// BoardsVersion grows with every change to a board or a label, also from one start
// of the site to the next.
func (f *Forum) BoardsVersion() int64 { return f.current.list(listOf{}) }

// ListVersion grows with every change that by could see in a list of the threads
// of board, or of all boards when it is zero. What happens among members moves
// nothing that a guest could watch.
func (f *Forum) ListVersion(by account.Account, board BoardID) int64 {
	var sum int64
	for _, a := range audiences(by) {
		sum += f.current.list(listOf{board, a})
	}
	return sum
}

// maxCards bounds each of the two generations of cards: a few hundred bytes each.
const maxCards = 20_000

// versions holds the current versions. A card is only ever raised: one that was
// read before somebody else wrote is not taken in.
type versions struct {
	mu           sync.Mutex
	young, old   map[string]Card
	writes       [256]uint64 // by a hash of the pid: how often a thread of that hash was written
	seed         maphash.Seed
	lists        map[listOf]int64
	firstVersion int64
}

// listOf names a list: board 0 is all boards, audience "" the boards themselves.
type listOf struct {
	board    BoardID
	audience Audience
}

func newVersions(start time.Time) *versions {
	return &versions{
		young: map[string]Card{}, old: map[string]Card{}, seed: maphash.MakeSeed(),
		lists: map[listOf]int64{}, firstVersion: start.UnixNano(),
	}
}

func (v *versions) card(pid string) (Card, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	c, ok := v.young[pid]
	if !ok {
		if c, ok = v.old[pid]; ok {
			v.put(c)
		}
	}
	return c, ok
}

// put keeps c among the young, and lets the old go when those are many.
func (v *versions) put(c Card) {
	if len(v.young) >= maxCards {
		v.young, v.old = map[string]Card{}, v.young
	}
	v.young[c.PID] = c
}

func (v *versions) slot(pid string) *uint64 {
	return &v.writes[maphash.String(v.seed, pid)%uint64(len(v.writes))]
}

// ticket is taken before a thread is read, and shown when what was read is kept.
func (v *versions) ticket(pid string) uint64 {
	v.mu.Lock()
	defer v.mu.Unlock()
	return *v.slot(pid)
}

// keep takes in what was read of t, unless it was written since the ticket.
func (v *versions) keep(ticket uint64, t Thread) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if *v.slot(t.PID) == ticket {
		v.put(cardOf(t))
	}
}

func cardOf(t Thread) Card {
	return Card{ID: t.ID, PID: t.PID, Board: t.Board, Audience: t.Audience,
		Removed: t.Removed(), Merged: t.MergedInto != 0, Version: t.Version}
}

// raise puts c in the place of an older card once tx is on the disk, and raises
// the lists that the thread stands in.
func (v *versions) raise(tx *db.Tx, c Card) {
	tx.After(func() {
		v.mu.Lock()
		defer v.mu.Unlock()
		*v.slot(c.PID)++
		if known, ok := v.young[c.PID]; ok && known.Version < c.Version {
			v.young[c.PID] = c
		}
		if known, ok := v.old[c.PID]; ok && known.Version < c.Version {
			v.old[c.PID] = c
		}
		v.grow(listOf{c.Board, c.Audience})
		v.grow(listOf{0, c.Audience})
	})
}

// raiseList raises the lists of a board that a thread has left, by moving or by
// its audience becoming narrower.
func (v *versions) raiseList(tx *db.Tx, board BoardID, a Audience) {
	tx.After(func() {
		v.mu.Lock()
		defer v.mu.Unlock()
		v.grow(listOf{board, a})
		v.grow(listOf{0, a})
	})
}

// raiseBoards says that a board or a label has changed.
func (v *versions) raiseBoards(tx *db.Tx) {
	tx.After(func() {
		v.mu.Lock()
		defer v.mu.Unlock()
		v.grow(listOf{})
	})
}

func (v *versions) list(l listOf) int64 {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.firstVersion + v.lists[l]
}

func (v *versions) grow(l listOf) { v.lists[l]++ }
