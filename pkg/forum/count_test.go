package forum

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// bustle is many people doing things to the same few threads at once.
type bustle struct {
	*village
	people []account.Account
	boards []string
	ids    []BoardID

	mu      sync.Mutex
	threads []string
	posts   []string
	done    map[string]int
}

// pick returns one of all: often a late one, so that threads grow deep as well as
// wide.
func (c *bustle) pick(all *[]string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := len(*all)
	if rand.N(3) == 0 {
		return (*all)[n-1-rand.N(min(n, 5))]
	}
	return (*all)[rand.N(n)]
}

func (c *bustle) keep(all *[]string, pid string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	*all = append(*all, pid)
}

// act does something, and says what.
func (c *bustle) act(t *testing.T) {
	ctx := t.Context()
	by := c.people[rand.N(len(c.people))]
	post, thread := c.pick(&c.posts), c.pick(&c.threads)
	what, err := "", error(nil)
	switch n := rand.N(1000); {
	case n < 30:
		what = "open"
		made, e := c.Open(ctx, by, c.ids[rand.N(len(c.ids))], NewThread{Title: "A", Words: "b"})
		if err = e; e == nil {
			c.keep(&c.threads, made.PID)
			_, opening, _ := c.openingOf(made)
			c.keep(&c.posts, opening)
		}
	case n < 550:
		what = "reply"
		made, e := c.Reply(ctx, by, post, NewReply{Words: "Some words.", Key: fmt.Sprint(n, post)})
		if err = e; e == nil {
			c.keep(&c.posts, made.PID)
		}
	case n < 680:
		what, err = "take back", c.TakeBack(ctx, c.author(post, by), post)
	case n < 760:
		what, err = "put back", c.PutBack(ctx, c.author(post, by), post)
	case n < 820:
		what, err = "remove", c.Remove(ctx, c.mo, post, RemoveReasons[0])
	case n < 870:
		what, err = "restore", c.Restore(ctx, c.mo, post)
	case n < 960:
		what = "edit"
		_, p, e := c.Post(ctx, by, post)
		if err = e; e == nil {
			_, err = c.Edit(ctx, c.author(post, by), post, Change{Revision: p.Revision, Title: "A", Words: fmt.Sprint(n)})
		}
	case n < 980:
		what, err = "move", c.Move(ctx, c.mo, thread, c.boards[rand.N(len(c.boards))], "")
	case n < 985:
		what, err = "merge", c.Merge(ctx, c.mo, thread, c.pick(&c.threads))
	case n < 995:
		what = "split"
		made, e := c.Split(ctx, c.mo, post, "Split off")
		if err = e; e == nil {
			c.keep(&c.threads, made.PID)
		}
	default:
		what, err = "lock", c.Lock(ctx, c.mo, thread, LockReasons[0])
		if err == nil {
			err = c.Unlock(ctx, c.mo, thread)
		}
	}
	if err != nil {
		if fault.Of(err).Kind == fault.Internal {
			t.Errorf("%s: %v", what, err)
		}
		return // somebody else was first, or it is not theirs
	}
	c.mu.Lock()
	c.done[what]++
	c.mu.Unlock()
}

func (c *bustle) openingOf(t Thread) (Thread, string, error) {
	p, err := findPostID(c.t.Context(), c.db, t.Opening)
	return t, p.PID, err
}

// author returns who wrote a post, or by.
func (c *bustle) author(pid string, by account.Account) account.Account {
	_, p, err := c.Post(c.t.Context(), c.mo, pid)
	for _, a := range c.people {
		if err == nil && a.Name.ID == p.By.ID {
			return a
		}
	}
	return by
}

// TestCountersAgreeWithARecount has 16 people do 10,000 things at once, and counts
// everything again afterwards.
func TestCountersAgreeWithARecount(t *testing.T) {
	const operations, writers = 10_000, 16
	c := &bustle{village: newVillage(t), done: map[string]int{}}
	c.people = []account.Account{c.ann, c.ben, c.cat}
	for i := range 5 {
		slug := fmt.Sprint("board-", i)
		c.boards, c.ids = append(c.boards, slug), append(c.ids, c.board(slug, Public))
		thread := c.open(c.ids[i], c.people[i%3], NewThread{})
		c.threads, c.posts = append(c.threads, thread.PID), append(c.posts, c.opening(thread).PID)
	}
	start := time.Now()
	var crowds sync.WaitGroup
	for range writers {
		crowds.Go(func() {
			for range operations / writers {
				c.clock.pass(time.Millisecond)
				c.act(t)
			}
		})
	}
	crowds.Wait()
	t.Logf("%d operations in %v: %v", operations, time.Since(start).Round(time.Millisecond), c.done)
	for what, n := range map[string]int{"open": 100, "reply": 2500, "take back": 300, "put back": 100, "remove": 200, "restore": 10, "edit": 300, "move": 50, "merge": 5, "split": 20, "lock": 10} {
		if c.done[what] < n {
			t.Errorf("only %d times: %s", c.done[what], what)
		}
	}
	c.recount(t)
}

