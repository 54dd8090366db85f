package notice

import (
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/seal"
)

// Box keeps what names are told, and what they and the moderators say to each other.
type Box struct {
	db       *db.DB
	events   *events.Queue
	accounts *account.Accounts
	forum    *forum.Forum
	keys     *seal.Keys // becomes another when the master key is rotated
	now      func() time.Time

	// What is known by the minute or the day, and so in memory alone.
	lately  lately
	letters letters
}

// New returns the box kept in d. Keys make the indexes that only this site can make;
// now is the clock.
func New(d *db.DB, q *events.Queue, accounts *account.Accounts, f *forum.Forum, keys *seal.Keys, now func() time.Time) *Box {
	b := &Box{db: d, events: q, accounts: accounts, forum: f, keys: keys, now: now}
	f.KeepBeside("talk", b)
	return b
}
