package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

const sessionColumns = `s.pid, s.label, s.kind, s.made_day, s.used_day`

func (s *Session) into() []any { return []any{&s.PID, &s.Label, &s.Kind, &s.Made, &s.Used} }

func scanSession(r db.Row) (s Session, err error) {
	err = r.Scan(s.into()...)
	return s, err
}

func scanViewer(r db.Row) (a Account, err error) {
	into, after := a.scanInto()
	if err = r.Scan(append(into, a.Session.into()...)...); err != nil {
		return a, err
	}
	return a, after()
}

// findViewer is the one query of every signed-in request.
func findViewer(ctx context.Context, r db.Reader, token string) (Account, error) {
	return db.One(ctx, r, scanViewer, `
		SELECT `+accountColumns+`, `+sessionColumns+`
		FROM session s JOIN account o ON o.id = s.account JOIN name n ON n.account = o.id
		WHERE s.token = $1`, seal.Hash(token))
}

func findSessions(ctx context.Context, r db.Reader, of ID) ([]Session, error) {
	return db.All(ctx, r, scanSession, `
		SELECT `+sessionColumns+` FROM session s WHERE s.account = $1 ORDER BY s.used_day DESC, s.made_day DESC, s.pid`, of)
}

func insertSession(ctx context.Context, tx *db.Tx, of ID, token string, s Session) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO session (token, pid, account, label, kind, made_day, used_day) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		seal.Hash(token), s.PID, of, s.Label, s.Kind, s.Made, s.Used)
	return err
}

func setSessionLabel(ctx context.Context, tx *db.Tx, of ID, pid, label string) (int64, error) {
	return tx.Exec(ctx, `UPDATE session SET label = $1 WHERE account = $2 AND pid = $3`, label, of, pid)
}

func setSessionUsed(ctx context.Context, tx *db.Tx, pid string, day Day) error {
	_, err := tx.Exec(ctx, `UPDATE session SET used_day = $1 WHERE pid = $2 AND used_day < $1`, day, pid)
	return err
}

func deleteSession(ctx context.Context, tx *db.Tx, of ID, pid string) (int64, error) {
	return tx.Exec(ctx, `DELETE FROM session WHERE account = $1 AND pid = $2`, of, pid)
}

func deleteSessionByToken(ctx context.Context, tx *db.Tx, token string) error {
	_, err := tx.Exec(ctx, `DELETE FROM session WHERE token = $1`, seal.Hash(token))
	return err
}

func deleteSessions(ctx context.Context, tx *db.Tx, of ID) error {
	_, err := tx.Exec(ctx, `DELETE FROM session WHERE account = $1`, of)
	return err
}

// deleteOverSessions deletes those that no rule lets live: not used since idle, or
// made before longest.
func deleteOverSessions(ctx context.Context, tx *db.Tx, idle, longest Day) error {
	_, err := tx.Exec(ctx, `DELETE FROM session WHERE used_day < $1 OR made_day < $2`, idle, longest)
	return err
}
