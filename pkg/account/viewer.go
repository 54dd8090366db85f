package account

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/db"
)

// Viewer returns who asks with a session's token: a guest when there is no such
// session, or it is over. It reads one row and writes nothing; that somebody came
// today is remembered, and counted later by [Accounts.Count].
func (a *Accounts) Viewer(ctx context.Context, token string) (Account, error) {
	if token == "" {
		return Account{}, nil
	}
	v, err := findViewer(ctx, a.db, token)
	if errors.Is(err, db.ErrNone) {
		return Account{}, nil
	}
	if err != nil {
		return Account{}, err
	}
	if a.over(v.Role, v.Session) {
		return Account{}, nil
	}
	if v.Session.Kind == SharedDevice && !a.sessions.stillThere(v.Session.PID, a.now()) {
		return Account{}, nil
	}
	a.visits.came(v.ID, v.Session.PID, a.today())
	v.Waits = a.closed() && !v.Role.trusted()
	return a.stand(v)
}

// over reports whether a session has lived long enough, as far as days can tell.
func (a *Accounts) over(role Role, s Session) bool {
	age, idle := a.today()-s.Made, a.today()-s.Used
	switch {
	case s.Kind == SharedDevice:
		return age > 1 // its half hour ends it sooner; this is for those who sit through midnight
	case role == Moderator || role == Operator:
		return age >= duty
	}
	return age >= ownLongest || idle >= ownIdle
}
