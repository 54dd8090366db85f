package account

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// Coming is the form of somebody who signs in.
type Coming struct {
	Name       string // however it is typed: case and spaces do not matter
	Passphrase string
	Device     SessionKind
	Browser    string // by which this browser is known, if it signed in before
	Network    []byte // where it comes from, as coarse as the caller can make it; kept nowhere
}

// SignIn opens an account to whoever shows its passphrase, or its first half when a
// second factor is to be shown too. Whether there is such an account makes no
// difference to what is done, how long it takes, and what is answered.
func (a *Accounts) SignIn(ctx context.Context, c Coming) (Opened, error) {
	door, err := findDoor(ctx, a.db, a.knownAs(c.Name))
	if err != nil && !errors.Is(err, db.ErrNone) {
		return Opened{}, err
	}
	seen, err := a.knows(ctx, door.id, c.Browser)
	if err != nil {
		return Opened{}, err
	}
	browser := c.Browser
	if !seen {
		browser = ""
	}
	try, err := a.slow.begin(skeleton(c.Name), c.Network, browser)
	if err != nil {
		return Opened{}, err
	}
	secret := c.Passphrase
	if len(secret) > PassphraseMost {
		secret = ""
	}
	right, old, err := a.hasher.check(ctx, asker(seen), secret, door.passphrase)
	if err != nil {
		return Opened{}, err
	}
	if !right {
		return Opened{}, fault.Field("passphrase", "fault.sign_in_wrong")
	}
	try.succeeded()
	if old {
		if err := a.rehash(ctx, door, secret); err != nil {
			return Opened{}, err
		}
	}
	return a.letIn(ctx, door, c.Device, c.Browser)
}

// letIn opens the account behind a door whose first lock is open, or says which
// second one there is.
func (a *Accounts) letIn(ctx context.Context, d door, kind SessionKind, browser string) (Opened, error) {
	if d.totp || d.role.trusted() && d.passkeys {
		return Opened{Half: a.halves.begin(half{account: d.id, kind: kind, browser: browser}, d.totp, d.passkeys, a.now())}, nil
	}
	return a.openNow(ctx, d.id, kind, browser)
}

// openNow opens an account whose every lock is open.
func (a *Accounts) openNow(ctx context.Context, id ID, kind SessionKind, browser string) (o Opened, err error) {
	err = a.db.Tx(ctx, func(tx *db.Tx) (err error) {
		o, err = a.open(ctx, tx, id, kind, browser)
		return err
	})
	if err != nil {
		return Opened{}, err
	}
	a.sessions.prove(o.Account.Session.PID, a.now())
	return o, nil
}

// rehash stores a passphrase at the cost of today, while it is at hand.
func (a *Accounts) rehash(ctx context.Context, d door, secret string) error {
	phc, err := a.hasher.hash(ctx, known, secret)
	if err != nil {
		return err
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error { return replacePassphrase(ctx, tx, d.id, d.passphrase, phc) })
}

// trusted reports whether a role opens other people's words, and so must not be
// had for a passphrase alone.
func (r Role) trusted() bool { return r == Moderator || r == Operator }

// door is what stands between a name and its account.
type door struct {
	id         ID
	role       Role
	passphrase string
	totp       bool
	passkeys   bool
}

func scanDoor(r db.Row) (d door, err error) {
	var totp, passkeys int64
	err = r.Scan(&d.id, &d.role, &d.passphrase, &totp, &passkeys)
	d.totp, d.passkeys = totp == 1, passkeys > 0
	return d, err
}

const doorColumns = `o.id, o.role, o.passphrase, CASE WHEN o.totp IS NULL THEN 0 ELSE 1 END,
	(SELECT COUNT(*) FROM passkey p WHERE p.account = o.id)`

func findDoor(ctx context.Context, r db.Reader, knownAs []byte) (door, error) {
	return db.One(ctx, r, scanDoor, `
		SELECT `+doorColumns+` FROM name n JOIN account o ON o.id = n.account WHERE n.known_as = $1`, knownAs)
}

func findDoorByID(ctx context.Context, r db.Reader, id ID) (door, error) {
	return db.One(ctx, r, scanDoor, `SELECT `+doorColumns+` FROM account o WHERE o.id = $1`, id)
}

func replacePassphrase(ctx context.Context, tx *db.Tx, id ID, was, phc string) error {
	_, err := tx.Exec(ctx, `UPDATE account SET passphrase = $1 WHERE id = $2 AND passphrase = $3`, phc, id, was)
	return err
}
