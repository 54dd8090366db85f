package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

// A Fold says why readers are asked before they see a post. Nothing is hidden by
// it: one press, and the words are there.
type Fold string

// The folds.
const (
	NoFold    Fold = ""
	ByFlags   Fold = "flags"  // members have asked a moderator to look at it
	ByDesk    Fold = "desk"   // a moderator folded it
	ForChange Fold = "change" // a moderator asked its author to change it: it opens when they do
)

// FoldIn folds a post, for the desk. A post in which its author speaks of not
// wanting to live is not folded by flags: nobody who asks for help is put behind a
// door.
func (f *Forum) FoldIn(ctx context.Context, tx *db.Tx, id PostID, why Fold) error {
	return f.onPost(ctx, tx, id, func(t Thread, p Post) error {
		if why == ByFlags && t.signOf(p).Case() {
			return nil
		}
		return f.fold(ctx, tx, p, why)
	})
}

// UnfoldIn opens a folded post again, for the desk.
func (f *Forum) UnfoldIn(ctx context.Context, tx *db.Tx, id PostID) error {
	return f.onPost(ctx, tx, id, func(_ Thread, p Post) error { return f.fold(ctx, tx, p, NoFold) })
}

func (f *Forum) fold(ctx context.Context, tx *db.Tx, p Post, why Fold) error {
	at := db.Time(f.now())
	if why == NoFold {
		at = db.Time{}
	}
	_, err := tx.Exec(ctx, `UPDATE post SET folded_at = $1, folded_for = $2, version = version + 1 WHERE id = $3`, at, why, p.ID)
	if err != nil {
		return err
	}
	_, err = f.touch(ctx, tx, p.Thread)
	return err
}
