package account

import (
	"context"
	"crypto/rand"
	"strings"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// Joining is the form of somebody who joins.
type Joining struct {
	Name          string
	Passphrase    string
	PasskeyToCome bool     // they will add a passkey in its place, as soon as they are in
	Words         []string // what NewRecoveryWords gave, as they were shown
	WordsKept     bool     // they said the words are kept
	OfAge         bool     // they said they are old enough; nothing else is asked or stored
	Agreed        int64    // the version of the agreements they accepted
	OperatorLink  string   // the token of an operator's link, if they came by one
	Invitation    string   // the token of an invitation, if they came by one
	Language      string
	Device        SessionKind
	Network       []byte // see SignIn
}

// Opened is a sign-in that succeeded.
type Opened struct {
	Account Account
	Token   string // of the session: a secret for the browser alone
	Browser string // a new secret by which this browser is known later, or "" to keep the one it has
	Half    *Half  // instead of all that: what is still to be shown
}

// Join makes an account and signs it in. Everything about the form that needs
// another look is told at once.
func (a *Accounts) Join(ctx context.Context, j Joining) (Opened, error) {
	if err := a.checkJoining(ctx, j); err != nil {
		return Opened{}, err
	}
	giveBack, err := a.mayJoin(j)
	if err != nil {
		return Opened{}, err
	}
	o, err := a.join(ctx, j)
	if err != nil {
		giveBack()
		return Opened{}, err
	}
	a.sessions.prove(o.Account.Session.PID, a.now())
	return o, nil
}

func (a *Accounts) join(ctx context.Context, j Joining) (o Opened, err error) {
	if err := a.slow.joining(j.Network); err != nil {
		return Opened{}, err
	}
	f, err := a.prepareAccount(ctx, j)
	if err != nil {
		return Opened{}, err
	}
	err = a.db.Tx(ctx, func(tx *db.Tx) error {
		f := f
		if j.OperatorLink != "" {
			if _, err := a.takePass(ctx, tx, operatorPass, j.OperatorLink); err != nil {
				return err
			}
			f.role = Operator
		}
		if a.byInvitation(j) {
			if err := a.takeInvitation(ctx, tx, j); err != nil {
				return err
			}
		}
		if err := a.insertMember(ctx, tx, f, j); err != nil {
			return err
		}
		if o, err = a.open(ctx, tx, f.id, j.Device, ""); err != nil || f.role != Operator {
			return err
		}
		return a.record(ctx, tx, o.Account, "role.operator", o.Account.Name)
	})
	return o, err
}

func (a *Accounts) checkJoining(ctx context.Context, j Joining) error {
	var problems []error
	problems = append(problems, a.CheckName(ctx, a.db, j.Name))
	if !j.PasskeyToCome || j.Passphrase != "" {
		problems = append(problems, checkPassphrase(j.Passphrase, j.Name))
	}
	if !j.OfAge {
		problems = append(problems, fault.Field("age", "fault.age"))
	}
	if j.Agreed != a.Agreement().Version {
		problems = append(problems, fault.Field("agreed", "fault.agreements"))
	}
	return fault.Fields(problems...)
}

// prepareAccount does the slow work of joining, before anybody has to wait for it.
func (a *Accounts) prepareAccount(ctx context.Context, j Joining) (f fresh, err error) {
	f = fresh{id: ID(seal.RowID()), role: Member, day: a.today(), handle: make([]byte, 32), language: j.Language}
	rand.Read(f.handle)
	words, err := checkWords(j.Words)
	if err != nil {
		return f, err
	}
	f.recoveryIndex = a.wordsIndex(j.Words)
	if j.WordsKept {
		f.recoveryKept = f.day
	}
	if f.recoveryHash, err = a.hasher.hash(ctx, stranger, words); err != nil || j.Passphrase == "" {
		return f, err
	}
	f.passphrase, err = a.hasher.hash(ctx, stranger, j.Passphrase)
	return f, err
}

func (a *Accounts) insertMember(ctx context.Context, tx *db.Tx, f fresh, j Joining) error {
	shown, err := a.useUp(ctx, tx, j.Name)
	if err != nil {
		return err
	}
	f.standing = sealStanding(a.keys, f.id, nil)
	if err := insertAccount(ctx, tx, f); err != nil {
		return err
	}
	n := Name{ID: NameID(seal.RowID()), PID: seal.PublicID(), Shown: shown, State: Here, Since: f.day}
	if err := insertOwnName(ctx, tx, f.id, n, a.knownAs(shown)); err != nil {
		return err
	}
	if j.Agreed == 0 {
		return nil
	}
	return insertAgreed(ctx, tx, f.id, j.Agreed, f.day)
}

// knownAs finds an own name however it is typed: in any case, with or without its
// spaces.
func (a *Accounts) knownAs(shown string) []byte {
	return a.kept.Index(knownAsPurpose, skeleton(strings.TrimSpace(shown)))
}

const knownAsPurpose seal.Purpose = "known as"
