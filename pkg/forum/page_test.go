package forum

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

var shapes = []struct {
	name string
	n    int
	shape
}{
	{"none", 0, wide}, {"one", 1, wide}, {"wide", 130, wide}, {"deep", 130, deep}, {"anyhow", 400, any1}, {"lately", 300, lately},
	{"branches", 500, mixed}, {"one branch", 200, oneTree}, {"two levels", 250, pairs}, {"twenty", 20, wide}, {"twenty-one", 21, wide},
	{"sixty", 60, oneTree}, {"sixty-one", 61, oneTree},
}

// check fails t unless page is a right part of p, and returns the posts it shows
// as replies.
func (p *orchard) check(t *testing.T, page Page) (shown []string) {
	t.Helper()
	root := 0
	if page.Root != nil {
		root = p.at[page.Root.PID]
	}
	if page.Opening == nil || page.Opening.PID != p.posts[0].pid || page.Opening.To != nil {
		t.Fatal("the opening is not on the page")
	}
	if n := len(page.Replies); n > maxBranches {
		t.Errorf("%d branches", n)
	}
	var walk func(replies []*Reply, parent, level int, rest *More, carryOn int)
	walk = func(replies []*Reply, parent, level int, rest *More, carryOn int) {
		under, last := 0, -1
		for _, r := range replies {
			i := p.at[r.PID]
			shown = append(shown, r.PID)
			under += p.posts[i].under + 1
			if p.posts[i].parent != parent || r.Level != level || r.To == nil || r.To.PID != p.posts[parent].pid || r.To.Opening != (parent == 0) {
				t.Errorf("reply %d: under %d, level %d, to %+v", i, parent, r.Level, r.To)
			}
			if level > 1 && i < last {
				t.Errorf("reply %d comes after %d", i, last)
			}
			last = i
			if level > MaxLevel {
				t.Errorf("reply %d stands at level %d", i, level)
			}
			walk(r.Replies, i, level+1, r.More, r.CarryOn)
		}
		switch missing := p.posts[parent].under - under; {
		case parent == root:
		case missing == 0 && (rest != nil || carryOn != 0):
			t.Errorf("post %d: all is shown, and there are links to more", parent)
		case missing > 0 && level > MaxLevel && carryOn != missing:
			t.Errorf("post %d: carry on says %d of %d", parent, carryOn, missing)
		case missing > 0 && level <= MaxLevel && (rest == nil || rest.Count != missing || rest.Root != p.posts[parent].pid):
			t.Errorf("post %d: %d are missing, and more says %+v", parent, missing, rest)
		}
	}
	walk(page.Replies, root, 1, nil, 0)
	if len(shown) > maxPosts {
		t.Errorf("%d posts on a page", len(shown))
	}
	return shown
}

// TestEveryReplyIsOnePageAway follows every link of threads of all shapes, and
// finds every reply exactly once.
func TestEveryReplyIsOnePageAway(t *testing.T) {
	v := newVillage(t)
	board := v.board("chemo", Public)
	for _, s := range shapes {
		for _, order := range []PageOrder{OldestFirst, NewestFirst} {
			t.Run(s.name+" "+string(order), func(t *testing.T) {
				p := v.plant(board, s.n, s.shape)
				seen := map[string]int{}
				var follow func(view View)
				follow = func(view View) {
					page := must(v.ThreadPage(t.Context(), guest, p.Thread, view))(t)
					for _, pid := range p.check(t, page) {
						seen[pid]++
					}
					for _, r := range page.InOrder() {
						if r.More != nil {
							follow(View{Order: OldestFirst, Root: r.More.Root, From: r.More.From})
						}
						if r.CarryOn > 0 {
							follow(View{Order: OldestFirst, Root: r.PID})
						}
					}
					if page.Next.Show {
						follow(View{Order: view.Order, Root: view.Root, From: page.Next.From})
					}
				}
				follow(View{Order: order})
				for i, post := range p.posts[1:] {
					if seen[post.pid] != 1 {
						t.Errorf("reply %d of %d was seen %d times", i+1, s.n, seen[post.pid])
					}
				}
			})
		}
	}
}

func TestPagesLeadBackAndForth(t *testing.T) {
	v := newVillage(t)
	board := v.board("chemo", Public)
	for _, s := range shapes {
		for _, order := range []PageOrder{OldestFirst, NewestFirst, Flat} {
			t.Run(s.name+" "+string(order), func(t *testing.T) {
				p := v.plant(board, s.n, s.shape)
				get := func(from string) Page {
					return must(v.ThreadPage(t.Context(), v.ben, p.Thread, View{Order: order, From: from}))(t)
				}
				first := get("")
				if first.First.Show || first.Previous.Show || first.Last.Show != first.Next.Show {
					t.Errorf("the first page leads to %+v %+v %+v %+v", first.First, first.Previous, first.Next, first.Last)
				}
				if !first.Next.Show {
					return
				}
				last := get(first.Last.From)
				if last.Next.Show || last.Last.Show || !last.First.Show || last.First.From != "" {
					t.Errorf("the last page leads to %+v %+v", last.Next, last.First)
				}
				pages := 0
				for page := last; page.Previous.Show; pages++ {
					begins := page.Replies[0].PID
					page = get(page.Previous.From)
					var tops []string
					for _, r := range page.Replies {
						tops = append(tops, r.PID)
					}
					if !slices.Contains(tops, begins) && page.Next.From != begins {
						t.Fatalf("a page is missing before reply %d", p.at[begins])
					}
					if pages > s.n {
						t.Fatal("going back never ends")
					}
				}
			})
		}
	}
}

