package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

const nameColumns = `n.id, n.pid, n.shown, COALESCE(n.thread, 0), n.state, COALESCE(o.role, ''), n.about, n.since, n.posts, n.version`

const fromName = ` FROM name n LEFT JOIN account o ON o.id = n.account `

// into lists where a row of nameColumns goes.
func (n *Name) into() []any {
	return []any{&n.ID, &n.PID, &n.Shown, &n.Thread, &n.State, &n.Role, &n.About, &n.Since, &n.Posts, &n.Version}
}

func scanName(r db.Row) (n Name, err error) {
	err = r.Scan(n.into()...)
	return n, err
}

func findName(ctx context.Context, r db.Reader, id NameID) (Name, error) {
	return db.One(ctx, r, scanName, `SELECT `+nameColumns+fromName+`WHERE n.id = $1`, id)
}

func findNameByPID(ctx context.Context, r db.Reader, pid string) (Name, error) {
	return db.One(ctx, r, scanName, `SELECT `+nameColumns+fromName+`WHERE n.pid = $1`, pid)
}

func findNames(ctx context.Context, r db.Reader, ids []NameID) ([]Name, error) {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	return db.All(ctx, r, scanName, `SELECT `+nameColumns+fromName+`WHERE n.id IN (`+db.In(1, len(ids))+`)`, args...)
}

func addPosts(ctx context.Context, tx *db.Tx, id NameID, by int64) error {
	_, err := tx.Exec(ctx, `UPDATE name SET posts = posts + $1 WHERE id = $2`, by, id)
	return err
}
