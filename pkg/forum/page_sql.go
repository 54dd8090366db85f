package forum

import (
	"context"
	"fmt"
	"math"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// postIn returns a post of a thread as readers see it.
func postIn(ctx context.Context, r db.Reader, t ThreadID, id PostID) (Post, error) {
	p, err := db.One(ctx, r, scanPost, `SELECT `+postColumns+fromPost+`WHERE p.id = $1 AND p.thread = $2`, id, t)
	return p, orNotHere(err)
}

// postCalled returns the post called pid of a thread, as readers see it.
func postCalled(ctx context.Context, r db.Reader, t ThreadID, pid string) (Post, error) {
	p, err := db.One(ctx, r, scanPost, `SELECT `+postColumns+fromPost+`WHERE p.pid = $1 AND p.thread = $2`, pid, t)
	return p, orNotHere(err)
}

// startOf returns the reply to root that a page beginning with the post called pid
// begins with: that post, or the branch of the thread in which it stands. It is
// zero, the beginning, when there is none.
func startOf(ctx context.Context, r db.Reader, root Post, pid string) (PostID, error) {
	if pid == "" {
		return 0, nil
	}
	p, err := postCalled(ctx, r, root.Thread, pid)
	switch {
	case fault.Is(err, fault.NotFound):
		return 0, nil
	case err != nil:
		return 0, err
	case p.Parent == root.ID:
		return p.ID, nil
	case root.Opening():
		return p.Root, nil
	}
	return 0, nil
}

// seqOf returns where a flat page beginning with the post called pid begins, or
// zero for the beginning.
func seqOf(ctx context.Context, r db.Reader, t ThreadID, pid string) (int64, error) {
	if pid == "" {
		return 0, nil
	}
	p, err := postCalled(ctx, r, t, pid)
	if fault.Is(err, fault.NotFound) {
		return 0, nil
	}
	return p.Seq, err
}

// beyond returns how a range of ids is compared and ordered: downwards or up, with
// its start or beyond it. A start of zero is the end it comes from.
func beyond(start PostID, with, down bool) (from PostID, sign, order string) {
	sign, order = ">", "ASC"
	if down {
		sign, order = "<", "DESC"
		if start == 0 {
			start = math.MaxInt64
		}
	}
	if with {
		sign += "="
	}
	return start, sign, order
}

func scanBranch(r db.Row) (b branch, err error) {
	err = r.Scan(&b.id, &b.pid, &b.under)
	return b, err
}

// branchesOf returns the replies to parent from start on, or beyond it: as many as
// a page takes and one more.
func branchesOf(ctx context.Context, r db.Reader, parent, start PostID, with, down bool) ([]branch, error) {
	from, sign, order := beyond(start, with, down)
	return db.All(ctx, r, scanBranch, fmt.Sprintf(`
		SELECT p.id, p.pid, p.descendants FROM post p
		WHERE p.parent = $1 AND p.id %s $2 ORDER BY p.id %s LIMIT %d`, sign, order, maxBranches+1), parent, from)
}

// children returns up to n replies to parent from start on.
func children(ctx context.Context, r db.Reader, parent, start PostID, n int, down bool) ([]Post, error) {
	from, sign, order := beyond(start, true, down)
	return db.All(ctx, r, scanPost, fmt.Sprintf(`
		SELECT `+postColumns+fromPost+`
		WHERE p.parent = $1 AND p.id %s $2 ORDER BY p.id %s LIMIT $3`, sign, order), parent, from, n)
}

// branchPosts returns what is shown of all branches from first to last, which
// together hold no more than a page. The limit is for those who write meanwhile.
func branchPosts(ctx context.Context, r db.Reader, t ThreadID, first, last PostID) ([]Post, error) {
	return db.All(ctx, r, scanPost, fmt.Sprintf(`
		SELECT `+postColumns+fromPost+`
		WHERE p.thread = $1 AND p.root >= $2 AND p.root <= $3 AND p.depth <= %d
		ORDER BY p.root, p.id LIMIT %d`, MaxLevel, 2*maxPosts), t, first, last)
}

// ancestors returns what a post answers, and what that answers, up to n of them,
// in no order.
func ancestors(ctx context.Context, r db.Reader, id PostID, n int) ([]Post, error) {
	return db.All(ctx, r, scanPost, `
		WITH RECURSIVE up (id, steps) AS (
			SELECT c.parent, 1 FROM post c WHERE c.id = $1
			UNION ALL
			SELECT c.parent, up.steps + 1 FROM up JOIN post c ON c.id = up.id WHERE up.steps < $2
		)
		SELECT `+postColumns+`
		FROM up JOIN post p ON p.id = up.id JOIN name n ON n.id = p.written_by LEFT JOIN account o ON o.id = n.account`, id, n)
}

// postsFrom returns up to n replies of a thread as they came, from seq on.
func postsFrom(ctx context.Context, r db.Reader, t ThreadID, seq int64, n int) ([]Post, error) {
	return db.All(ctx, r, scanPost, `
		SELECT `+postColumns+fromPost+`
		WHERE p.thread = $1 AND p.seq >= $2 AND p.parent IS NOT NULL ORDER BY p.seq LIMIT $3`, t, seq, n)
}

// namesBefore returns the public ids of up to n replies that came before seq, the
// latest first.
func namesBefore(ctx context.Context, r db.Reader, t ThreadID, seq int64, n int) ([]string, error) {
	return db.All(ctx, r, db.Value[string], `
		SELECT p.pid FROM post p
		WHERE p.thread = $1 AND p.seq < $2 AND p.parent IS NOT NULL ORDER BY p.seq DESC LIMIT $3`, t, seq, n)
}

// answeredPosts returns what is said of the posts with the given ids, at most
// answeredAtOnce, by those that answer them.
func answeredPosts(ctx context.Context, r db.Reader, ids []any) (map[PostID]*Answered, error) {
	found := map[PostID]*Answered{}
	_, err := db.All(ctx, r, func(r db.Row) (id PostID, err error) {
		var p Post
		err = r.Scan(append([]any{&p.ID, &p.PID, &p.Parent, (*db.Time)(&p.RemovedAt)}, intoName(&p.By)...)...)
		found[p.ID] = answered(p)
		return p.ID, err
	}, `
		SELECT p.id, p.pid, coalesce(p.parent, 0), p.removed_at, `+nameColumns+fromPost+`
		WHERE p.id IN (`+db.In(1, answeredAtOnce)+`)`, padded(ids, answeredAtOnce)...)
	return found, err
}
