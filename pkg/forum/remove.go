package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// Remove takes the post called pid down, for a reason that its placeholder says.
// Its words are kept for its author and for moderators.
func (f *Forum) Remove(ctx context.Context, by account.Account, pid string, reason Reason) error {
	if err := checkReason(reason, RemoveReasons); err != nil {
		return err
	}
	return f.moderatePost(ctx, by, pid, "post.removed", reason, func(tx *db.Tx, t Thread, p Post) error {
		return f.remove(ctx, tx, t, p, reason)
	})
}

// RemoveIn is [Forum.Remove] for the desk.
func (f *Forum) RemoveIn(ctx context.Context, tx *db.Tx, id PostID, why Reason) error {
	return f.onPost(ctx, tx, id, func(t Thread, p Post) error { return f.remove(ctx, tx, t, p, why) })
}

func (f *Forum) remove(ctx context.Context, tx *db.Tx, t Thread, p Post, why Reason) error {
	if p.Removed() {
		return fault.New(fault.Conflict, "fault.removed_already")
	}
	return f.takeDown(ctx, tx, t, p, ByModerator, string(why), f.now())
}

// Restore puts the post called pid back, which a moderator took down. What its own
// author took back is theirs to put back.
func (f *Forum) Restore(ctx context.Context, by account.Account, pid string) error {
	return f.moderatePost(ctx, by, pid, "post.restored", "", func(tx *db.Tx, t Thread, p Post) error {
		return f.restore(ctx, tx, t, p)
	})
}

// RestoreIn is [Forum.Restore] for the desk.
func (f *Forum) RestoreIn(ctx context.Context, tx *db.Tx, id PostID) error {
	return f.onPost(ctx, tx, id, func(t Thread, p Post) error { return f.restore(ctx, tx, t, p) })
}

func (f *Forum) restore(ctx context.Context, tx *db.Tx, t Thread, p Post) error {
	if p.RemovedBy != ByModerator || !p.WipedAt.IsZero() {
		return fault.New(fault.Conflict, "fault.not_restored")
	}
	return f.putUp(ctx, tx, t, p)
}

// moderatePost is [Forum.moderate] for one post.
func (f *Forum) moderatePost(ctx context.Context, by account.Account, pid, act string, reason Reason, do func(tx *db.Tx, t Thread, p Post) error) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		t, p, err := findPost(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if err := CanModerate(by, t); err != nil {
			return err
		}
		if err := do(tx, t, p); err != nil {
			return err
		}
		if err := f.record(ctx, tx, by, t.Board, act, audit.Subject("post", p.PID), reason); err != nil {
			return err
		}
		return f.events.Tell(ctx, tx, Tidied{Act: act, Thread: t.ID, Post: p.ID, Reason: reason})
	})
}

// RemovedWords returns the post called pid, which was removed, with its words: to
// whoever wrote it, even where its whole thread was taken down, and to moderators
// of its board. To anybody else there is no such page.
func (f *Forum) RemovedWords(ctx context.Context, by account.Account, pid string) (Post, error) {
	t, p, owns, err := f.findOwn(ctx, f.db, by, pid)
	switch {
	case fault.Is(err, fault.NotFound), fault.Is(err, fault.Gone):
		return f.ownPost(ctx, by, pid)
	case err != nil:
		return Post{}, err
	case owns, by.Moderates(int64(t.Board)):
		return p, nil
	}
	return Post{}, notHere()
}

// ownPost returns a post of by's own, wherever it stands. It asks the same of the
// database whether there is none or it is another's.
func (f *Forum) ownPost(ctx context.Context, by account.Account, pid string) (Post, error) {
	if by.Guest() {
		return Post{}, notHere()
	}
	names, err := f.accounts.NamesOf(ctx, f.db, by.ID)
	if err != nil {
		return Post{}, err
	}
	p, err := db.One(ctx, f.db, scanWholePost, `SELECT `+wholePostColumns+fromPost+`WHERE p.pid = $1`, pid)
	for _, name := range names {
		if err == nil && name.ID == p.By.ID {
			return p, nil
		}
	}
	if err != nil {
		return Post{}, orNotHere(err)
	}
	return Post{}, notHere()
}
