package account

import (
	"context"
	"errors"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// passKind says what a one-time link does.
type passKind string

const (
	operatorPass passKind = "operator"
	recoveryPass passKind = "recovery"
	emailPass    passKind = "email"
)

// How long a one-time link works.
const (
	operatorFor  = 24 * time.Hour
	recoveryFor  = time.Hour
	emailLinkFor = 24 * time.Hour
)

// pass is a one-time link. It is the one row of an account with a time in it: it
// lives for an hour or a day, and is gone once used.
type pass struct {
	account ID
	sealed  []byte
	ends    db.Time
}

// newPass returns the token of a fresh one-time link.
func (a *Accounts) newPass(ctx context.Context, tx *db.Tx, kind passKind, of ID, lasts time.Duration, sealed func(row string) []byte) (string, error) {
	token := seal.Token()
	p := pass{account: of, ends: db.Time(a.now().Add(lasts))}
	if sealed != nil {
		p.sealed = sealed(passRow(token))
	}
	return token, insertPass(ctx, tx, kind, token, p)
}

// takePass uses a one-time link up and returns what it was for.
func (a *Accounts) takePass(ctx context.Context, tx *db.Tx, kind passKind, token string) (pass, error) {
	p, err := deletePass(ctx, tx, kind, token)
	if errors.Is(err, db.ErrNone) || err == nil && !a.now().Before(time.Time(p.ends)) {
		return pass{}, fault.New(fault.Gone, "fault.link_used")
	}
	return p, err
}

// passRow names a pass's row for what is sealed in it.
func passRow(token string) string { return passRowOf(seal.Hash(token)) }

func passRowOf(hash []byte) string { return "pass:" + string(hash) }

func scanPass(r db.Row) (p pass, err error) {
	err = r.Scan(&p.account, &p.sealed, &p.ends)
	return p, err
}

func insertPass(ctx context.Context, tx *db.Tx, kind passKind, token string, p pass) error {
	var of any
	if p.account != 0 {
		of = p.account
	}
	_, err := tx.Exec(ctx, `INSERT INTO pass (token, kind, account, sealed, ends_at) VALUES ($1, $2, $3, $4, $5)`,
		seal.Hash(token), kind, of, p.sealed, p.ends)
	return err
}

func findPass(ctx context.Context, r db.Reader, kind passKind, token string) (pass, error) {
	return db.One(ctx, r, scanPass, `SELECT COALESCE(account, 0), sealed, ends_at FROM pass WHERE token = $1 AND kind = $2`, seal.Hash(token), kind)
}

func deletePass(ctx context.Context, tx *db.Tx, kind passKind, token string) (pass, error) {
	return db.One(ctx, tx, scanPass, `DELETE FROM pass WHERE token = $1 AND kind = $2 RETURNING COALESCE(account, 0), sealed, ends_at`, seal.Hash(token), kind)
}

func deletePassesBefore(ctx context.Context, tx *db.Tx, end time.Time) error {
	_, err := tx.Exec(ctx, `DELETE FROM pass WHERE ends_at <= $1`, db.Time(end))
	return err
}
