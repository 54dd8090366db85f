package forum

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

// readings asks for every page of a thread, each in its worst place.
func (v *village) readings(t *testing.T, p *orchard, by account.Account) map[string]func() {
	ctx := t.Context()
	middle := p.posts[len(p.posts)/2].pid
	last := p.posts[len(p.posts)-1].pid
	all := map[string]func(){
		"thread": func() { must(v.Thread(ctx, by, p.PID))(t) },
		"place":  func() { must(v.Place(ctx, by, last))(t) },
		"post":   func() { _, r, err := v.Post(ctx, by, middle); must(r, err)(t) },
	}
	for _, order := range []PageOrder{OldestFirst, NewestFirst, Flat, OneByOne} {
		for what, view := range map[string]View{"first": {}, "middle": {From: middle}, "last": {From: last}, "carry on": {Root: middle}} {
			view.Order = order
			if view.Root != "" && order != OldestFirst {
				continue
			}
			all[fmt.Sprintf("%s page, %s", what, order)] = func() { must(v.ThreadPage(ctx, by, p.Thread, view))(t) }
		}
	}
	return all
}

// TestALongThreadCostsWhatAShortOneDoes compares the statements for 10,000 replies,
// page by page, with those for a thread of three pages; and all of them with those
// for 50 replies.
func TestALongThreadCostsWhatAShortOneDoes(t *testing.T) {
	v := newVillage(t)
	board := v.board("chemo", Public)
	pairs := func(n int) int { // branches of two, so that all have the same shape
		if n%2 == 1 {
			return 0
		}
		return n - 1
	}
	fifty, short, long := v.plant(board, 50, pairs), v.plant(board, 150, pairs), v.plant(board, 10_002, pairs)
	for _, by := range []account.Account{guest, v.ben} {
		known := map[string]bool{}
		for _, read := range v.readings(t, fifty, by) {
			for _, statement := range dbtest.Statements(v.db, read) {
				known[statement] = true
			}
		}
		many := v.readings(t, long, by)
		for what, read := range v.readings(t, short, by) {
			few, lots := dbtest.Statements(v.db, read), dbtest.Statements(v.db, many[what])
			if !slices.Equal(few, lots) {
				t.Errorf("%s: %d statements for 150 replies, %d for 10,000", what, len(few), len(lots))
			}
			if len(lots) > 9 {
				t.Errorf("%s: %d statements", what, len(lots))
			}
			for _, statement := range lots {
				if !known[statement] {
					t.Errorf("%s: not asked for 50 replies: %s", what, statement)
				}
			}
		}
	}
	for _, s := range shapes { // however it is grown, a page has its bounds
		p := v.plant(board, s.n, s.shape)
		for what, read := range v.readings(t, p, guest) {
			if n := len(dbtest.Statements(v.db, read)); n > maxPosts+10 {
				t.Errorf("%s of a thread that is %s: %d statements", what, s.name, n)
			}
		}
	}
}

// TestEveryReadingUsesItsIndex holds that no statement of a page or a list, and
// none of a reply, reads or sorts more as the forum grows.
func TestEveryReadingUsesItsIndex(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	_, board := v.rows(120)
	p := v.plant(board, 300, mixed)
	q := v.plant(board, 200, oneTree)
	asked := map[string]bool{}
	watch := func(do func()) {
		for _, statement := range dbtest.Statements(v.db, do) {
			asked[statement] = true
		}
	}
	for _, by := range []account.Account{guest, v.ben, v.mo} {
		for _, p := range []*orchard{p, q} {
			for _, read := range v.readings(t, p, by) {
				watch(read)
			}
		}
		for _, get := range []func(from string) (ListPage, error){
			func(from string) (ListPage, error) { return v.Threads(ctx, by, board, ByLatest, from) },
			func(from string) (ListPage, error) { return v.Threads(ctx, by, board, ByNewest, from) },
			func(from string) (ListPage, error) { return v.Threads(ctx, by, board, ByWaiting, from) },
			func(from string) (ListPage, error) { return v.Waiting(ctx, by, from) },
			func(from string) (ListPage, error) { return v.Awake(ctx, by, from) },
		} {
			watch(func() {
				page := must(get(""))(t)
				must(get(page.Last.From))(t)
			})
		}
		watch(func() {
			must(v.CountAwake(ctx, by))(t)
			must(v.Board(ctx, "chemo"))(t)
		})
	}
	watch(func() {
		reply := must(v.Reply(ctx, v.ben, p.posts[200].pid, NewReply{Words: "@ann hello", Key: "k", Know: Lived}))(t)
		must(v.Edit(ctx, v.ben, reply.PID, Change{Revision: 1, Words: "@ann, hello"}))(t)
		must(v.Revisions(ctx, v.ben, reply.PID))(t)
		must(0, v.EraseEarlier(ctx, v.ben, reply.PID))(t)
		must(0, v.TakeBack(ctx, v.ben, reply.PID))(t)
		must(0, v.PutBack(ctx, v.ben, reply.PID))(t)
		must(v.WipeTakenBack(ctx))(t)
		must(v.Rerender(ctx))(t)
		must(v.Living(ctx, v.ben, link, reply.HTML))(t)
		must(v.Open(ctx, v.ben, board, NewThread{Title: "a", Words: "b", Key: "l"}))(t)
	})
	for statement := range asked {
		if !strings.HasPrefix(statement, "INSERT") && !strings.HasPrefix(statement, "SAVEPOINT") && !strings.HasPrefix(statement, "RELEASE") {
			dbtest.NoScan(t, v.db, statement, likely(statement)...)
		}
	}
	if len(asked) < 60 {
		t.Errorf("only %d statements were seen", len(asked))
	}
}

// likely returns values of the sorts that q is asked with.
func likely(q string) []any {
	args := []any{}
	for i := 1; strings.Contains(q, fmt.Sprintf("$%d", i)); i++ {
		args = append(args, sort(q, i))
	}
	return args
}

// sort tells from what stands before the i-th mark of q what it is compared with.
func sort(q string, i int) any {
	mark := fmt.Sprintf("$%d", i)
	at := strings.Index(q, mark)
	before := q[:at]
	if open := strings.LastIndex(before, "IN ("); open >= 0 && !strings.Contains(before[open:], ")") {
		before = before[:open] + "="
	}
	before = strings.TrimRight(before, " =(<>'")
	word := before[strings.LastIndexAny(before, " .,(")+1:]
	switch word {
	case "pid", "audience", "slug", "title", "source", "html", "note", "know", "know_link", "cover", "removed_by", "removed_for", "short_html", "ending_html":
		return "a"
	case "form_key", "place", "key":
		return []byte("a")
	case "CAST":
		if strings.HasPrefix(q[at+len(mark):], " AS TEXT") {
			return "a"
		}
	}
	return int64(1)
}
