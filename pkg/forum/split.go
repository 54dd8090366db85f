package forum

import "context"

// split reads branches a few replies at a time, depth first, until the page is
// full, and leaves links to what did not fit. It reads at most as many rows as
// four full pages hold, however large the branch, with at most a question a post.
func (r *reading) split(ctx context.Context, root *Reply, branches []branch, newest bool) ([]*Reply, error) {
	tops, err := children(ctx, r.db, root.ID, branches[0].id, maxBranches, newest)
	if err != nil {
		return nil, err
	}
	left := maxPosts
	var replies []*Reply
	for i, p := range tops {
		if i > 0 && p.Descendants+1 > left {
			break
		}
		top := r.reply(p, 1)
		left--
		if err := r.under(ctx, top, &left); err != nil {
			return nil, err
		}
		replies = append(replies, top)
	}
	return replies, nil
}

// under puts the replies to parent beneath it, while there is room.
func (r *reading) under(ctx context.Context, parent *Reply, left *int) error {
	if parent.Children == 0 {
		return nil
	}
	if parent.Level == MaxLevel {
		parent.CarryOn = parent.Descendants
		return nil
	}
	posts, err := children(ctx, r.db, parent.ID, 0, *left+1, false)
	if err != nil {
		return err
	}
	elsewhere := parent.Descendants
	for _, p := range posts {
		if *left == 0 {
			parent.More = &More{Root: parent.PID, From: p.PID, Count: elsewhere}
			return nil
		}
		reply := r.reply(p, parent.Level+1)
		parent.Replies = append(parent.Replies, reply)
		elsewhere -= reply.Descendants + 1
		*left--
		if err := r.under(ctx, reply, left); err != nil {
			return err
		}
	}
	return nil
}
