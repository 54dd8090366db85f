package account

import (
	"context"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/site"
)

// Accounts keeps everybody's accounts. It is safe for concurrent use.
type Accounts struct {
	db     *db.DB
	events *events.Queue
	now    func() time.Time
	keys   *seal.Keys // becomes another after [Accounts.Rotate]
	kept   *seal.Keys // see keptKeys

	agreement atomic.Pointer[Agreement]
	hasher    *hasher
	siteName  string
	passkeys  *webauthn.Config
	webauthn  *webauthn.WebAuthn
	log       Log
	post      post
	storm     func() site.Storm // what is shut for a while
	closed    func() bool       // see [WithClosed]

	// What is known by the minute, and so in memory alone.
	slow       *slow
	sessions   *presence
	visits     *visits
	halves     *halves
	appKeys    *newKeys
	ceremonies *ceremonies
	returns    *returns
	joined     *joined
}

// An Option sets how accounts are kept.
type Option func(*Accounts)

// Open returns the accounts of d. What must not be read in a stolen database is
// sealed under keys; [seal.ErrSealed] says that d was sealed under other ones.
func Open(ctx context.Context, d *db.DB, q *events.Queue, keys *seal.Keys, now func() time.Time, options ...Option) (*Accounts, error) {
	a := &Accounts{
		db: d, events: q, keys: keys, now: now, hasher: newHasher(), siteName: "Kindword",
		closed: func() bool { return false }, slow: newSlow(now), sessions: newPresence(now()), visits: newVisits(), halves: newHalves(),
		appKeys: &newKeys{all: map[ID]newKey{}}, ceremonies: newCeremonies(), returns: newReturns(), joined: new(joined),
		storm: func() site.Storm { return site.Storm{} },
	}
	for _, o := range options {
		o(a)
	}
	if err := a.start(ctx); err != nil {
		return nil, fmt.Errorf("open accounts: %w", err)
	}
	return a, nil
}

func (a *Accounts) start(ctx context.Context) (err error) {
	if a.kept, err = keptKeys(ctx, a.db, a.keys); err != nil {
		return err
	}
	if err := fillStandings(ctx, a.db, a.keys); err != nil {
		return err
	}
	if err := a.readAgreement(ctx); err != nil {
		return err
	}
	if err := a.startPasskeys(); err != nil {
		return err
	}
	return a.hasher.prepare(ctx)
}

func (a *Accounts) today() Day { return DayOf(a.now()) }

// failed logs what went wrong while nobody was waiting for it.
func (a *Accounts) failed(ctx context.Context, what string, err error) {
	slog.ErrorContext(ctx, what, "err", err)
}