type counted struct {
	thread, parent, root, depth, seq int64
	children, under                  int
	by                               int64
	at                               time.Time
	gone                             bool
}

// recount compares every counter with what the posts themselves say.
func (c *bustle) recount(t *testing.T) {
	ctx := t.Context()
	posts := map[int64]*counted{}
	var order []int64
	_, err := db.All(ctx, c.db, func(r db.Row) (id int64, err error) {
		var p counted
		var removed time.Time
		err = r.Scan(&id, &p.thread, &p.parent, &p.root, &p.depth, &p.seq, &p.children, &p.under, &p.by, (*db.Time)(&p.at), (*db.Time)(&removed))
		p.gone = !removed.IsZero()
		posts[id] = &p
		order = append(order, id)
		return id, err
	}, `SELECT p.id, p.thread, coalesce(p.parent, 0), p.root, p.depth, p.seq, p.children, p.descendants, p.written_by, p.written_at, p.removed_at FROM post p ORDER BY p.id`)
	if err != nil {
		t.Fatal(err)
	}
	type sums struct{ children, under map[int64]int }
	want := sums{map[int64]int{}, map[int64]int{}}
	kept := map[int64]int{}
	seqs := map[[2]int64]bool{}
	openings := map[int64]int64{}
	for _, id := range order {
		p := posts[id]
		if !p.gone {
			kept[p.by]++
		}
		if at := [2]int64{p.thread, p.seq}; seqs[at] || p.seq < 1 {
			t.Errorf("post %d has a sequence twice given, %d", id, p.seq)
		} else {
			seqs[at] = true
		}
		if p.parent == 0 {
			openings[p.thread] = id
			if p.root != 0 || p.depth != 0 {
				t.Errorf("opening %d: root %d depth %d", id, p.root, p.depth)
			}
			continue
		}
		up := posts[p.parent]
		root := up.root
		if up.parent == 0 {
			root = id
		}
		if p.thread != up.thread || p.depth != up.depth+1 || p.root != root {
			t.Errorf("post %d under %d: thread %d and %d, depth %d under %d, root %d, want %d", id, p.parent, p.thread, up.thread, p.depth, up.depth, p.root, root)
		}
		want.children[p.parent]++
		for at := p.parent; at != 0; at = posts[at].parent {
			want.under[at]++
		}
	}
	for id, p := range posts {
		if p.children != want.children[id] || p.under != want.under[id] {
			t.Errorf("post %d: %d children and %d under it, counted %d and %d", id, p.children, p.under, want.children[id], want.under[id])
		}
	}
	c.recountThreads(t, posts, openings)
	_, err = db.All(ctx, c.db, func(r db.Row) (id int64, err error) {
		var n int
		if err := r.Scan(&id, &n); err == nil && n != kept[id] {
			t.Errorf("name %d: %d posts, counted %d", id, n, kept[id])
		}
		return id, err
	}, `SELECT n.id, n.posts FROM name n`)
	if err != nil {
		t.Fatal(err)
	}
}

func (c *bustle) recountThreads(t *testing.T, posts map[int64]*counted, openings map[int64]int64) {
	threads := must(db.All(t.Context(), c.db, scanThread, `SELECT `+threadColumns+fromThread))(t)
	for _, thread := range threads {
		replies, others, last, seq, emptied := 0, 0, thread.OpenedAt, int64(0), false
		var latest time.Time
		for id, p := range posts {
			if p.thread != int64(thread.ID) {
				continue
			}
			seq = max(seq, p.seq)
			emptied = emptied || id == openings[p.thread] && p.gone
			if p.gone {
				continue
			}
			if p.at.After(latest) {
				latest = p.at
			}
			if p.parent != 0 {
				replies++
				if p.by != int64(thread.OpenedBy.ID) {
					others++
				}
			}
		}
		if !latest.IsZero() {
			last = latest
		}
		if thread.MergedInto != 0 {
			if replies != 0 || thread.Replies != 0 || openings[int64(thread.ID)] != 0 {
				t.Errorf("%v was merged and has %d replies", thread, replies)
			}
			continue
		}
		if thread.Replies != replies || thread.Others != others || !thread.LastAt.Equal(last) || thread.LastSeq < seq || thread.Emptied() != emptied || int64(thread.Opening) != openings[int64(thread.ID)] {
			t.Errorf("%v: replies %d others %d last %v seq %d emptied %t opening %d; counted %d %d %v %d %t %d", thread, thread.Replies, thread.Others, thread.LastAt, thread.LastSeq, thread.Emptied(), thread.Opening,
				replies, others, last, seq, emptied, openings[int64(thread.ID)])
		}
	}
}
