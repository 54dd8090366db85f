package account

import (
	"context"
	"errors"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// Log writes down who did what to whom, in the transaction of the act itself: an
// act, as "role.moderator", and a subject, as "name" and a public id.
type Log func(ctx context.Context, tx *db.Tx, by Account, act, subject string) error

// WithLog sets where acts of operators are written down.
func WithLog(log Log) Option { return func(a *Accounts) { a.log = log } }

// RoleChanged says that a name's account has a role that it had not.
type RoleChanged struct {
	Name NameID
	Was  Role
	Is   Role
}

// SetRole gives the member with an own name of this public id a role, and a
// moderator their boards: none means all. Their sessions end at once, so that no
// page goes on with what it was allowed a moment ago.
func (a *Accounts) SetRole(ctx context.Context, by Account, pid string, role Role, boards ...int64) error {
	if !by.Operates() {
		return fault.New(fault.Forbidden, "fault.operators_only")
	}
	switch role {
	case Member, Welcomer, Moderator, Operator:
	default:
		return fault.Field("role", "fault.role_unknown")
	}
	if role != Moderator {
		boards = nil
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		of, name, err := findByName(ctx, tx, pid)
		if errors.Is(err, db.ErrNone) {
			return fault.New(fault.NotFound, "fault.not_here")
		}
		if err != nil {
			return err
		}
		if name.Role == Operator && role != Operator {
			if n, err := countRole(ctx, tx, Operator); err != nil || n < 2 {
				return errors.Join(err, fault.New(fault.Conflict, "fault.last_operator"))
			}
		}
		if err := a.changeRole(ctx, tx, of, name, role, boards); err != nil {
			return err
		}
		return a.record(ctx, tx, by, "role."+string(role), name)
	})
}

// record writes an act down, where there is a log.
func (a *Accounts) record(ctx context.Context, tx *db.Tx, by Account, act string, of Name) error {
	if a.log == nil {
		return nil
	}
	return a.log(ctx, tx, by, act, "name "+of.PID)
}

func (a *Accounts) changeRole(ctx context.Context, tx *db.Tx, of ID, name Name, role Role, boards []int64) error {
	if err := setRole(ctx, tx, of, role); err != nil {
		return err
	}
	if err := replaceBoards(ctx, tx, of, boards); err != nil {
		return err
	}
	if err := raiseName(ctx, tx, name.ID); err != nil {
		return err
	}
	if err := endAll(ctx, tx, of); err != nil {
		return err
	}
	return a.events.Tell(ctx, tx, RoleChanged{Name: name.ID, Was: name.Role, Is: role})
}

// HasOperator reports whether anybody runs this site yet.
func (a *Accounts) HasOperator(ctx context.Context) (bool, error) {
	n, err := countRole(ctx, a.db, Operator)
	return n > 0, err
}

// NewOperatorLink returns the token of a link that makes whoever takes it first an
// operator. It works once, for a day.
func (a *Accounts) NewOperatorLink(ctx context.Context) (token string, err error) {
	err = a.db.Tx(ctx, func(tx *db.Tx) error {
		token, err = a.newPass(ctx, tx, operatorPass, 0, operatorFor, nil)
		return err
	})
	return token, err
}

// OperatorLinkStands reports whether an operator's link still works.
func (a *Accounts) OperatorLinkStands(ctx context.Context, token string) (bool, error) {
	p, err := findPass(ctx, a.db, operatorPass, token)
	if errors.Is(err, db.ErrNone) {
		return false, nil
	}
	return err == nil && a.now().Before(time.Time(p.ends)), err
}

// TakeOperatorLink makes by an operator, in a new session in place of all others.
// Somebody without an account takes the link by joining with it.
func (a *Accounts) TakeOperatorLink(ctx context.Context, by Account, token string) (o Opened, err error) {
	if err := a.mustHaveProved(by); err != nil {
		return Opened{}, err
	}
	err = a.db.Tx(ctx, func(tx *db.Tx) error {
		if _, err := a.takePass(ctx, tx, operatorPass, token); err != nil {
			return err
		}
		if err := a.changeRole(ctx, tx, by.ID, by.Name, Operator, nil); err != nil {
			return err
		}
		if o, err = a.open(ctx, tx, by.ID, by.Session.Kind, ""); err != nil {
			return err
		}
		return a.record(ctx, tx, by, "role.operator", by.Name)
	})
	if err != nil {
		return Opened{}, err
	}
	a.sessions.prove(o.Account.Session.PID, a.now())
	return o, nil
}

func scanOwnName(r db.Row) (n ownName, err error) {
	err = r.Scan(append([]any{&n.account}, n.name.into()...)...)
	return n, err
}

type ownName struct {
	account ID
	name    Name
}

func findByName(ctx context.Context, r db.Reader, pid string) (ID, Name, error) {
	n, err := db.One(ctx, r, scanOwnName, `
		SELECT o.id, `+nameColumns+` FROM name n JOIN account o ON o.id = n.account WHERE n.pid = $1`, pid)
	return n.account, n.name, err
}

func countRole(ctx context.Context, r db.Reader, role Role) (int64, error) {
	return db.One(ctx, r, db.Value[int64], `SELECT COUNT(*) FROM account WHERE role = $1`, role)
}

func setRole(ctx context.Context, tx *db.Tx, of ID, role Role) error {
	_, err := tx.Exec(ctx, `UPDATE account SET role = $1 WHERE id = $2`, role, of)
	return err
}

func replaceBoards(ctx context.Context, tx *db.Tx, of ID, boards []int64) error {
	if _, err := tx.Exec(ctx, `DELETE FROM account_board WHERE account = $1`, of); err != nil {
		return err
	}
	for _, b := range boards {
		if _, err := tx.Exec(ctx, `INSERT INTO account_board (account, board) VALUES ($1, $2) ON CONFLICT (account, board) DO NOTHING`, of, b); err != nil {
			return err
		}
	}
	return nil
}

func raiseName(ctx context.Context, tx *db.Tx, id NameID) error {
	_, err := tx.Exec(ctx, `UPDATE name SET version = version + 1 WHERE id = $1`, id)
	return err
}
