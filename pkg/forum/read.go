package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// Thread returns the thread called pid, with its labels. The pid of one that was
// merged away leads to the thread that took its posts, which has another.
func (f *Forum) Thread(ctx context.Context, by account.Account, pid string) (Thread, error) {
	ticket := f.current.ticket(pid)
	t, err := findThread(ctx, f.db, by, pid)
	if err != nil {
		return Thread{}, err
	}
	if t.PID == pid {
		f.current.keep(ticket, t)
	}
	one := []Thread{t}
	err = withLabels(ctx, f.db, one)
	return one[0], err
}

// Post returns the post called pid as by may read it, and its thread.
func (f *Forum) Post(ctx context.Context, by account.Account, pid string) (Thread, *Reply, error) {
	t, p, err := findPost(ctx, f.db, by, pid)
	if err != nil {
		return Thread{}, nil, err
	}
	r, err := f.reading(ctx, by, t)
	if err != nil {
		return Thread{}, nil, err
	}
	reply := r.reply(p.veiled(), 0)
	return t, reply, r.complete(ctx, reply)
}

// decoy is the id of no thread, found with as much work as that of one that may not
// be seen: so that the time to an answer does not tell them apart either.
const decoy = `(SELECT -max(d.id) FROM thread d)`

// findThread returns the thread called pid if by may see it.
func findThread(ctx context.Context, r db.Reader, by account.Account, pid string) (Thread, error) {
	t, err := db.One(ctx, r, scanWholeThread, `
		SELECT `+wholeThreadColumns+fromThread+`
		WHERE t.id = coalesce((SELECT coalesce(a.merged_into, a.id) FROM thread a WHERE a.pid = $1), `+decoy+`) AND `+seen(2),
		append([]any{pid}, seenBy(by)...)...)
	return ifSeen(by, t, err)
}

// findPost returns the post called pid, with its words even when it was removed,
// and its thread, if by may see that.
func findPost(ctx context.Context, r db.Reader, by account.Account, pid string) (Thread, Post, error) {
	t, err := db.One(ctx, r, scanWholeThread, `
		SELECT `+wholeThreadColumns+fromThread+`
		WHERE t.id = coalesce((SELECT p.thread FROM post p WHERE p.pid = $1), `+decoy+`) AND `+seen(2),
		append([]any{pid}, seenBy(by)...)...)
	if t, err = ifSeen(by, t, err); err != nil {
		return Thread{}, Post{}, err
	}
	p, err := db.One(ctx, r, scanWholePost, `SELECT `+wholePostColumns+fromPost+`WHERE p.pid = $1 AND p.thread = $2`, pid, t.ID)
	return t, p, orNotHere(err)
}
