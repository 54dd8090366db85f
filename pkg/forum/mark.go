package forum

import (
	"context"
	"math"
	"slices"
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/account"
)

const (
	// VisitEnds is how long after its last page somebody's visit to a thread is over.
	// Until then what was new stays marked as new, so that nobody loses their place
	// by looking twice: brief (d).
	VisitEnds = 30 * time.Minute
	// MostNew is as far as [Forum.NewIn] counts.
	MostNew = 100
	// marksAtOnce is how many threads [Forum.NewIn] is asked about: more than a list shows.
	marksAtOnce = 60
)

// Visit says what of a thread was new to somebody when this visit of theirs began.
type Visit struct {
	After int64       // posts of a higher sequence, and not their own, are new
	First bool        // they were never here before: all of it is new
	Since account.Day // the day they were last here; zero on the first visit
}

// marks is who is where in which thread now. It is written down a few seconds
// later, many at a time, so that reading never waits for the disk. A crash may
// cost the last few: something read is then marked as new once more.
type marks struct {
	started time.Time

	mu   sync.Mutex
	open map[markAt]*mark
}

type markAt struct {
	account account.ID
	thread  ThreadID
}

// mark is where somebody is in a thread.
type mark struct {
	seen   int64       // highest sequence seen
	before int64       // highest sequence seen when this visit began
	day    account.Day // of the visit

	first   bool        // this is their first visit
	since   account.Day // day of the visit before
	page    time.Time   // when they last looked; zero before they do
	unsaved bool
}

func newMarks(started time.Time) *marks {
	return &marks{started: started, open: map[markAt]*mark{}}
}

// Visit notes that by was shown a page of t with posts up to the sequence shown,
// and returns what of t is new to them on this visit. What is new is settled
// before the mark moves. A guest leaves no mark, and nothing is new to them.
func (f *Forum) Visit(ctx context.Context, by account.Account, t Thread, shown int64) (Visit, error) {
	if by.Guest() {
		return Visit{After: math.MaxInt64}, nil
	}
	at, now := markAt{by.ID, t.ID}, f.now()
	found, err := f.findMark(ctx, at)
	if err != nil {
		return Visit{}, err
	}
	f.marks.mu.Lock()
	defer f.marks.mu.Unlock()
	m := f.marks.open[at]
	if m == nil {
		m = &found
		f.marks.open[at] = m
	}
	if now.Sub(m.page) > VisitEnds && !f.marks.interrupted(*m, now) {
		m.begin()
	}
	m.page = now
	if today := account.DayOf(now); m.day != today {
		m.day, m.unsaved = today, true
	}
	if shown > m.seen {
		f.accounts.Read(by, int(min(shown-m.seen, maxPosts)))
		m.seen, m.unsaved = shown, true
	}
	return Visit{After: m.before, First: m.first, Since: m.since}, nil
}

// interrupted reports whether the site may have been started anew in the middle of
// a visit: no page of it is remembered, and it was today. Then it goes on.
func (m *marks) interrupted(one mark, now time.Time) bool {
	return one.page.IsZero() && one.day != 0 && one.day == account.DayOf(now) && now.Sub(m.started) <= VisitEnds
}

// begin makes the visit a new one.
func (m *mark) begin() {
	m.before, m.since, m.first = m.seen, m.day, m.day == 0
	m.unsaved = true
}

// NewIn returns how many posts of each thread by has not seen, no further than
// [MostNew]: of others, standing, and not kept apart from them. A thread that they
// never visited is left out.
func (f *Forum) NewIn(ctx context.Context, by account.Account, threads ...Thread) (map[ThreadID]int, error) {
	counts := map[ThreadID]int{}
	if by.Guest() {
		return counts, nil
	}
	for some := range slices.Chunk(threads, marksAtOnce) {
		if err := f.countIn(ctx, by, some, counts); err != nil {
			return nil, err
		}
	}
	return counts, nil
}

// countIn puts into counts what is new in some threads. It asks once who of all their
// authors is kept apart.
func (f *Forum) countIn(ctx context.Context, by account.Account, threads []Thread, counts map[ThreadID]int) error {
	seen, err := f.seenIn(ctx, by.ID, threads)
	if err != nil {
		return err
	}
	fresh, met := map[ThreadID]unread{}, []account.Meeting{}
	for _, t := range threads {
		upTo, ever := seen[t.ID]
		if !ever {
			continue
		}
		counts[t.ID] = 0
		if upTo >= t.LastSeq {
			continue
		}
		u, err := f.unread(ctx, by, t.ID, upTo, MostNew)
		if err != nil {
			return err
		}
		fresh[t.ID], met = u, append(met, u.met()...)
	}
	apart, err := f.accounts.Apart(ctx, by, met...)
	if err != nil {
		return err
	}
	for _, t := range threads {
		u, some := fresh[t.ID]
		if !some {
			continue
		}
		counts[t.ID] = len(u.inSight(by, t.Board, apart))
		if u.full && counts[t.ID] < MostNew {
			if counts[t.ID], err = f.CountNew(ctx, by, t, seen[t.ID]); err != nil {
				return err
			}
		}
	}
	return nil
}

// CountNew returns how many posts of t have a higher sequence than after, no further
// than [MostNew]: of others, standing, and not kept apart from by.
func (f *Forum) CountNew(ctx context.Context, by account.Account, t Thread, after int64) (int, error) {
	posts, err := f.newTo(ctx, by, t, after, MostNew)
	return len(posts), err
}

// seenIn returns how far an account has seen each of threads that it ever visited.
func (f *Forum) seenIn(ctx context.Context, of account.ID, threads []Thread) (map[ThreadID]int64, error) {
	seen, err := findSeen(ctx, f.db, f.keys.Load(), of, threads)
	if err != nil {
		return nil, err
	}
	f.marks.mu.Lock()
	defer f.marks.mu.Unlock()
	for _, t := range threads {
		if m := f.marks.open[markAt{of, t.ID}]; m != nil {
			seen[t.ID] = m.seen
		}
	}
	return seen, nil
}

// FirstNew returns the first post of t that is new to by on this visit, and true;
// or, where nothing is, the latest post, and false. To somebody who was never here
// the opening is the first.
func (f *Forum) FirstNew(ctx context.Context, by account.Account, t Thread) (pid string, isNew bool, err error) {
	m, err := f.findMark(ctx, markAt{by.ID, t.ID})
	if err != nil {
		return "", false, err
	}
	after, now := m.before, f.now()
	if now.Sub(m.page) > VisitEnds && !f.marks.interrupted(m, now) {
		after = m.seen
	}
	if pid, err = f.NextNew(ctx, by, t, after); err != nil || pid != "" {
		return pid, pid != "", err
	}
	pid, err = latestPost(ctx, f.db, t.ID)
	return pid, false, err
}

// NextNew returns the public id of the first post of t with a higher sequence than
// after that is new to by, or "" when there is none.
func (f *Forum) NextNew(ctx context.Context, by account.Account, t Thread, after int64) (string, error) {
	posts, err := f.newTo(ctx, by, t, after, 1)
	if err != nil || len(posts) == 0 {
		return "", err
	}
	return posts[0].pid, nil
}

// findMark returns where somebody is in a thread: from memory, or as it was
// written down, or nowhere.
func (f *Forum) findMark(ctx context.Context, at markAt) (mark, error) {
	f.marks.mu.Lock()
	m, ok := f.marks.open[at]
	if ok {
		defer f.marks.mu.Unlock()
		return *m, nil
	}
	f.marks.mu.Unlock()
	return readMark(ctx, f.db, f.keys.Load(), at)
}
