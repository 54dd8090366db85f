package forum

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// row is a thread as the test of lists knows it.
type row struct {
	id                   ThreadID
	pid                  string
	audience             Audience
	opened, last         int64
	standing, waits, pin bool
	board                BoardID
}

// rows opens n threads of every sort on two boards, a minute to some minutes apart.
func (v *village) rows(n int) (rows []row, board BoardID) {
	board, other := v.board("chemo", Public), v.board("other", Public)
	start := v.clock.now().UnixMilli()
	for i := range n {
		r := row{audience: []Audience{Public, Members}[rand.N(2)], opened: start + rand.Int64N(50), last: start + 100 + rand.Int64N(50), standing: true, waits: rand.N(3) == 0, board: board}
		if i%10 == 0 {
			r.board = other
		}
		t := v.open(r.board, v.ann, NewThread{Audience: r.audience, Title: fmt.Sprint(i)})
		r.id, r.pid = t.ID, t.PID
		set := fmt.Sprintf(`opened_at = %d, last_at = %d, others = %d, replies = %d`, r.opened, r.last, 1, 1)
		switch {
		case r.waits:
			set = fmt.Sprintf(`opened_at = %d, last_at = %d`, r.opened, r.last)
		case i%7 == 0:
			set, r.standing = `removed_at = 1`, false
		case i%11 == 0:
			set, r.standing = `emptied_at = 1`, false
		case i == 2 || i == 4:
			set, r.pin = set+fmt.Sprintf(`, pinned_at = %d`, i), true
		}
		v.set(t, set)
		rows = append(rows, r)
	}
	return rows, board
}

func (r row) seenBy(by account.Account) bool {
	return r.standing && (r.audience == Public || by.Member())
}

func TestListsHoldWhatTheirReadersMaySeeInOrder(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	rows, board := v.rows(160)
	latest := func(a, b row) int { return cmp.Or(cmp.Compare(b.last, a.last), cmp.Compare(b.id, a.id)) }
	newest := func(a, b row) int { return cmp.Or(cmp.Compare(b.opened, a.opened), cmp.Compare(b.id, a.id)) }
	oldest := func(a, b row) int { return -newest(a, b) }
	here := func(r row) bool { return r.board == board && !r.pin }
	for _, by := range []account.Account{guest, v.ben} {
		for _, c := range []struct {
			name  string
			size  int
			get   func(from string) (ListPage, error)
			holds func(row) bool
			order func(a, b row) int
		}{
			{"latest", boardPage, func(from string) (ListPage, error) { return v.Threads(ctx, by, board, ByLatest, from) }, here, latest},
			{"newest", boardPage, func(from string) (ListPage, error) { return v.Threads(ctx, by, board, ByNewest, from) }, here, newest},
			{"waiting here", boardPage, func(from string) (ListPage, error) { return v.Threads(ctx, by, board, ByWaiting, from) }, func(r row) bool { return r.board == board && r.waits }, oldest},
			{"waiting", waitingPage, func(from string) (ListPage, error) { return v.Waiting(ctx, by, from) }, func(r row) bool { return r.waits }, oldest},
		} {
			t.Run(by.Name.Shown+" "+c.name, func(t *testing.T) {
				var want []row
				for _, r := range rows {
					if c.holds(r) && r.seenBy(by) {
						want = append(want, r)
					}
				}
				slices.SortFunc(want, c.order)
				v.walk(t, c.get, want, c.size)
			})
		}
	}
	if page := must(v.Threads(ctx, v.ben, board, ByLatest, ""))(t); len(page.Pinned) > pinnedAtTop {
		t.Errorf("%d threads are pinned", len(page.Pinned))
	}
}

