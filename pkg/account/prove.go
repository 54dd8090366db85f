package account

import (
	"context"
	"strconv"

	"github.com/kindword/kindword/pkg/fault"
)

// ProveFirst is the key of the fault that asks a member to show once more who they
// are: a browser left open must not be enough to take an account over. The page
// for it calls [Accounts.Prove], or [Accounts.ProveByPasskey], and goes back.
const ProveFirst = "fault.prove_first"

// Proved reports whether by showed who they are within the last ten minutes, as
// everybody has who just signed in.
func (a *Accounts) Proved(by Account) bool {
	return by.Member() && a.sessions.hasProved(by.Session.PID, a.now())
}

func (a *Accounts) mustHaveProved(by Account) error {
	switch {
	case by.Guest():
		return fault.New(fault.SignIn, "fault.sign_in")
	case !a.Proved(by):
		return fault.New(fault.SignIn, ProveFirst)
	}
	return nil
}

// Prove takes by's passphrase as the proof that it is still them.
func (a *Accounts) Prove(ctx context.Context, by Account, passphrase string) error {
	if by.Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	try, err := a.slow.one(pairPace, "prove", strconv.FormatInt(int64(by.ID), 10))
	if err != nil {
		return err
	}
	d, err := findDoorByID(ctx, a.db, by.ID)
	if err != nil {
		return err
	}
	if len(passphrase) > PassphraseMost {
		passphrase = ""
	}
	right, _, err := a.hasher.check(ctx, known, passphrase, d.passphrase)
	if err != nil {
		return err
	}
	if !right {
		return fault.Field("passphrase", "fault.passphrase_wrong")
	}
	try.succeeded()
	a.sessions.prove(by.Session.PID, a.now())
	return nil
}
