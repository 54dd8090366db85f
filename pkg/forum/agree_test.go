package forum

import (
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// grown is a post as its row says where it stands.
type grown struct {
	id, parent, root               PostID
	thread                         ThreadID
	depth, seq                     int
	children, descendants          int
	by                             account.NameID
	at                             int64
	standing                       bool
	wantChildren, wantDescendants  int
	thinking, wantThinking, thanks int
}

// agree fails the test unless everything that is counted agrees with a recount
// that shares no code with the product.
func (v *village) agree(t *testing.T) {
	t.Helper()
	ctx := t.Context()
	rows := must(db.All(ctx, v.db, func(r db.Row) (g grown, err error) {
		var standing int
		err = r.Scan(&g.id, &g.parent, &g.root, &g.thread, &g.depth, &g.seq, &g.children, &g.descendants, &g.by, &g.at, &standing)
		g.standing = standing == 1
		return g, err
	}, `SELECT id, COALESCE(parent, 0), root, thread, depth, seq, children, descendants, written_by, written_at,
		CASE WHEN removed_at IS NULL THEN 1 ELSE 0 END FROM post ORDER BY id`))(t)
	at := map[PostID]*grown{}
	for i := range rows {
		at[rows[i].id] = &rows[i]
	}
	for i := range rows {
		g := &rows[i]
		if up := at[g.parent]; up != nil {
			up.wantChildren++
			if up.thread != g.thread || up.depth+1 != g.depth || up.seq >= g.seq {
				t.Errorf("post %d stands wrongly under %d", g.id, up.id)
			}
		}
		root, up := g, at[g.parent]
		for ; up != nil; up = at[up.parent] {
			up.wantDescendants++
			if up.parent != 0 {
				root = up
			}
		}
		if wantRoot := root.id; g.parent == 0 && g.root != 0 || g.parent != 0 && g.root != wantRoot {
			t.Errorf("post %d says it stands under %d, and it is %d", g.id, g.root, wantRoot)
		}
	}
	for _, g := range rows {
		if g.children != g.wantChildren || g.descendants != g.wantDescendants {
			t.Errorf("post %d counts %d and %d under it, and there are %d and %d", g.id, g.children, g.descendants, g.wantChildren, g.wantDescendants)
		}
	}
	v.threadsAgree(t, rows)
}

func (v *village) threadsAgree(t *testing.T, posts []grown) {
	t.Helper()
	threads := must(db.All(t.Context(), v.db, db.Value[ThreadID], `SELECT id FROM thread WHERE merged_into IS NULL`))(t)
	for _, id := range threads {
		thread := v.findThread(id)
		replies, others, last, lastSeq := 0, 0, int64(0), 0
		for _, g := range posts {
			if g.thread != id {
				continue
			}
			lastSeq = max(lastSeq, g.seq)
			if g.standing {
				last = max(last, g.at)
			}
			if g.standing && g.parent != 0 {
				replies++
				if g.by != thread.OpenedBy.ID {
					others++
				}
			}
			if g.parent == 0 && g.id != thread.Opening {
				t.Errorf("thread %d opens with %d, not %d", id, thread.Opening, g.id)
			}
		}
		if thread.Replies != replies || thread.Others != others || thread.LastSeq < int64(lastSeq) {
			t.Errorf("thread %d counts %d, %d, %d, and there are %d, %d, %d", id, thread.Replies, thread.Others, thread.LastSeq, replies, others, lastSeq)
		}
		if last != 0 && thread.LastAt.UnixMilli() != last {
			t.Errorf("thread %d is as old as %v, and its latest post is of %d", id, thread.LastAt, last)
		}
	}
}
