package forum

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/screen"
)

// ReleaseIn posts what waits now, under the name its author chose, and tells that it
// was posted, for the desk. What it answers may be gone meanwhile; then the answer
// is fault.Gone.
func (f *Forum) ReleaseIn(ctx context.Context, tx *db.Tx, id HeldID) (Post, error) {
	h, err := FindHeld(ctx, tx, id)
	if err != nil {
		return Post{}, err
	}
	if h.State != Waiting {
		return Post{}, fault.New(fault.Conflict, "fault.held_over")
	}
	return f.release(ctx, tx, h, looked{})
}

func (f *Forum) release(ctx context.Context, tx *db.Tx, h Held, seen looked) (Post, error) {
	if h.By.State != account.Here {
		return Post{}, fault.New(fault.Gone, "fault.post_gone")
	}
	put := f.releaseThread
	switch {
	case h.Post != 0: // it was posted before, and that was undone
		put = f.putAgain
	case h.Kind == DraftReply:
		put = f.releaseReply
	}
	post, err := put(ctx, tx, h, seen)
	if err != nil {
		return Post{}, err
	}
	if err := setHeld(ctx, tx, h, Posted, post, time.Time{}); err != nil {
		return Post{}, err
	}
	return findPostID(ctx, tx, post)
}

func (f *Forum) releaseThread(ctx context.Context, tx *db.Tx, h Held, seen looked) (PostID, error) {
	b, err := findBoardID(ctx, tx, h.Board)
	if err == nil && b.MergedInto != 0 {
		b, err = findBoardID(ctx, tx, b.MergedInto)
	}
	if err != nil {
		return 0, err
	}
	if b.Archived() {
		return 0, fault.New(fault.Conflict, "fault.board_archived")
	}
	return f.putThread(ctx, tx, b, h.Thread, h.By, h.thread, nil, seen)
}

func (f *Forum) releaseReply(ctx context.Context, tx *db.Tx, h Held, seen looked) (id PostID, err error) {
	err = f.onPost(ctx, tx, h.Parent, func(t Thread, up Post) error {
		if up.Removed() || t.Removed() {
			return fault.New(fault.Gone, "fault.answered_gone")
		}
		source, err := referIn(ctx, tx, t.ID, h.Source)
		if err != nil {
			return err
		}
		if source != seen.source && len(seen.Cover) > 0 { // somebody was renamed this very moment: what is covered stands elsewhere
			seen.Cover = []screen.Cover{{From: 0, To: len(source), Why: screen.CoverMeans}}
		}
		id, err = f.putReply(ctx, tx, t, up, h.By, source, h.reply, nil, seen)
		return err
	})
	return id, err
}

func (f *Forum) putAgain(ctx context.Context, tx *db.Tx, h Held, _ looked) (PostID, error) {
	return h.Post, f.onPost(ctx, tx, h.Post, func(t Thread, p Post) error {
		if !p.Removed() {
			return nil
		}
		return f.restore(ctx, tx, t, p)
	})
}

// UndoReleaseIn has what was posted wait again, for the desk. Where it stood, a
// placeholder keeps the thread's shape.
func (f *Forum) UndoReleaseIn(ctx context.Context, tx *db.Tx, id HeldID) error {
	h, err := FindHeld(ctx, tx, id)
	if err != nil {
		return err
	}
	if h.State != Posted {
		return fault.New(fault.Conflict, "fault.held_over")
	}
	err = f.onPost(ctx, tx, h.Post, func(t Thread, p Post) error {
		if p.Removed() {
			return nil // by its author
		}
		return f.takeDown(ctx, tx, t, p, ByModerator, "", f.now())
	})
	if err != nil {
		return err
	}
	return setHeld(ctx, tx, h, Waiting, h.Post, time.Time{})
}

// DeclineIn does not post what waits, for the desk. Its words are kept for its
// author for [DeclinedKept].
func (f *Forum) DeclineIn(ctx context.Context, tx *db.Tx, id HeldID) error {
	h, err := FindHeld(ctx, tx, id)
	if err != nil {
		return err
	}
	if h.State != Waiting {
		return fault.New(fault.Conflict, "fault.held_over")
	}
	return setHeld(ctx, tx, h, Declined, h.Post, f.now())
}

// UndoDeclineIn has what was declined wait again, for the desk.
func (f *Forum) UndoDeclineIn(ctx context.Context, tx *db.Tx, id HeldID) error {
	h, err := FindHeld(ctx, tx, id)
	if err != nil {
		return err
	}
	switch {
	case h.State != Declined:
		return fault.New(fault.Conflict, "fault.held_over")
	case h.Source == "" && h.Post == 0:
		return fault.New(fault.Gone, "fault.post_gone")
	}
	return setHeld(ctx, tx, h, Waiting, h.Post, time.Time{})
}

// wipeHeld wipes the words of what was declined and has had its time, some at a time.
func (f *Forum) wipeHeld(ctx context.Context) (more bool, err error) {
	err = f.db.Tx(ctx, func(tx *db.Tx) error {
		n, err := tx.Exec(ctx, `
			UPDATE held SET form = '', ended_at = NULL
			WHERE id IN (SELECT h.id FROM held h WHERE h.ended_at < $1 AND h.ended_at IS NOT NULL ORDER BY h.ended_at, h.id LIMIT $2)`,
			db.Time(f.now().Add(-DeclinedKept)), wipedAtOnce)
		more = n == wipedAtOnce
		if err != nil || n == 0 {
			return err
		}
		return f.events.Tell(ctx, tx, Erased{})
	})
	return more, err
}

// leaveHeld lets go of everything of a name's that waits or was declined.
func (f *Forum) leaveHeld(ctx context.Context, tx *db.Tx, name account.NameID) error {
	all, err := db.All(ctx, tx, scanHeld, selectHeld+`WHERE h.name = $1 AND h.form <> '' ORDER BY h.id`, name)
	if err != nil {
		return err
	}
	for _, h := range all {
		if err := f.letGo(ctx, tx, h); err != nil {
			return err
		}
	}
	return nil
}
