package forum

import (
	"context"
	"slices"
)

// nested fills page with branches: the replies to its root, each with what is
// under it. A branch is whole, or it is alone on its page and split.
func (r *reading) nested(ctx context.Context, page *Page) error {
	root := page.Opening
	if page.View.Root != "" && page.View.Root != root.PID {
		if err := r.startFrom(ctx, page); err != nil {
			return err
		}
		root = page.Root
	}
	newest := page.View.Order == NewestFirst
	start, err := startOf(ctx, r.db, root.Post, page.View.From)
	if err != nil {
		return err
	}
	branches, err := branchesOf(ctx, r.db, root.ID, start, true, newest)
	if err != nil || len(branches) == 0 {
		return err
	}
	if root.Opening() && fitWhole(branches) {
		page.Replies, err = r.whole(ctx, root, branches[:pack(branches)], newest)
	} else {
		page.Replies, err = r.split(ctx, root, branches, newest)
	}
	if err != nil {
		return err
	}
	return r.around(ctx, page, root.ID, branches, newest)
}

// startFrom makes the page start from another post than the opening, and shows
// what led to that.
func (r *reading) startFrom(ctx context.Context, page *Page) error {
	p, err := postCalled(ctx, r.db, r.thread.ID, page.View.Root)
	if err != nil {
		return err
	}
	page.Root = r.reply(p, 0)
	above, err := ancestors(ctx, r.db, p.ID, maxLedHere)
	if err != nil {
		return err
	}
	slices.SortFunc(above, func(a, b Post) int { return a.Depth - b.Depth })
	for _, p := range above {
		page.LedHere = append(page.LedHere, r.reply(p, 0))
	}
	return nil
}

// branch is a reply to a page's root, and how many posts stand under it.
type branch struct {
	id    PostID
	pid   string
	under int
}

func (b branch) posts() int { return b.under + 1 }

// pack returns how many of branches a page takes: as many whole ones as fit, or
// the first alone.
func pack(branches []branch) int {
	left := maxPosts
	for i, b := range branches[:min(len(branches), maxBranches)] {
		if left -= b.posts(); left < 0 {
			return max(i, 1)
		}
	}
	return min(len(branches), maxBranches)
}

// fitWhole reports whether no branch that the page takes needs to be split.
func fitWhole(branches []branch) bool { return branches[0].posts() <= maxPosts }

// whole reads some branches of the opening, all of them, with one question.
func (r *reading) whole(ctx context.Context, root *Reply, branches []branch, newest bool) ([]*Reply, error) {
	first, last := branches[0].id, branches[len(branches)-1].id
	posts, err := branchPosts(ctx, r.db, r.thread.ID, min(first, last), max(first, last))
	if err != nil {
		return nil, err
	}
	var top []*Reply
	at := map[PostID]*Reply{}
	for _, p := range posts {
		if p.Parent == root.ID {
			at[p.ID] = r.reply(p, 1)
			top = append(top, at[p.ID])
		} else if parent := at[p.Parent]; parent != nil {
			at[p.ID] = r.reply(p, parent.Level+1)
			parent.Replies = append(parent.Replies, at[p.ID])
		}
	}
	for _, reply := range at {
		if reply.Level == MaxLevel {
			reply.CarryOn = reply.Descendants
		}
	}
	if newest {
		slices.Reverse(top)
	}
	return top, nil
}

// around finds where the pages around this one begin. They are packed as this one
// is, backwards where they lie before it.
func (r *reading) around(ctx context.Context, page *Page, root PostID, branches []branch, newest bool) error {
	if taken := len(page.Replies); taken < len(branches) {
		page.Next = Link{true, branches[taken].pid}
		last, err := branchesOf(ctx, r.db, root, 0, false, !newest)
		if err != nil {
			return err
		}
		page.Last = Link{true, last[pack(last)-1].pid}
	}
	if page.View.From == "" {
		return nil
	}
	before, err := branchesOf(ctx, r.db, root, branches[0].id, false, !newest)
	if err != nil || len(before) == 0 {
		return err
	}
	page.First, page.Previous = Link{Show: true}, Link{Show: true}
	if n := pack(before); n < len(before) {
		page.Previous.From = before[n-1].pid
	}
	return nil
}
