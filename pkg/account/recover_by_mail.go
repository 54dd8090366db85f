package account

import (
	"context"
	"errors"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// AskForLetter sends whoever confirmed this address, for getting back in, a link
// that lets them. The same is done, and a letter to nobody is sealed, when there is
// no such address: neither the answer nor the time of it tells.
func (a *Accounts) AskForLetter(ctx context.Context, address string) error {
	if !a.SendsMail() {
		return fault.New(fault.NotFound, "fault.not_here")
	}
	address, err := cleanAddress(address)
	if err != nil {
		return err
	}
	if _, err := a.slow.one(mailPace, "return", indexed(address)); err != nil {
		return err
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		found, err := findByEmail(ctx, tx, a.emailIndex(address))
		if err != nil {
			return err
		}
		if len(found) == 0 {
			found, address = []mailed{{}}, ""
		}
		for _, m := range found { // a couple may share an address
			token, err := a.newPass(ctx, tx, recoveryPass, m.account, recoveryFor, nil)
			if err != nil {
				return err
			}
			if err := a.events.Tell(ctx, tx, Letter{To: address, Language: m.language, Kind: ReturnLetter, Token: token}); err != nil {
				return err
			}
		}
		return nil
	})
}

// LetterLink is what a link of a letter opens.
type LetterLink struct {
	Shown string // the name they go by
	Code  bool   // a code of their authenticator app is needed too
}

// OpenLetterLink returns what the link of a letter opens, and does not use it up.
func (a *Accounts) OpenLetterLink(ctx context.Context, token string) (LetterLink, error) {
	who, d, err := a.letterLink(ctx, token)
	return LetterLink{Shown: who.Name.Shown, Code: d.totp}, err
}

func (a *Accounts) letterLink(ctx context.Context, token string) (who Account, d door, err error) {
	p, err := findPass(ctx, a.db, recoveryPass, token)
	if errors.Is(err, db.ErrNone) || err == nil && (p.account == 0 || !a.now().Before(time.Time(p.ends))) {
		return who, d, fault.New(fault.Gone, "fault.link_used")
	}
	if err != nil {
		return who, d, err
	}
	if d, err = findDoorByID(ctx, a.db, p.account); err != nil {
		return who, d, err
	}
	if d.role.trusted() && !d.totp {
		return who, d, fault.New(fault.Forbidden, "fault.letter_passkey") // a letter never replaces the second factor
	}
	who, err = findAccount(ctx, a.db, p.account)
	return who, d, err
}

// RecoverByLetter uses the link of a letter up: its reader makes a new passphrase
// and is signed in, when a code shows the second factor of an account that has one.
func (a *Accounts) RecoverByLetter(ctx context.Context, token, passphrase, code string, kind SessionKind) (o Opened, err error) {
	who, d, err := a.letterLink(ctx, token)
	if err != nil {
		return Opened{}, err
	}
	if err := checkPassphrase(passphrase, who.Name.Shown); err != nil {
		return Opened{}, err
	}
	if d.totp {
		if err := a.takeCode(ctx, d.id, code); err != nil {
			return Opened{}, err
		}
	}
	phc, err := a.hasher.hash(ctx, known, passphrase)
	if err != nil {
		return Opened{}, err
	}
	err = a.db.Tx(ctx, func(tx *db.Tx) error {
		if _, err := a.takePass(ctx, tx, recoveryPass, token); err != nil {
			return err
		}
		if err := setPassphrase(ctx, tx, d.id, phc); err != nil {
			return err
		}
		if err := endAll(ctx, tx, d.id); err != nil {
			return err
		}
		o, err = a.open(ctx, tx, d.id, kind, "")
		return err
	})
	if err != nil {
		return Opened{}, err
	}
	a.sessions.prove(o.Account.Session.PID, a.now())
	return o, nil
}
