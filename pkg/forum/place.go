package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
)

// Place is where a post is to be read: a page of its thread, and the post on it.
type Place struct {
	Thread Thread
	View   View   // only Root and From: the order is the reader's own
	Post   string // public id
}

// Place returns where the post called pid is to be read: the page of its thread
// that shows it; one that starts from another post when it is nested deeper than
// [MaxLevel]; one that starts from itself when its branch is larger than a page.
func (f *Forum) Place(ctx context.Context, by account.Account, pid string) (Place, error) {
	t, p, err := findPost(ctx, f.db, by, pid)
	if err != nil {
		return Place{}, err
	}
	return f.PlaceOf(ctx, t, p)
}

// PlaceOf is [Forum.Place] for a post and its thread in hand, which the reader may
// see.
func (f *Forum) PlaceOf(ctx context.Context, t Thread, p Post) (Place, error) {
	place := Place{Thread: t, Post: p.PID}
	if p.Opening() {
		return place, nil
	}
	// The page's root stands 1 to MaxLevel levels above p, its branch one below that.
	branch, steps := p, (p.Depth-1)%MaxLevel
	above, err := ancestors(ctx, f.db, p.ID, steps+1)
	if err != nil {
		return Place{}, err
	}
	root := p
	for _, a := range above {
		if a.Depth == p.Depth-steps {
			branch = a
		}
		if a.Depth == p.Depth-steps-1 {
			root = a
		}
	}
	if branch.ID != p.ID && branch.Descendants >= maxPosts {
		place.View.Root = p.PID
		return place, nil
	}
	if !root.Opening() {
		place.View.Root = root.PID
	}
	first, err := branchesOf(ctx, f.db, root.ID, 0, true, false)
	if err != nil {
		return Place{}, err
	}
	for _, b := range first[:min(pack(first), len(first))] {
		if b.id == branch.ID {
			return place, nil
		}
	}
	place.View.From = branch.PID
	return place, nil
}
