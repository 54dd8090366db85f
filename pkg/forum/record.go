package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
)

// record writes down what by did on a board, or for the whole site when that is
// zero, in the transaction of the act itself.
func (f *Forum) record(ctx context.Context, tx *db.Tx, by account.Account, board BoardID, act, subject string, reason Reason) error {
	return audit.Record(ctx, tx, audit.Entry{At: f.now(), Actor: by.Name.ID, Act: act, Subject: subject, Reason: string(reason), Board: int64(board)})
}

// operate does what only an operator may, to boards and labels: it returns what it
// was done to. To anybody else there is no such page.
func (f *Forum) operate(ctx context.Context, by account.Account, act string, do func(tx *db.Tx) (subject string, err error)) error {
	if !by.Operates() {
		return notHere()
	}
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		subject, err := do(tx)
		if err != nil {
			return err
		}
		f.current.raiseBoards(tx)
		return f.record(ctx, tx, by, 0, act, subject, "")
	})
}

// moderate does what a moderator of its board may to the thread called pid. To
// anybody else there is no such page.
func (f *Forum) moderate(ctx context.Context, by account.Account, pid, act string, reason Reason, do func(tx *db.Tx, t Thread) error) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		t, err := findThread(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if err := CanModerate(by, t); err != nil {
			return err
		}
		if err := do(tx, t); err != nil {
			return err
		}
		if _, err := f.touch(ctx, tx, t.ID); err != nil {
			return err
		}
		if err := f.record(ctx, tx, by, t.Board, act, audit.Subject("thread", t.PID), reason); err != nil {
			return err
		}
		return f.events.Tell(ctx, tx, Tidied{Act: act, Thread: t.ID, Reason: reason})
	})
}
