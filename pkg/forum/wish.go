package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// SetWish says what would help whoever opened the thread called pid, for them. What
// helps changes with the day.
func (f *Forum) SetWish(ctx context.Context, by account.Account, pid string, wish Wish) error {
	if err := checkWish(wish); err != nil {
		return err
	}
	return f.say(ctx, by, pid, func(tx *db.Tx, t Thread) error {
		_, err := tx.Exec(ctx, `UPDATE thread SET wish = $1 WHERE id = $2`, wish, t.ID)
		return err
	})
}

// say changes something that only whoever opened a thread may say of it.
func (f *Forum) say(ctx context.Context, by account.Account, pid string, change func(tx *db.Tx, t Thread) error) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		t, err := findThread(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		owns, err := f.owns(ctx, tx, by, t.OpenedBy)
		if err != nil {
			return err
		}
		if err := CanSay(by, owns, t); err != nil {
			return err
		}
		if err := change(tx, t); err != nil {
			return err
		}
		_, err = f.touch(ctx, tx, t.ID)
		return err
	})
}
