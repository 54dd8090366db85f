package account

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// Trusted is a member and what they are trusted with, as the pages of operators
// show it: not who they are, and not when they were here.
type Trusted struct {
	Name         Name
	Role         Role
	Boards       []int64 // those a moderator looks after; none means all
	SecondFactor bool    // has a passkey or an authenticator app
}

// Waits reports whether t can act on their role only once they have added a second
// factor.
func (t Trusted) Waits() bool { return t.Role.trusted() && !t.SecondFactor }

// rank is the order in which [Accounts.Trusted] returns people.
var rank = []Role{Operator, Moderator, Welcomer, Member}

// Trusted returns everybody who has a role, operators first, for an operator. There
// is no list of all members.
func (a *Accounts) Trusted(ctx context.Context, by Account) ([]Trusted, error) {
	if !by.Operates() {
		return nil, noSuchPage()
	}
	all, err := db.All(ctx, a.db, scanTrusted, `
		SELECT `+accountColumns+` FROM account o JOIN name n ON n.account = o.id
		WHERE o.role IN ('operator', 'moderator', 'welcomer')`)
	slices.SortFunc(all, func(x, y Trusted) int {
		if x.Role != y.Role {
			return slices.Index(rank, x.Role) - slices.Index(rank, y.Role)
		}
		return strings.Compare(x.Name.Shown, y.Name.Shown)
	})
	return all, err
}

// TrustedWith returns the member whose own name has a public id and what they are
// trusted with, for an operator. A name for one thread leads nowhere: it is as if
// there were none.
func (a *Accounts) TrustedWith(ctx context.Context, by Account, pid string) (Trusted, error) {
	if !by.Operates() {
		return Trusted{}, noSuchPage()
	}
	t, err := db.One(ctx, a.db, scanTrusted, `
		SELECT `+accountColumns+` FROM name n JOIN account o ON o.id = n.account WHERE n.pid = $1`, pid)
	if errors.Is(err, db.ErrNone) {
		return Trusted{}, noSuchPage()
	}
	return t, err
}

// CalledExactly returns the public id of the own name that shown is, however it is
// typed, for an operator: "" when there is none.
func (a *Accounts) CalledExactly(ctx context.Context, by Account, shown string) (pid string, err error) {
	if !by.Operates() {
		return "", noSuchPage()
	}
	pid, err = db.One(ctx, a.db, db.Value[string], `
		SELECT n.pid FROM name n JOIN account o ON o.id = n.account WHERE n.known_as = $1`, a.knownAs(shown))
	if errors.Is(err, db.ErrNone) {
		return "", nil
	}
	return pid, err
}

func noSuchPage() error { return fault.New(fault.NotFound, "fault.not_here") }

func scanTrusted(r db.Row) (Trusted, error) {
	a, err := scanAccount(r)
	return Trusted{Name: a.Name, Role: a.Role, Boards: a.Boards, SecondFactor: a.SecondFactor}, err
}
