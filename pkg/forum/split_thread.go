package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

// CanSplit returns nil when by may make p, with all that is under it, a thread of
// its own, or the fault to show them.
func CanSplit(by account.Account, t Thread, p Post) error {
	if err := CanModerate(by, t); err != nil {
		return err
	}
	switch {
	case p.Opening():
		return fault.New(fault.Conflict, "fault.split_opening")
	case p.Removed() || t.Removed():
		return fault.New(fault.Conflict, "fault.split_removed")
	case p.Descendants >= MaxTidied:
		return fault.New(fault.TooLarge, "fault.tidy_large", "N", MaxTidied)
	}
	return nil
}

// Split makes the reply called pid, with all that is under it, a thread of its own
// on the same board, under a title, for a moderator. Every post keeps its address;
// the thread is for whom the old one was, and whoever wrote under a name for that
// one still has it here.
func (f *Forum) Split(ctx context.Context, by account.Account, pid, title string) (Thread, error) {
	title = text.CleanTitle(title)
	if err := CheckTitle(title); err != nil {
		return Thread{}, err
	}
	var made Thread
	err := f.db.Tx(ctx, func(tx *db.Tx) error {
		t, p, err := findPost(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if err := CanSplit(by, t, p); err != nil {
			return err
		}
		made = Thread{ID: newThreadID(), PID: seal.PublicID(), Board: t.Board, Title: title, OpenedBy: p.By, OpenedAt: p.WrittenAt, Audience: t.Audience}
		if err := insertThread(ctx, tx, made); err != nil {
			return err
		}
		if err := f.splitOff(ctx, tx, t, p, made); err != nil {
			return err
		}
		if err := f.record(ctx, tx, by, t.Board, "thread.split", audit.Subject("thread", t.PID), ""); err != nil {
			return err
		}
		return f.events.Tell(ctx, tx, Tidied{Act: "thread.split", Thread: t.ID, Post: p.ID, Other: made.ID})
	})
	if err != nil {
		return Thread{}, err
	}
	return findThreadID(ctx, f.db, made.ID)
}

// splitOff moves p and all that is under it from t to made, and makes both agree
// with what they hold then.
func (f *Forum) splitOff(ctx context.Context, tx *db.Tx, t Thread, p Post, made Thread) error {
	branch, err := branchOf(ctx, tx, p)
	if err != nil {
		return err
	}
	if err := countOut(ctx, tx, p, len(branch)); err != nil {
		return err
	}
	for i, b := range newRoots(branch) {
		if err := replant(ctx, tx, made.ID, b, p.Depth, i+1); err != nil {
			return err
		}
	}
	if err := openWith(ctx, tx, made.ID, p.ID, t.ID, len(branch)); err != nil {
		return err
	}
	for _, id := range []ThreadID{t.ID, made.ID} {
		if err := recount(ctx, tx, id); err != nil {
			return err
		}
		if _, err := f.touch(ctx, tx, id); err != nil {
			return err
		}
	}
	return nil
}

// A stem is a post and where it stands.
type stem struct {
	id, parent, root PostID
}

// newRoots returns branch, in order of arrival, as it stands when its first post is
// an opening.
func newRoots(branch []stem) []stem {
	roots := map[PostID]PostID{}
	for i := range branch {
		b := &branch[i]
		switch {
		case i == 0:
			b.parent, b.root = 0, 0
		case b.parent == branch[0].id:
			b.root = b.id
		default:
			b.root = roots[b.parent] // a reply always comes after what it answers
		}
		roots[b.id] = b.root
	}
	return branch
}
