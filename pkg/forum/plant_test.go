package forum

import (
	"math/rand/v2"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

// orchard is a thread of many replies, and what its pages should hold.
type orchard struct {
	Thread
	posts []tree // the opening first, then as they came
	at    map[string]int
}

type tree struct {
	pid    string
	parent int // index
	depth  int
	root   int // index
	kids   []int
	under  int
}

// A shape says which of the n posts before it the next reply answers.
type shape func(n int) int

func wide(int) int      { return 0 }                     // all answer the opening
func deep(n int) int    { return n - 1 }                 // each answers the last
func any1(n int) int    { return rand.N(n) }             // any
func lately(n int) int  { return max(0, n-1-rand.N(5)) } // one of the last few: deep and bushy
func mixed(n int) int   { return []int{0, n - 1, n / 2}[rand.N(3)] }
func oneTree(n int) int { return min(n-1, 1) } // all answer the first reply
func pairs(n int) int { // of one branch, every other reply is answered once
	if n%2 == 1 {
		return n - 1
	}
	return 1
}

// plant makes a thread with n replies arranged by shape, faster than it could be
// written.
func (v *village) plant(board BoardID, n int, s shape) *orchard {
	v.t.Helper()
	ctx := v.t.Context()
	p := &orchard{at: map[string]int{}, posts: make([]tree, n+1)}
	for i := range p.posts {
		p.posts[i].pid = seal.PublicID()
		p.at[p.posts[i].pid] = i
		if i == 0 {
			continue
		}
		up := s(i)
		p.posts[i].parent, p.posts[i].depth = up, p.posts[up].depth+1
		if p.posts[i].root = p.posts[up].root; up == 0 {
			p.posts[i].root = i
		}
		p.posts[up].kids = append(p.posts[up].kids, i)
	}
	for i := n; i > 0; i-- {
		p.posts[p.posts[i].parent].under += p.posts[i].under + 1
	}
	base := PostID(max(1<<40, v.count(`SELECT coalesce(max(id), 0) + 1 FROM post`))) // out of the way of PostgreSQL's own numbers
	t := Thread{ID: newThreadID(), PID: seal.PublicID(), Board: board, Title: "A long one", OpenedBy: v.ann.Name, OpenedAt: v.clock.now(), Audience: Public}
	html := must(text.Render("Some words."))(v.t)
	v.tx(func(tx *db.Tx) error {
		if err := insertThread(ctx, tx, t); err != nil {
			return err
		}
		const atOnce = 40
		for from := 0; from <= n; from += atOnce {
			rows := p.posts[from:min(from+atOnce, n+1)]
			var args []any
			var marks []string
			for i, row := range rows {
				id := base + PostID(from+i)
				parent, root := any(nil), PostID(0)
				if from+i > 0 {
					parent, root = base+PostID(row.parent), base+PostID(row.root)
				}
				by := []any{v.ann.Name.ID, v.ben.Name.ID, v.cat.Name.ID}[(from+i)%3]
				marks = append(marks, "("+db.In(len(args)+1, 15)+")")
				args = append(args, id, row.pid, t.ID, parent, root, row.depth, from+i+1, by, db.Time(t.OpenedAt.Add(time.Duration(from+i)*time.Second)),
					len(row.kids), row.under, 1, 1, html, "Some words.")
			}
			_, err := tx.Exec(ctx, `
				INSERT INTO post (id, pid, thread, parent, root, depth, seq, written_by, written_at, children, descendants, renderer, version, html, source)
				VALUES `+strings.Join(marks, ", "), args...)
			if err != nil {
				return err
			}
		}
		_, err := tx.Exec(ctx, `UPDATE thread SET opening = $1, last_seq = $2, replies = $3, others = $3, last_at = $4 WHERE id = $5`,
			base, n+1, n, db.Time(t.OpenedAt.Add(time.Duration(n)*time.Second)), t.ID)
		return err
	})
	p.Thread = v.findThread(t.ID)
	return p
}
