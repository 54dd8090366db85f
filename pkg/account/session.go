package account

import (
	"context"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// A SessionKind says how long a sign-in lasts.
type SessionKind string

// The kinds of session.
const (
	OwnDevice    SessionKind = "own"
	SharedDevice SessionKind = "shared"
)

// How long sessions live. Days are counted whole, as they are stored.
const (
	ownIdle      = 90  // days without a visit after which one's own device is signed out
	ownLongest   = 180 // days after which it is, visits or not
	duty         = 7   // days after which a moderator's or operator's own device is
	sharedIdle   = 30 * time.Minute
	mostAtOnce   = 20 // sessions of a member; one more ends the oldest
	longestLabel = 60 // letters of what somebody calls a session or a passkey
)

// Session is one signed-in browser. Nothing is known of the browser itself.
type Session struct {
	PID   string
	Label string // what its owner calls it, or "": say "signed in on" the day it was made
	Kind  SessionKind
	Made  Day
	Used  Day
}

// open begins a session of account, and makes the browser known unless it already
// is, or is shared with others.
func (a *Accounts) open(ctx context.Context, tx *db.Tx, id ID, kind SessionKind, browser string) (o Opened, err error) {
	if kind != SharedDevice {
		kind = OwnDevice
	}
	today := a.today()
	o.Token = seal.Token()
	s := Session{PID: seal.PublicID(), Kind: kind, Made: today, Used: today}
	if err := insertSession(ctx, tx, id, o.Token, s); err != nil {
		return o, err
	}
	if err := endSurplus(ctx, tx, id, s.PID); err != nil {
		return o, err
	}
	if kind == OwnDevice {
		if o.Browser, err = a.rememberBrowser(ctx, tx, id, browser); err != nil {
			return o, err
		}
	}
	if o.Account, err = findAccount(ctx, tx, id); err != nil {
		return o, err
	}
	o.Account.Session = s
	o.Account, err = a.stand(o.Account)
	return o, err
}

// endSurplus ends the sessions used longest ago, above mostAtOnce with the new one.
func endSurplus(ctx context.Context, tx *db.Tx, id ID, newest string) error {
	all, err := findSessions(ctx, tx, id)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(s Session) bool { return s.PID == newest })
	for _, s := range all[min(len(all), mostAtOnce-1):] {
		if _, err := deleteSession(ctx, tx, id, s.PID); err != nil {
			return err
		}
	}
	return nil
}

// Sessions returns by's sessions, the latest first.
func (a *Accounts) Sessions(ctx context.Context, by Account) ([]Session, error) {
	all, err := findSessions(ctx, a.db, by.ID)
	all = slices.DeleteFunc(all, func(s Session) bool { return a.over(by.Role, s) })
	return all, err
}

// NameSession gives one of by's sessions a label of their own.
func (a *Accounts) NameSession(ctx context.Context, by Account, pid, label string) error {
	label, err := cleanLabel(label)
	if err != nil {
		return err
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		return here(setSessionLabel(ctx, tx, by.ID, pid, label))
	})
}

// EndSession signs one of by's browsers out.
func (a *Accounts) EndSession(ctx context.Context, by Account, pid string) error {
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		return here(deleteSession(ctx, tx, by.ID, pid))
	})
}

// EndSessions signs all of by's browsers out, the one that asks too.
func (a *Accounts) EndSessions(ctx context.Context, by Account) error {
	return a.db.Tx(ctx, func(tx *db.Tx) error { return endAll(ctx, tx, by.ID) })
}

// SignOut ends the session with this token, if there is one.
func (a *Accounts) SignOut(ctx context.Context, token string) error {
	return a.db.Tx(ctx, func(tx *db.Tx) error { return deleteSessionByToken(ctx, tx, token) })
}

// endAll ends every session of an account, and forgets its browsers: whoever held
// one must show again who they are.
func endAll(ctx context.Context, tx *db.Tx, id ID) error {
	if err := deleteSessions(ctx, tx, id); err != nil {
		return err
	}
	return deleteBrowsers(ctx, tx, id)
}

// here turns a change of no row into the fault for what is not there.
func here(n int64, err error) error {
	if err == nil && n == 0 {
		return fault.New(fault.NotFound, "fault.not_here")
	}
	return err
}