// walk follows a list from its first page to its last and back.
func (v *village) walk(t *testing.T, get func(from string) (ListPage, error), want []row, size int) {
	t.Helper()
	var got []string
	page := must(get(""))(t)
	if page.First.Show || page.Previous.Show {
		t.Error("the first page leads back")
	}
	end := page.Last
	for {
		for _, thread := range page.Threads {
			got = append(got, thread.PID)
		}
		if !page.Next.Show {
			break
		}
		page = must(get(page.Next.From))(t)
	}
	if !slices.EqualFunc(got, want, func(pid string, r row) bool { return pid == r.pid }) {
		t.Fatalf("got %d threads, want %d, or in another order", len(got), len(want))
	}
	if end.Show != (len(want) > size) {
		t.Errorf("of %d threads, is there a last page? %t", len(want), end.Show)
	}
	if !end.Show {
		return
	}
	page = must(get(end.From))(t)
	if page.Next.Show || page.Last.Show || len(page.Threads) != size {
		t.Errorf("the last page has %d threads, and leads on: %t", len(page.Threads), page.Next.Show)
	}
	at := len(want) - size
	for page.Previous.Show {
		if page.First != (Link{Show: true}) {
			t.Error("no way to the first page")
		}
		page = must(get(page.Previous.From))(t)
		if at = max(0, at-size); page.Threads[0].PID != want[at].pid {
			t.Fatalf("going back, a page does not begin at %d", at)
		}
	}
	if at != 0 {
		t.Errorf("going back ends at %d", at)
	}
}

func TestAwake(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemo", Public)
	for _, a := range []Audience{Public, Members} {
		old, quiet, busy := v.open(board, v.ann, NewThread{Audience: a}), v.open(board, v.ann, NewThread{Audience: a}), v.open(board, v.ann, NewThread{Audience: a})
		v.reply(v.opening(old), v.ben, "long ago")
		v.set(old, fmt.Sprintf(`last_at = %d`, v.clock.now().Add(-awakeFor).UnixMilli()))
		v.reply(v.opening(busy), v.ben, "just now")
		_ = quiet
	}
	for n, by := range map[int]account.Account{1: guest, 2: v.cat} {
		page := must(v.Awake(ctx, by, ""))(t)
		count := must(v.CountAwake(ctx, by))(t)
		if len(page.Threads) != n || count != n {
			t.Errorf("%d threads listed, %d counted, want %d", len(page.Threads), count, n)
		}
	}
}

func TestBoardsSayWhenSomethingLastHappenedOfWhatMayBeSeen(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	open, closed, empty := v.board("open", Public), v.board("closed", Members), v.board("empty", Public)
	v.open(open, v.ann, NewThread{})
	public := v.clock.now()
	v.open(open, v.ann, NewThread{Audience: Members})
	members := v.clock.now()
	v.open(closed, v.ann, NewThread{})
	inside := v.clock.now()
	for _, c := range []struct {
		by   account.Account
		want map[BoardID]time.Time
	}{
		{guest, map[BoardID]time.Time{open: public, closed: {}, empty: {}}},
		{v.ben, map[BoardID]time.Time{open: members, closed: inside, empty: {}}},
	} {
		for _, b := range must(v.Boards(ctx, c.by))(t) {
			if !b.LastAt.Equal(c.want[b.ID]) {
				t.Errorf("%s sees %s last at %v, want %v", c.by.Name.Shown, b.Slug, b.LastAt, c.want[b.ID])
			}
		}
	}
}

func TestBoardsStandInTheirOrder(t *testing.T) {
	v := newVillage(t)
	for i, slug := range []string{"c", "old", "b", "a", "p"} {
		id := v.board(slug, Public)
		v.tx(func(tx *db.Tx) error {
			_, err := tx.Exec(t.Context(), `UPDATE board SET position = $1 WHERE id = $2`, 10-i, id)
			return err
		})
	}
	v.tx(func(tx *db.Tx) error {
		if _, err := tx.Exec(t.Context(), `UPDATE board SET category = 'personal' WHERE slug = 'p'`); err != nil {
			return err
		}
		if _, err := tx.Exec(t.Context(), `UPDATE board SET merged_into = (SELECT b.id FROM board b WHERE b.slug = 'a') WHERE slug = 'b'`); err != nil {
			return err
		}
		_, err := tx.Exec(t.Context(), `UPDATE board SET archived_at = 1 WHERE slug = 'old'`)
		return err
	})
	var slugs []string
	for _, b := range must(v.Boards(t.Context(), guest))(t) {
		slugs = append(slugs, b.Slug)
	}
	if !slices.Equal(slugs, []string{"a", "c", "old", "p"}) {
		t.Errorf("the boards stand as %v", slugs)
	}
}
