package forum

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
)

// ListOrder is how the threads of a board are arranged: always by time, never by
// what is liked.
type ListOrder string

// The orders of a list.
const (
	ByLatest  ListOrder = "latest"  // latest reply first
	ByNewest  ListOrder = "newest"  // newest thread first
	ByWaiting ListOrder = "waiting" // those without an answer, longest waiting first
)

const (
	boardPage   = 25 // threads on a page of a board: brief (c) 2
	waitingPage = 10 // one screen at a time
	pinnedAtTop = 2  // threads that stand first on a board
	awakeFor    = 2 * time.Hour
	// MostAwake is as far as [Forum.CountAwake] counts.
	MostAwake = 100
)

// A Link leads to another page of a list or a thread. Pages are named by where
// they begin, so that an address keeps its meaning while people write.
type Link struct {
	Show bool
	From string // the public id it begins with; "" for the plain address
}

// ListPage is a page of a list of threads.
type ListPage struct {
	Pinned  []Thread // of a board: those that stand first, on every page
	Threads []Thread

	First, Previous, Next, Last Link // Show is false where there is nothing more that way
}

// Threads returns a page of a board. It begins with the thread called from; when
// there is none of that name to be seen, at the beginning.
func (f *Forum) Threads(ctx context.Context, by account.Account, board BoardID, order ListOrder, from string) (ListPage, error) {
	l := list{scope: `t.board = $1`, args: []any{board}, standing: listed + ` AND t.pinned_at IS NULL`, key: `t.last_at`, down: true, size: boardPage}
	switch order {
	case ByNewest:
		l.key = `t.opened_at`
	case ByWaiting:
		l.key, l.down, l.standing = `t.opened_at`, false, waiting
	}
	page, err := l.page(ctx, f.db, by, from)
	if err != nil {
		return page, err
	}
	if order != ByWaiting {
		if page.Pinned, err = pinnedThreads(ctx, f.db, board, Eyes(by)); err != nil {
			return page, err
		}
	}
	return f.finish(ctx, by, page)
}

// finish puts on a page what its rows say beside themselves, and leaves out what by
// does not see.
func (f *Forum) finish(ctx context.Context, by account.Account, page ListPage) (ListPage, error) {
	if err := f.inSight(ctx, by, &page.Pinned, &page.Threads); err != nil {
		return page, err
	}
	return page, withQuietWords(ctx, f.db, page.Pinned, page.Threads)
}

// Waiting returns a page of the threads that nobody but their openers has written
// in, those that have waited longest first.
func (f *Forum) Waiting(ctx context.Context, by account.Account, from string) (ListPage, error) {
	l := list{standing: waiting, key: `t.opened_at`, size: waitingPage}
	page, err := l.page(ctx, f.db, by, from)
	if err != nil {
		return page, err
	}
	return f.finish(ctx, by, page)
}

// Awake returns a page of the threads with a reply in the last two hours, the
// latest first.
func (f *Forum) Awake(ctx context.Context, by account.Account, from string) (ListPage, error) {
	page, err := f.awake().page(ctx, f.db, by, from)
	if err != nil {
		return page, err
	}
	return f.finish(ctx, by, page)
}

// CountAwake returns how many threads [Forum.Awake] lists, counting no further
// than [MostAwake].
func (f *Forum) CountAwake(ctx context.Context, by account.Account) (int, error) {
	return f.awake().count(ctx, f.db, by, MostAwake)
}

func (f *Forum) awake() list {
	since := f.now().Add(-awakeFor).UnixMilli()
	return list{scope: `t.last_at > $1`, args: []any{since}, key: `t.last_at`, down: true, size: boardPage,
		standing: `t.removed_at IS NULL AND t.merged_into IS NULL AND t.replies > 0`}
}
