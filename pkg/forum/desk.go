package forum

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// The desk's doors. What a moderator decides is one transaction: what is done to a
// post or a thread, the case, the word to its author and the log. The functions
// whose names end with In are its hands. They raise versions and keep counters
// right; they ask nobody whether they may, write nothing down and tell no event:
// whoever calls them does.

// Subject is a post that is decided on, and its thread: both with all their words,
// also when they were removed.
type Subject struct {
	Thread Thread
	Post   Post
}

// FindSubject returns the post with an id, and its thread.
func FindSubject(ctx context.Context, r db.Reader, id PostID) (Subject, error) {
	p, err := findPostID(ctx, r, id)
	if err != nil {
		return Subject{}, err
	}
	t, err := FindWholeThread(ctx, r, p.Thread)
	return Subject{Thread: t, Post: p}, err
}

// FindWholeThread returns the thread with an id, with its title also when its
// opening is gone or all of it was taken down.
func FindWholeThread(ctx context.Context, r db.Reader, id ThreadID) (Thread, error) {
	t, err := db.One(ctx, r, func(r db.Row) (t Thread, err error) {
		err = r.Scan(append(t.into(), &t.Short, &t.Ending)...)
		return t, err
	}, `SELECT `+wholeThreadColumns+fromThread+`WHERE t.id = $1`, id)
	return t, orNotHere(err)
}

// onPost does something to a post that the caller knows to exist.
func (f *Forum) onPost(ctx context.Context, tx *db.Tx, id PostID, do func(Thread, Post) error) error {
	p, err := findPostID(ctx, tx, id)
	if err != nil {
		return err
	}
	t, err := findThreadID(ctx, tx, p.Thread)
	if err != nil {
		return err
	}
	return do(t, p)
}

// onThread does something to a thread that the caller knows to exist, and gives it
// a new version.
func (f *Forum) onThread(ctx context.Context, tx *db.Tx, id ThreadID, do func(Thread) error) error {
	t, err := findThreadID(ctx, tx, id)
	if err != nil {
		return err
	}
	if err := do(t); err != nil {
		return err
	}
	_, err = f.touch(ctx, tx, id)
	return err
}

// namesAskedAtOnce is how many names [WroteSince] asks about in one statement.
const namesAskedAtOnce = 32

// WroteSince reports whether any of the names has written in a thread since a
// moment. A moderator who has does not decide on it.
func WroteSince(ctx context.Context, r db.Reader, names []account.NameID, thread ThreadID, since time.Time) (bool, error) {
	for len(names) > 0 {
		args := make([]any, namesAskedAtOnce, namesAskedAtOnce+2)
		for i := range args {
			args[i] = names[min(i, len(names)-1)]
		}
		names = names[min(namesAskedAtOnce, len(names)):]
		n, err := db.One(ctx, r, db.Value[int], `
			SELECT count(*) FROM (
				SELECT p.id FROM post p WHERE p.written_by IN (`+db.In(1, namesAskedAtOnce)+`) AND p.thread = $33 AND p.written_at >= $34 LIMIT 1) AS wrote`,
			append(args, thread, db.Time(since))...)
		if err != nil || n > 0 {
			return n > 0, err
		}
	}
	return false, nil
}

// PostsOfName returns up to limit posts of one name with all their words, newest
// first: those before one post, or the newest when that is zero.
func PostsOfName(ctx context.Context, r db.Reader, name account.NameID, before PostID, limit int) ([]Post, error) {
	from, sign, order := beyond(before, false, true)
	return db.All(ctx, r, scanWholePost, `
		SELECT `+wholePostColumns+fromPost+`WHERE p.written_by = $1 AND p.id `+sign+` $2 ORDER BY p.id `+order+` LIMIT $3`, name, from, limit)
}
