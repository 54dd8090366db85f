package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// Of a name, what stands beside words. A name for one thread has no account to
// join, so it never shows a role.
const nameColumns = `n.id, n.pid, n.shown, coalesce(n.thread, 0), n.state, coalesce(o.role, ''), n.version`

func intoName(n *account.Name) []any {
	return []any{&n.ID, &n.PID, &n.Shown, &n.Thread, &n.State, &n.Role, &n.Version}
}

const (
	threadColumns = `t.id, t.pid, t.board, t.title, t.opened_at, t.opening, t.audience, t.wish,
	t.last_at, t.last_seq, t.replies, t.others, t.emptied_at, t.pinned_at, t.locked_at, t.removed_at, t.removed_for,
	t.moved_at, coalesce(t.moved_from, 0), t.moved_words, coalesce(t.merged_into, 0), coalesce(t.ask_on, 0), t.version, ` + nameColumns
	wholeThreadColumns = threadColumns + `, t.short_html, t.ending_html`
	fromThread         = ` FROM thread t JOIN name n ON n.id = t.opened_by LEFT JOIN account o ON o.id = n.account `

	// listed is the condition of the indexes that lists are read from.
	listed = `t.removed_at IS NULL AND t.merged_into IS NULL AND (t.emptied_at IS NULL OR t.replies > 0)`
	// waiting is the condition of the indexes of what nobody has answered.
	waiting = `t.others = 0 AND t.removed_at IS NULL AND t.merged_into IS NULL AND t.emptied_at IS NULL AND t.locked_at IS NULL AND t.wish <> 'telling'`
)

func (t *Thread) into() []any {
	return append([]any{&t.ID, &t.PID, &t.Board, &t.Title, (*db.Time)(&t.OpenedAt), &t.Opening, &t.Audience, &t.Wish,
		(*db.Time)(&t.LastAt), &t.LastSeq, &t.Replies, &t.Others, (*db.Time)(&t.EmptiedAt), (*db.Time)(&t.PinnedAt),
		(*db.Time)(&t.LockedAt), (*db.Time)(&t.RemovedAt), &t.RemovedFor, (*db.Time)(&t.MovedAt), &t.MovedFrom, &t.MovedWords,
		&t.MergedInto, &t.AskOn, &t.Version}, intoName(&t.OpenedBy)...)
}

func scanThread(r db.Row) (t Thread, err error) {
	err = r.Scan(t.into()...)
	return t.veiled(), err
}

func scanWholeThread(r db.Row) (t Thread, err error) {
	err = r.Scan(append(t.into(), &t.Short, &t.Ending)...)
	return t.veiled(), err
}

// findThreadID returns a thread that the caller knows to exist, seen or not.
func findThreadID(ctx context.Context, r db.Reader, id ThreadID) (Thread, error) {
	t, err := db.One(ctx, r, scanWholeThread, `SELECT `+wholeThreadColumns+fromThread+`WHERE t.id = $1`, id)
	return t, orNotHere(err)
}

// insertThread keeps t, whose id is [newThreadID]'s, and whether its name had kept
// nothing here before.
func insertThread(ctx context.Context, tx *db.Tx, t Thread) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO thread (id, pid, board, title, opened_by, opened_at, audience, wish, last_at, ask_on, first_time)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $6, NULLIF(CAST($9 AS BIGINT), 0),
			(SELECT CASE WHEN n.posts = 0 THEN 1 ELSE 0 END FROM name n WHERE n.id = $5))`,
		t.ID, t.PID, t.Board, t.Title, t.OpenedBy.ID, db.Time(t.OpenedAt), t.Audience, t.Wish, t.AskOn)
	return err
}

// newThreadID returns the id of a thread to be. It is known before the thread is
// there, because a name made for it must exist before it can open it.
func newThreadID() ThreadID { return ThreadID(seal.RowID()) }

// touch gives a thread a new version, so that every page made of it is made again.
// Every verb that changes what a thread shows ends with it.
func (f *Forum) touch(ctx context.Context, tx *db.Tx, id ThreadID) (Card, error) {
	c, err := db.One(ctx, tx, scanCard, `UPDATE thread SET version = version + 1 WHERE id = $1 `+returningCard, id)
	if err == nil {
		f.current.raise(tx, c)
	}
	return c, err
}

const returningCard = `RETURNING id, pid, board, audience, removed_at, coalesce(merged_into, 0), version`

func (t *Thread) intoCard() []any {
	return []any{&t.ID, &t.PID, &t.Board, &t.Audience, (*db.Time)(&t.RemovedAt), &t.MergedInto, &t.Version}
}

func scanCard(r db.Row) (Card, error) {
	var t Thread
	err := r.Scan(t.intoCard()...)
	return cardOf(t), err
}
