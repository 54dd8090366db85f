// Package moderation is the desk: members' flags gathered into cases, and what
// moderators decide about them.
//
// It keeps four promises. A flag calls a person and punishes nobody. Everything about
// one target is one case, however many flag it. What a moderator decides, its effect,
// the word to whoever it concerns and the line in the record happen together or not at
// all, on what the moderator has really seen. And care for somebody in danger is never
// a matter of conduct: it has a queue, words and a record of its own, and is forgotten
// when it is over.
package moderation

import (
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/duty"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/site"
)

// Desk is where flags arrive and decisions leave. It is safe for concurrent use.
type Desk struct {
	db       *db.DB
	events   *events.Queue
	accounts *account.Accounts
	site     *site.Site
	forum    *forum.Forum
	screen   *screen.Screen // nil: nothing is learnt, and nothing said of spam
	now      func() time.Time
	looked   *looked
	watching *watching
	reasons  *reasonBook
	onDuty   func() []duty.Shift // nil: everybody at the desk is
}

// An Option sets how the desk is kept.
type Option func(*Desk)

// WithScreen has what moderators decide taught to s, and a case say what in its words
// speaks for spam.
func WithScreen(s *screen.Screen) Option { return func(d *Desk) { d.screen = s } }

// WithDuty has the desk show signs of distress to those on duty alone: see [duty.Rota.On].
func WithDuty(on func() []duty.Shift) Option { return func(d *Desk) { d.onDuty = on } }

// New returns the desk whose cases are kept in d. What a decision does is done
// through f and accounts; s says how soon somebody hopes to look; now is the clock.
func New(d *db.DB, q *events.Queue, accounts *account.Accounts, s *site.Site, f *forum.Forum, now func() time.Time, options ...Option) *Desk {
	desk := &Desk{
		db: d, events: q, accounts: accounts, site: s, forum: f, now: now,
		looked: newLooked(), watching: newWatching(), reasons: &reasonBook{},
	}
	for _, o := range options {
		o(desk)
	}
	f.KeepBeside("desk", desk)
	return desk
}

// notHere is the one answer for what does not exist and what is not for these eyes.
func notHere() error { return fault.New(fault.NotFound, "fault.not_here") }
