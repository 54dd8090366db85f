// Package site is what the operator has set for the whole site: its name, who
// runs it, who is on duty, and whom to ring when it cannot wait.
//
// The current values are kept in memory, because every page shows some of them.
// They change after the commit and before the answer, so whoever changed one
// sees it on the next page.
package site

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// Actor is whoever asks for a change. An account is one; this package stands
// below accounts, which ask it for the age at which people may join.
type Actor interface {
	// Operates reports whether the actor runs the site.
	Operates() bool
}

// Log writes down who did what, in the transaction of the act itself.
type Log func(ctx context.Context, tx *db.Tx, by Actor, act, subject string) error

// Site keeps the settings and helplines of one site.
type Site struct {
	db      *db.DB
	first   Settings
	log     Log
	now     func() time.Time
	reading sync.Mutex // one reload at a time, so that the newest is kept
	current atomic.Pointer[State]
}

// State is what the site is set to at one moment. It is never changed: look it
// up once for a page, and the whole page agrees with itself.
type State struct {
	Settings
	Helplines []Helpline // by kind, then in the operator's order
	Zone      *time.Location
	Storm     Storm // what is shut for a while

	// Version grows with every change, also across restarts, so that a page made
	// for one version stays right for as long as the version does.
	Version int64
}

// Open reads what the site in d is set to. What was never set is as in first:
// see [Defaults]. Each later change is written down with log.
func Open(ctx context.Context, d *db.DB, first Settings, log Log, now func() time.Time) (*Site, error) {
	s := &Site{db: d, first: first, log: log, now: now}
	if err := s.load(ctx); err != nil {
		return nil, fmt.Errorf("read the site's settings: %w", err)
	}
	return s, nil
}

// Now returns what the site is set to.
func (s *Site) Now() State { return *s.current.Load() }

// Version is that of [Site.Now].
func (s *Site) Version() int64 { return s.current.Load().Version }

// load reads the version before the rest: what is remembered under it is then
// never older than its name.
func (s *Site) load(ctx context.Context) error {
	s.reading.Lock()
	defer s.reading.Unlock()
	state := State{Settings: s.first}
	rows, err := settings(ctx, s.db)
	if err != nil {
		return err
	}
	if state.Version, err = read(rows, &state.Settings); err != nil {
		return err
	}
	if state.Storm, err = readStorm(rows); err != nil {
		return err
	}
	if state.Helplines, err = helplines(ctx, s.db); err != nil {
		return err
	}
	if state.Zone, err = time.LoadLocation(state.TimeZone); err != nil {
		return err
	}
	s.current.Store(&state)
	return nil
}

// changed gives the site a new version, and has it read again once tx is saved.
func (s *Site) changed(ctx context.Context, tx *db.Tx) error {
	if err := raiseVersion(ctx, tx); err != nil {
		return err
	}
	tx.After(func() {
		if err := s.load(context.WithoutCancel(ctx)); err != nil {
			slog.Error("the site's settings changed and could not be read again", "err", err)
		}
	})
	return nil
}
