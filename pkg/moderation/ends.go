package moderation

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/notice"
)

// Ends is told when what was decided about somebody ends by itself: a pause, or that
// their posts wait first.
type Ends struct{ Decision DecisionID }

// Ended tells whoever was bound by a decision that it is over. It does no more when it is
// told again, and nothing when the decision was taken back before.
func (d *Desk) Ended(ctx context.Context, e Ends) error {
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		x, err := findDecision(ctx, tx, e.Decision)
		if fault.Is(err, fault.NotFound) || err == nil && x.State != Stands {
			return nil
		}
		if err != nil {
			return err
		}
		return notice.PutIn(ctx, tx, notice.Notice{
			Name: x.About, Kind: notice.Ended, About: "decision " + x.PID, At: d.now(),
			Data: notice.Data{Verdict: string(x.Verdict), Decision: x.PID, Until: x.Ends},
		})
	})
}

// NameLeft erases what a name that is gone said to moderators: beside its flags, and to
// ask somebody else to look. That it flagged, and what came of it, stays.
func (d *Desk) NameLeft(ctx context.Context, e account.Left) error {
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		if _, err := tx.Exec(ctx, `UPDATE flag SET words = '' WHERE raised_by = $1 AND words <> ''`, e.Name); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE appeal SET words = '' WHERE written_by = $1`, e.Name)
		return err
	})
}

// rehome has the open cases of a thread, and its posts that nobody has read, belong to
// where they stand now: a moderator of that board is to see them.
func (d *Desk) rehome(ctx context.Context, tx *db.Tx, t forum.ThreadID) error {
	if t == 0 {
		return nil
	}
	cases, err := db.All(ctx, tx, scanCase, `SELECT `+caseColumns+fromCase+`WHERE c.thread = $1 AND c.state = 'open'`, t)
	if err != nil {
		return err
	}
	for _, c := range cases {
		a, err := aimAt(ctx, tx, c.On, c.target)
		if fault.Is(err, fault.NotFound) {
			continue
		}
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE flag_case SET board = $1, thread = $2 WHERE id = $3`, a.board, a.thread, c.ID); err != nil {
			return err
		}
		d.watching.changed(tx, a.board)
	}
	return nil
}
