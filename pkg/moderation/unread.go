package moderation

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// unreadAtOnce is how many posts a page of those not yet read shows.
const unreadAtOnce = 10

// UnreadPage is a part of what no moderator has looked at, the longest waiting first.
type UnreadPage struct {
	Posts []forum.Subject
	Next  Cursor
	More  bool
	Count int // of all, up to [MostCounted]
}

// Unread returns a page of the published posts on by's boards that no moderator has
// looked at yet.
func (d *Desk) Unread(ctx context.Context, by account.Account, from Cursor) (UnreadPage, error) {
	if !by.ModeratesSome() {
		return UnreadPage{}, notHere()
	}
	start, err := from.place()
	if err != nil {
		return UnreadPage{}, err
	}
	rows, err := unreadPosts(ctx, d.db, boardsOf(by), start, unreadAtOnce+1)
	if err != nil {
		return UnreadPage{}, err
	}
	page := UnreadPage{More: len(rows) > unreadAtOnce}
	if page.More {
		rows = rows[:unreadAtOnce]
		last := rows[unreadAtOnce-1]
		page.Next = Cursor(fmt.Sprintf("0-%d-%d", time.Time(last.at).UnixMilli(), last.post))
	}
	for _, row := range rows {
		s, err := forum.FindSubject(ctx, d.db, row.post)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return UnreadPage{}, err
		}
		if err == nil && !s.Post.Removed() {
			page.Posts = append(page.Posts, s)
		}
	}
	page.Count, err = countUnread(ctx, d.db, boardsOf(by))
	return page, err
}

// MarkRead says that by has looked at the posts called pids. Those on boards that by does
// not look after stay as they are.
func (d *Desk) MarkRead(ctx context.Context, by account.Account, pids ...string) error {
	if !by.ModeratesSome() {
		return notHere()
	}
	var posts []forum.PostID
	for _, pid := range pids {
		t, p, err := d.forum.Post(ctx, by, pid)
		switch {
		case fault.Is(err, fault.NotFound), fault.Is(err, fault.Gone):
		case err != nil:
			return err
		case by.Moderates(int64(t.Board)):
			posts = append(posts, p.ID)
		}
	}
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		for _, p := range posts {
			if err := deleteUnread(ctx, tx, p); err != nil {
				return err
			}
		}
		return nil
	})
}

// boardsOf returns the boards that a moderator looks after; none means all.
func boardsOf(by account.Account) []int64 {
	if by.Role == account.Moderator {
		return by.Boards
	}
	return nil
}

type unreadPost struct {
	post forum.PostID
	at   db.Time
}

func scanUnread(r db.Row) (u unreadPost, err error) {
	err = r.Scan(&u.post, &u.at)
	return u, err
}

// unreadPosts reads up to n rows after a place, each board from its own index.
func unreadPosts(ctx context.Context, r db.Reader, boards []int64, after place, n int) ([]unreadPost, error) {
	var all []unreadPost
	for _, board := range orAll(boards) {
		where, args := `u.written_at > 0`, []any{}
		if board != 0 {
			where, args = `u.board = $1`, []any{board}
		}
		next := len(args) + 1
		some, err := db.All(ctx, r, scanUnread, fmt.Sprintf(`
			SELECT u.post, u.written_at FROM unread_post u
			WHERE %s AND (u.written_at, u.post) > ($%d, $%d) ORDER BY u.written_at, u.post LIMIT %d`, where, next, next+1, n),
			append(args, after.at, after.id)...)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortFunc(all, func(a, b unreadPost) int {
		return cmp.Or(time.Time(a.at).Compare(time.Time(b.at)), cmp.Compare(a.post, b.post))
	})
	return all[:min(len(all), n)], nil
}

func countUnread(ctx context.Context, r db.Reader, boards []int64) (total int, err error) {
	for _, board := range orAll(boards) {
		where, args := `u.written_at > 0`, []any{}
		if board != 0 {
			where, args = `u.board = $1`, []any{board}
		}
		n, err := db.One(ctx, r, db.Value[int], fmt.Sprintf(`
			WITH found AS (SELECT u.post FROM unread_post u WHERE %s LIMIT %d) SELECT COUNT(*) FROM found`, where, MostCounted), args...)
		if err != nil {
			return 0, err
		}
		total += n
	}
	return min(total, MostCounted), nil
}

func insertUnread(ctx context.Context, tx *db.Tx, s forum.Subject) error {
	_, err := tx.Exec(ctx, `INSERT INTO unread_post (post, board, written_at) VALUES ($1, $2, $3) ON CONFLICT (post) DO NOTHING`,
		s.Post.ID, s.Thread.Board, db.Time(s.Post.WrittenAt))
	return err
}

func deleteUnread(ctx context.Context, tx *db.Tx, p forum.PostID) error {
	_, err := tx.Exec(ctx, `DELETE FROM unread_post WHERE post = $1`, p)
	return err
}
