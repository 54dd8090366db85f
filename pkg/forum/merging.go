package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// What a merge would do, for whoever is asked whether they mean it. Nothing is
// changed by looking, and nothing is promised: the merge itself asks again.

// Merging is what merging one thread into another would do.
type Merging struct {
	From, Into Thread
	Posts      int // of From that stand, its opening among them
}

// Merging looks at a merge of the thread called from into the one called into, for
// a moderator of both their boards. It says no as [Forum.Merge] would.
func (f *Forum) Merging(ctx context.Context, by account.Account, from, into string) (m Merging, err error) {
	if m.From, err = f.Thread(ctx, by, from); err != nil {
		return Merging{}, err
	}
	if err := CanModerate(by, m.From); err != nil {
		return Merging{}, err
	}
	if m.Into, err = f.Thread(ctx, by, into); fault.Is(err, fault.NotFound) {
		return m, fault.Field("into", "fault.merge_nothing")
	}
	if err != nil {
		return m, err
	}
	if err := CanMerge(by, m.From, m.Into); fault.Is(err, fault.NotFound) {
		return m, fault.Field("into", "fault.merge_not_yours")
	} else if err != nil {
		return m, err
	}
	opening, err := findPostID(ctx, f.db, m.From.Opening)
	if err != nil {
		return m, err
	}
	if opening.Descendants >= MaxTidied {
		return m, fault.New(fault.TooLarge, "fault.tidy_large", "N", MaxTidied)
	}
	m.Posts = m.From.Replies
	if !opening.Removed() {
		m.Posts++
	}
	return m, nil
}

// BoardHolds is what stands on a board, for an operator who is about to do
// something to all of it.
type BoardHolds struct {
	Threads int // that stand in its lists
	Public  int // of these, those that anybody reads
	Pinned  int
}

// BoardHolds counts what stands on the board called slug, for an operator. It reads
// each of the board's threads, as no reader's page does.
func (f *Forum) BoardHolds(ctx context.Context, by account.Account, slug string) (BoardHolds, error) {
	if !by.Operates() {
		return BoardHolds{}, notHere()
	}
	b, err := findStandingBoard(ctx, f.db, slug)
	if err != nil {
		return BoardHolds{}, err
	}
	return boardHolds(ctx, f.db, b.ID)
}

func boardHolds(ctx context.Context, r db.Reader, b BoardID) (BoardHolds, error) {
	return db.One(ctx, r, func(r db.Row) (h BoardHolds, err error) {
		err = r.Scan(&h.Threads, &h.Public, &h.Pinned)
		return h, err
	}, `
		SELECT count(*),
			coalesce(sum(CASE WHEN t.audience = 'public' THEN 1 ELSE 0 END), 0),
			coalesce(sum(CASE WHEN t.pinned_at IS NOT NULL THEN 1 ELSE 0 END), 0)
		FROM thread t WHERE t.board = $1 AND `+listed, b)
}
