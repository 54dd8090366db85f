package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// What is new to somebody is of others, stands, and is not kept apart from them. It is
// read some posts at a time, because only the code can tell what is kept apart.

// newPost is a post of others that stands.
type newPost struct {
	pid string
	seq int64
	by  account.NameID
}

func scanNewPost(r db.Row) (p newPost, err error) {
	err = r.Scan(&p.pid, &p.seq, &p.by)
	return p, err
}

// newPosts returns the posts of a thread of a higher sequence than after that stand and
// are by neither of two names, in order, up to n.
func newPosts(ctx context.Context, r db.Reader, t ThreadID, after int64, me, also account.NameID, n int) ([]newPost, error) {
	return db.All(ctx, r, scanNewPost, `
		SELECT p.pid, p.seq, p.written_by FROM post p
		WHERE p.thread = $1 AND p.seq > $2 AND p.removed_at IS NULL AND p.written_by NOT IN ($3, $4)
		ORDER BY p.seq LIMIT $5`, t, after, me, also, n)
}

// unread is what may be new to somebody in a thread: the next posts of others after a
// sequence, and the name under which they meet those.
type unread struct {
	me    account.NameID
	posts []newPost
	full  bool // there may be more after these
}

func (f *Forum) unread(ctx context.Context, by account.Account, t ThreadID, after int64, n int) (unread, error) {
	me, err := f.nameIn(ctx, f.db, by, t)
	if err != nil {
		return unread{}, err
	}
	posts, err := newPosts(ctx, f.db, t, after, by.Name.ID, me.ID, n)
	return unread{me.ID, posts, len(posts) == n}, err
}

func (u unread) met() []account.Meeting {
	met := make([]account.Meeting, len(u.posts))
	for i, p := range u.posts {
		met[i] = account.Meeting{As: u.me, With: p.by}
	}
	return met
}

// inSight returns those of the posts that nobody's choice keeps apart from by.
func (u unread) inSight(by account.Account, board BoardID, apart map[account.Meeting]account.Whose) (posts []newPost) {
	for _, p := range u.posts {
		if !keepsApart(by, apart[account.Meeting{As: u.me, With: p.by}], board) {
			posts = append(posts, p)
		}
	}
	return posts
}

// lookAhead is how many posts are read at once by those who look for the first alone.
const lookAhead = 20

// newTo returns the first posts of t after a sequence that are new to by, up to n. It
// reads on only while all it read is kept apart from them.
func (f *Forum) newTo(ctx context.Context, by account.Account, t Thread, after int64, n int) (found []newPost, err error) {
	for {
		u, err := f.unread(ctx, by, t.ID, after, max(n, lookAhead))
		if err != nil {
			return nil, err
		}
		apart, err := f.accounts.Apart(ctx, by, u.met()...)
		if err != nil {
			return nil, err
		}
		found = append(found, u.inSight(by, t.Board, apart)...)
		if len(found) >= n || !u.full {
			return found[:min(len(found), n)], nil
		}
		after = u.posts[len(u.posts)-1].seq
	}
}
