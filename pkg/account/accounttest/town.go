// Package accounttest gives a test its people.
package accounttest

import (
	"bytes"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/seal"
)

// Noon is when it is, where a test does not say otherwise.
var Noon = time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC)

// Cheap is a cost at which hashing a passphrase takes no time. It protects nobody.
var Cheap = account.Cost{Memory: 8, Passes: 1}

// Passphrase is a passphrase that is taken.
const Passphrase = "a kettle on the north window"

// People are those of a small town: ann writes, ben answers, mo moderates and ola
// operates.
type People struct {
	Accounts *account.Accounts
	Queue    *events.Queue
	Keys     *seal.Keys

	Ann, Ben, Mo, Ola account.Account // each with a session of their own
}

// Town returns the people of a town in an empty database. The clock may be nil: it
// is Noon then.
func Town(t testing.TB, d *db.DB, now func() time.Time, options ...account.Option) *People {
	t.Helper()
	if now == nil {
		now = func() time.Time { return Noon }
	}
	p := &People{Keys: Keys(t)}
	p.Queue = events.NewQueue(d, now, events.WithSeal(
		func(plain []byte) ([]byte, error) { return p.Keys.Seal("event", "", plain), nil },
		func(sealed []byte) ([]byte, error) { return p.Keys.Open("event", "", sealed) }))
	options = append([]account.Option{account.WithCost(Cheap)}, options...)
	var err error
	if p.Accounts, err = account.Open(t.Context(), d, p.Queue, p.Keys, now, options...); err != nil {
		t.Fatal(err)
	}
	p.Accounts.Subscribe(p.Queue)
	p.Ann = p.Settle(t, d, account.Settler{Name: "Ann Teapot"})
	p.Ben = p.Settle(t, d, account.Settler{Name: "Ben Lantern"})
	p.Mo = p.Settle(t, d, account.Settler{Name: "Mo Harbour", Role: account.Moderator})
	p.Ola = p.Settle(t, d, account.Settler{Name: "Ola Ladder", Role: account.Operator})
	return p
}

// Settle makes one more person, who is signed in.
func (p *People) Settle(t testing.TB, d *db.DB, s account.Settler) account.Account {
	t.Helper()
	var who account.Account
	err := d.Tx(t.Context(), func(tx *db.Tx) (err error) {
		who, err = p.Accounts.Settle(t.Context(), tx, s)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return p.Opened(t, who).Account
}

// Opened signs who in and returns their session with its token.
func (p *People) Opened(t testing.TB, who account.Account) account.Opened {
	t.Helper()
	o, err := p.Accounts.OpenFor(t.Context(), who.ID, account.OwnDevice)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// Keys returns keys that are the same in every test.
func Keys(t testing.TB) *seal.Keys {
	t.Helper()
	keys, err := seal.NewKeys(bytes.Repeat([]byte{7}, seal.KeySize))
	if err != nil {
		t.Fatal(err)
	}
	return keys
}
