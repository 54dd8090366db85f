package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// Narrow keeps the thread called pid for members from now on, for whoever opened it:
// its title, its words and every reply. There is no way back, since what is answered
// from then on is written for members.
func (f *Forum) Narrow(ctx context.Context, by account.Account, pid string) error {
	return f.say(ctx, by, pid, func(tx *db.Tx, t Thread) error {
		if t.Audience == Members {
			return nil // sent twice
		}
		f.current.raiseList(tx, t.Board, t.Audience) // guests' lists no longer hold it
		_, err := tx.Exec(ctx, `UPDATE thread SET audience = 'members' WHERE id = $1`, t.ID)
		return err
	})
}
