package forum

import "context"

// flat fills page with replies as they came, whatever they answer.
func (r *reading) flat(ctx context.Context, page *Page) error {
	from, err := seqOf(ctx, r.db, r.thread.ID, page.View.From)
	if err != nil {
		return err
	}
	posts, err := postsFrom(ctx, r.db, r.thread.ID, from, maxPosts+1)
	if err != nil {
		return err
	}
	for _, p := range posts[:min(len(posts), maxPosts)] {
		page.Replies = append(page.Replies, r.reply(p, 0))
	}
	if len(posts) > maxPosts {
		page.Next = Link{true, posts[maxPosts].PID}
		last, err := namesBefore(ctx, r.db, r.thread.ID, r.thread.LastSeq+1, maxPosts)
		if err != nil {
			return err
		}
		page.Last = Link{true, last[len(last)-1]}
	}
	before, err := namesBefore(ctx, r.db, r.thread.ID, from, maxPosts+1)
	if err != nil || len(before) == 0 {
		return err
	}
	page.First, page.Previous = Link{Show: true}, Link{Show: true}
	if len(before) > maxPosts {
		page.Previous.From = before[maxPosts-1]
	}
	return nil
}

// oneByOne fills page with a single post: the opening, or the reply it is from.
func (r *reading) oneByOne(ctx context.Context, page *Page) error {
	at := page.Opening.Post
	if page.View.From != "" {
		p, err := postCalled(ctx, r.db, r.thread.ID, page.View.From)
		if err != nil {
			return err
		}
		if at = p; !at.Opening() {
			page.Replies = []*Reply{r.reply(p, 0)}
		}
	}
	after, err := postsFrom(ctx, r.db, r.thread.ID, at.Seq+1, 1)
	if err != nil {
		return err
	}
	if len(after) > 0 {
		page.Next = Link{true, after[0].PID}
		newest := max(r.thread.LastSeq, after[0].Seq) // somebody may have written since the thread was read
		last, err := namesBefore(ctx, r.db, r.thread.ID, newest+1, 1)
		if err != nil {
			return err
		}
		page.Last = Link{true, last[0]}
	}
	tops, err := branchesOf(ctx, r.db, r.thread.Opening, at.Root, false, false)
	if err != nil {
		return err
	}
	if len(tops) > 0 {
		page.NextTop = Link{true, tops[0].pid}
	}
	if at.Opening() {
		return nil
	}
	before, err := namesBefore(ctx, r.db, r.thread.ID, at.Seq, 1)
	page.First, page.Previous = Link{Show: true}, Link{Show: true}
	if len(before) > 0 {
		page.Previous.From = before[0]
	}
	return err
}
