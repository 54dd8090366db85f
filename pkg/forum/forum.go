// Package forum is the boards and everything written on them.
//
// It keeps three promises. What may not be seen answers exactly as what does not
// exist (see visible.go). No page reads a number of rows that grows with its
// thread or its board. And what a page shows has a version, raised in memory
// before whoever changed it is answered.
package forum

import (
	"sync/atomic"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/seal"
)

// Forum opens threads, takes replies and reads pages.
type Forum struct {
	db       *db.DB
	events   *events.Queue
	accounts *account.Accounts
	keys     atomic.Pointer[seal.Keys] // another one after the master key is rotated
	now      func() time.Time
	current  *versions
	marks    *marks
	screen   *screen.Screen // nil: only the signs of distress are looked for
	beside   map[string]Beside
}

// An Option sets how the forum is kept.
type Option func(*Forum)

// WithScreen has what is written looked at before it is shown.
func WithScreen(s *screen.Screen) Option { return func(f *Forum) { f.screen = s } }

// New returns the forum kept in d. Keys make the indexes that only this site can
// make; now is the clock.
func New(d *db.DB, q *events.Queue, accounts *account.Accounts, keys *seal.Keys, now func() time.Time, options ...Option) *Forum {
	f := &Forum{db: d, events: q, accounts: accounts, now: now, current: newVersions(now()), marks: newMarks(now()),
		beside: map[string]Beside{}}
	f.keys.Store(keys)
	for _, o := range options {
		o(f)
	}
	return f
}

// BoardID, ThreadID, PostID and LabelID name what they say, and cannot be mixed up.
type (
	BoardID  int64
	ThreadID int64
	PostID   int64
	LabelID  int64
)
