package forum

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// TakenBack is told when an author has taken a post back.
type TakenBack struct {
	Thread ThreadID
	Post   PostID
}

// PutBack is told when an author has put back a post they had taken back.
type PutBack struct {
	Thread ThreadID
	Post   PostID
}

// TakeBack takes the post called pid back, for its author. A placeholder keeps the
// thread's shape, and the words are kept for [PutBackWithin]. A thread whose opening
// is taken back stands, without its title.
func (f *Forum) TakeBack(ctx context.Context, by account.Account, pid string) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		t, p, owns, err := f.findOwn(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if owns && p.RemovedBy == ByAuthor {
			return nil // pressed twice
		}
		if err := CanTakeBack(by, owns, p); err != nil {
			return err
		}
		if err := f.takeDown(ctx, tx, t, p, ByAuthor, "", f.now()); err != nil {
			return err
		}
		return f.events.Tell(ctx, tx, TakenBack{Thread: t.ID, Post: p.ID})
	})
}

// PutBack puts the post called pid back, for the author who took it back.
func (f *Forum) PutBack(ctx context.Context, by account.Account, pid string) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		t, p, owns, err := f.findOwn(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if err := CanPutBack(by, owns, p, f.now()); err != nil || !p.Removed() {
			return err
		}
		if err := f.putUp(ctx, tx, t, p); err != nil {
			return err
		}
		return f.events.Tell(ctx, tx, PutBack{Thread: t.ID, Post: p.ID})
	})
}

// takeDown leaves a placeholder where p, which stands, was, and counts it out.
func (f *Forum) takeDown(ctx context.Context, tx *db.Tx, t Thread, p Post, by RemovedBy, why string, at time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE post SET removed_at = $1, removed_by = $2, removed_for = $3, version = version + 1 WHERE id = $4`,
		db.Time(at), by, why, p.ID)
	if err != nil {
		return err
	}
	return f.stands(ctx, tx, t, p, at, -1)
}

// putUp puts p, which was removed, back where it was, and counts it in.
func (f *Forum) putUp(ctx context.Context, tx *db.Tx, t Thread, p Post) error {
	_, err := tx.Exec(ctx, `UPDATE post SET removed_at = NULL, removed_by = '', removed_for = '', version = version + 1 WHERE id = $1`, p.ID)
	if err != nil {
		return err
	}
	return f.stands(ctx, tx, t, p, time.Time{}, 1)
}

// stands makes t and the name of p agree with p having gone (by -1, at a time) or
// come back (by 1).
func (f *Forum) stands(ctx context.Context, tx *db.Tx, t Thread, p Post, at time.Time, by int) error {
	var err error
	if p.Opening() {
		err = setEmptied(ctx, tx, t.ID, at)
	} else {
		err = countStanding(ctx, tx, t, p, by)
	}
	if err != nil {
		return err
	}
	switch {
	case by > 0:
		err = raiseLast(ctx, tx, t.ID, p.WrittenAt)
	case !p.WrittenAt.Before(t.LastAt):
		err = setLast(ctx, tx, t.ID)
	}
	if err != nil {
		return err
	}
	if err := account.CountPost(ctx, tx, p.By.ID, int64(by)); err != nil {
		return err
	}
	_, err = f.touch(ctx, tx, t.ID)
	return err
}

func setEmptied(ctx context.Context, tx *db.Tx, t ThreadID, at time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE thread SET emptied_at = $1 WHERE id = $2`, db.Time(at), t)
	return err
}