func TestEveryPostHasAPlace(t *testing.T) {
	v := newVillage(t)
	board := v.board("chemo", Public)
	for _, s := range shapes {
		p := v.plant(board, s.n, s.shape)
		for i := 0; i <= s.n; i += 1 + rand.N(1+s.n/15) {
			post := p.posts[i]
			place := must(v.Place(t.Context(), guest, post.pid))(t)
			page := must(v.ThreadPage(t.Context(), guest, place.Thread, place.View))(t)
			found := page.Opening.PID == post.pid || page.Root != nil && page.Root.PID == post.pid
			for _, r := range page.InOrder() {
				found = found || r.PID == post.pid
			}
			if !found {
				t.Errorf("%s: reply %d, depth %d, is not where its address leads: %+v", s.name, i, post.depth, place.View)
			}
		}
	}
}

func TestWhatLedHere(t *testing.T) {
	v := newVillage(t)
	p := v.plant(v.board("chemo", Public), 30, deep)
	for _, at := range []int{1, 5, 10, 25} {
		page := must(v.ThreadPage(t.Context(), guest, p.Thread, View{Root: p.posts[at].pid}))(t)
		if page.Root.To == nil || p.at[page.Root.To.PID] != at-1 {
			t.Errorf("reply %d answers %+v", at, page.Root.To)
		}
		var led []int
		for _, r := range page.LedHere {
			led = append(led, p.at[r.PID])
		}
		var want []int
		for i := max(0, at-maxLedHere); i < at; i++ {
			want = append(want, i)
		}
		if !slices.Equal(led, want) {
			t.Errorf("to reply %d led %v, want %v", at, led, want)
		}
	}
	other := v.plant(v.board("other", Public), 2, wide)
	_, err := v.ThreadPage(t.Context(), guest, p.Thread, View{Root: other.posts[1].pid})
	want(t, "a root of another thread", err, fault.NotFound)
	page := must(v.ThreadPage(t.Context(), guest, p.Thread, View{From: other.posts[1].pid}))(t)
	if page.Replies[0].PID != p.posts[1].pid {
		t.Error("a place of another thread is not passed over")
	}
}

func TestFlatAndOneByOne(t *testing.T) {
	v := newVillage(t)
	p := v.plant(v.board("chemo", Public), 150, any1)
	at := 0
	for view := (View{Order: Flat}); ; {
		page := must(v.ThreadPage(t.Context(), v.ben, p.Thread, view))(t)
		for _, r := range page.Replies {
			if at++; p.at[r.PID] != at || r.To == nil || p.at[r.To.PID] != p.posts[at].parent || r.Mine != (r.By.ID == v.ben.Name.ID) {
				t.Fatalf("flat: %d comes where %d should, to %+v", p.at[r.PID], at, r.To)
			}
		}
		if !page.Next.Show {
			break
		}
		view.From = page.Next.From
	}
	if at != 150 {
		t.Errorf("flat: %d replies", at)
	}
	at = 0
	for view := (View{Order: OneByOne}); ; at++ {
		page := must(v.ThreadPage(t.Context(), v.ben, p.Thread, view))(t)
		if at > 0 && (len(page.Replies) != 1 || p.at[page.Replies[0].PID] != at) {
			t.Fatalf("one by one: %v where %d should be", page.Replies, at)
		}
		top := slices.IndexFunc(p.posts, func(q tree) bool { return q.depth == 1 && p.at[q.pid] > p.posts[at].root })
		if page.NextTop.Show != (top > 0) || top > 0 && page.NextTop.From != p.posts[top].pid {
			t.Errorf("one by one: after %d the next branch is %+v, want %d", at, page.NextTop, top)
		}
		if at > 1 && page.Previous.From != p.posts[at-1].pid || at == 1 && page.Previous != (Link{Show: true}) {
			t.Errorf("one by one: before %d comes %+v", at, page.Previous)
		}
		if !page.Next.Show {
			break
		}
		view.From = page.Next.From
	}
	if at != 150 {
		t.Errorf("one by one: %d replies", at)
	}
}

func TestMineUnderEveryName(t *testing.T) {
	v := newVillage(t)
	board := v.board("chemo", Public)
	thread := v.open(board, v.ann, NewThread{Name: "Quiet Heron"})
	opening := v.opening(thread)
	v.reply(opening, v.ben, "a")
	for _, c := range []struct {
		by      account.Account
		me      string
		opening bool
		reply   bool
	}{{v.ann, "Quiet Heron", true, false}, {v.ben, "ben", false, true}, {guest, "", false, false}} {
		page := must(v.ThreadPage(t.Context(), c.by, thread, View{}))(t)
		if page.Me.Shown != c.me || page.Opening.Mine != c.opening || page.Replies[0].Mine != c.reply {
			t.Errorf("%s: %q, opening %t, reply %t", c.by.Name.Shown, page.Me.Shown, page.Opening.Mine, page.Replies[0].Mine)
		}
	}
}

func TestMineAfterThreadsWereMerged(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemo", Public)
	one, other := v.open(board, v.ann, NewThread{Name: "Quiet Heron"}), v.open(board, v.ben, NewThread{})
	v.reply(v.opening(other), v.ann, "as ann")
	want(t, "mo merges", v.Merge(ctx, v.mo, one.PID, other.PID), fault.Internal)
	page := must(v.ThreadPage(ctx, v.ann, v.findThread(other.ID), View{}))(t)
	for _, r := range page.InOrder() {
		if !r.Mine {
			t.Errorf("%s is not ann's", r.By.Shown)
		}
	}
	page = must(v.ThreadPage(ctx, v.cat, v.findThread(other.ID), View{}))(t)
	for _, r := range page.InOrder() {
		if r.Mine {
			t.Errorf("%s is cat's", r.By.Shown)
		}
	}
}
