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
	if err := r.complete(ctx, reply); err != nil || r.looks {
		return t, reply, err // who looks after the board needs the whole of a post in hand
	}
	err = r.keepApart(ctx, []*Reply{reply})
	return r.thread, reply, err
}

// nearest returns a column of what is called $1 or, where nothing is, of what comes
// after it: so that the database walks the same way for what is not there as for
// what may not be seen, and the time to an answer does not tell them apart.
func nearest(table, column string) string {
	return `(SELECT ` + column + ` FROM ` + table + ` a WHERE a.pid >= $1 ORDER BY a.pid LIMIT 1)`
}

// ifNearest returns the clause that holds where clause does, for what is called $1 in
// table and not for what only comes after it. The same is looked at either way.
func ifNearest(table, clause string) string {
	return `CASE WHEN ` + nearest(table, "a.pid") + ` = $1 THEN ` + clause + ` ELSE ` + clause + ` AND $1 <> $1 END`
}

// findThread returns the thread called pid if by may see it.
func findThread(ctx context.Context, r db.Reader, by account.Account, pid string) (Thread, error) {
	t, err := db.One(ctx, r, scanWholeThread, `
		SELECT `+wholeThreadColumns+fromThread+`
		WHERE t.id = `+nearest("thread", "coalesce(a.merged_into, a.id)")+` AND `+ifNearest("thread", seen(2)),
		append([]any{pid}, seenBy(by)...)...)
	return ifSeen(by, t, err)
}

// findPost returns the post called pid, with its words even when it was removed,
// and its thread, if by may see that.
func findPost(ctx context.Context, r db.Reader, by account.Account, pid string) (Thread, Post, error) {
	t, err := db.One(ctx, r, scanWholeThread, `
		SELECT `+wholeThreadColumns+fromThread+`
		WHERE t.id = `+nearest("post", "a.thread")+` AND `+ifNearest("post", seen(2)),
		append([]any{pid}, seenBy(by)...)...)
	if t, err = ifSeen(by, t, err); err != nil {
		return Thread{}, Post{}, err
	}
	p, err := db.One(ctx, r, scanWholePost, `SELECT `+wholePostColumns+fromPost+`WHERE p.pid = $1 AND p.thread = $2`, pid, t.ID)
	return t, p, orNotHere(err)
}
