package account

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// ceremonyFor is how long a browser may take to answer.
const ceremonyFor = 5 * time.Minute

// mostCeremonies bounds the memory that askings without an answer take.
const mostCeremonies = 10_000

// ceremonies keeps, in memory, what browsers were asked. Each is answered once.
type ceremonies struct {
	mu  sync.Mutex
	all map[string]ceremony // by hash of the token
}

type ceremony struct {
	account ID                   // who asked, or 0 for somebody signing in
	session webauthn.SessionData // whole: without its CredParams a key cannot be checked
	ends    time.Time
}

func newCeremonies() *ceremonies { return &ceremonies{all: map[string]ceremony{}} }

func (c *ceremonies) begin(of ID, session webauthn.SessionData, now time.Time) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	for key, old := range c.all {
		if now.After(old.ends) || len(c.all) >= mostCeremonies {
			delete(c.all, key)
		}
	}
	token := seal.Token()
	c.all[string(seal.Hash(token))] = ceremony{of, session, now.Add(ceremonyFor)}
	return token
}

func (c *ceremonies) take(of ID, token string, now time.Time) (webauthn.SessionData, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := string(seal.Hash(token))
	found, ok := c.all[key]
	delete(c.all, key)
	return found.session, ok && found.account == of && !now.After(found.ends)
}

// BeginPasskeySignIn returns what a browser is to be asked so that a passkey, any
// that it has for this site, opens its account; as JSON, with the token of the
// asking. It tells nothing of anybody.
func (a *Accounts) BeginPasskeySignIn() (options []byte, token string, err error) {
	if !a.OffersPasskeys() {
		return nil, "", fault.New(fault.NotFound, "fault.not_here")
	}
	assertion, session, err := a.webauthn.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return nil, "", fmt.Errorf("begin signing in by passkey: %w", err)
	}
	options, err = json.Marshal(assertion)
	return options, a.ceremonies.begin(0, *session, a.now()), err
}

// SignInByPasskey opens the account whose passkey answered. Nobody else's tries
// slow it, and no second step follows.
func (a *Accounts) SignInByPasskey(ctx context.Context, token string, answer []byte, kind SessionKind, browser string) (Opened, error) {
	k, credential, err := a.checkPasskey(ctx, 0, token, answer)
	if err != nil {
		return Opened{}, err
	}
	var o Opened
	err = a.db.Tx(ctx, func(tx *db.Tx) error {
		if err := setPasskeyUsed(ctx, tx, k.id, *credential, a.today()); err != nil {
			return err
		}
		o, err = a.open(ctx, tx, k.id, kind, browser)
		return err
	})
	if err != nil {
		return Opened{}, err
	}
	a.sessions.prove(o.Account.Session.PID, a.now())
	return o, nil
}

// BeginProof returns what by's browser is to be asked so that a passkey shows it is
// still them.
func (a *Accounts) BeginProof(ctx context.Context, by Account) (options []byte, token string, err error) {
	if by.Guest() || !a.OffersPasskeys() {
		return nil, "", fault.New(fault.SignIn, "fault.sign_in")
	}
	assertion, session, err := a.webauthn.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return nil, "", fmt.Errorf("begin a proof by passkey: %w", err)
	}
	options, err = json.Marshal(assertion)
	return options, a.ceremonies.begin(by.ID, *session, a.now()), err
}

// ProveByPasskey takes an answer of one of by's passkeys as the proof that it is
// still them.
func (a *Accounts) ProveByPasskey(ctx context.Context, by Account, token string, answer []byte) error {
	if by.Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	k, _, err := a.checkPasskey(ctx, by.ID, token, answer)
	if err != nil {
		return err
	}
	if k.id != by.ID {
		return fault.New(fault.Invalid, "fault.passkey_wrong")
	}
	a.sessions.prove(by.Session.PID, a.now())
	return nil
}

// checkPasskey returns whose passkey answered what of was asked.
func (a *Accounts) checkPasskey(ctx context.Context, of ID, token string, answer []byte) (*keeper, *webauthn.Credential, error) {
	wrong := fault.New(fault.Invalid, "fault.passkey_wrong")
	if !a.OffersPasskeys() {
		return nil, nil, fault.New(fault.NotFound, "fault.not_here")
	}
	session, ok := a.ceremonies.take(of, token, a.now())
	if !ok {
		return nil, nil, fault.New(fault.Invalid, "fault.passkey_again")
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes(answer)
	if err != nil {
		return nil, nil, wrong
	}
	var broken error // ours, not the key's
	user, credential, err := a.webauthn.ValidatePasskeyLogin(func(rawID, handle []byte) (webauthn.User, error) {
		k, err := findKeeperByHandle(ctx, a.db, handle)
		if err != nil {
			if !errors.Is(err, db.ErrNone) {
				broken = err
			}
			return nil, err
		}
		for i := range k.keys {
			if bytes.Equal(k.keys[i].ID, rawID) {
				// Keys that moved into a phone's cloud come back with this changed. What
				// they sign says so, and it decides nothing here.
				k.keys[i].Flags.BackupEligible = parsed.Response.AuthenticatorData.Flags.HasBackupEligible()
			}
		}
		return k, nil
	}, session, parsed)
	if broken != nil {
		return nil, nil, broken
	}
	if err != nil {
		return nil, nil, wrong
	}
	return user.(*keeper), credential, nil
}
