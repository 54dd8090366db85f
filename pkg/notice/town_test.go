package notice

import (
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/account/accounttest"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/forum"
)

// town is a small site: ann writes, ben answers, mo moderates and ola operates.
type town struct {
	*Box
	*accounttest.People
	t     testing.TB
	clock time.Time
	board forum.BoardID
}

func newTown(t testing.TB, options ...account.Option) *town {
	t.Helper()
	return townOn(t, dbtest.Open(t), options...)
}

func townOn(t testing.TB, d *db.DB, options ...account.Option) *town {
	t.Helper()
	w := &town{t: t, clock: accounttest.Noon}
	now := func() time.Time { return w.clock }
	w.People = accounttest.Town(t, d, now, options...)
	w.Box = New(d, w.Queue, w.Accounts, forum.New(d, w.Queue, w.Accounts, w.Keys, now), w.Keys, now)
	w.Mo.SecondFactor, w.Ola.SecondFactor = true, true
	w.tx(func(tx *db.Tx) (err error) {
		w.board, err = db.One(t.Context(), tx, db.Value[forum.BoardID], `
			INSERT INTO board (slug, category, title, purpose, audience, opens, indexed, patch, position)
			VALUES ('feelings', 'personal', 'Feelings', '', 'members', 'members', 'no', 'q-pin damson', 1) RETURNING id`)
		return err
	})
	return w
}

func (w *town) tx(do func(tx *db.Tx) error) {
	w.t.Helper()
	if err := w.db.Tx(w.t.Context(), do); err != nil {
		w.t.Fatal(err)
	}
}

// open opens a thread, under a name for it alone when fresh is not "".
func (w *town) open(by account.Account, fresh string) forum.Thread {
	w.t.Helper()
	return must(w.forum.Open(w.t.Context(), by, w.board, forum.NewThread{Title: "A title", Words: "Some words.", Name: fresh}))(w.t)
}

// put tells a name of a decision.
func (w *town) put(name account.NameID, about string) {
	w.t.Helper()
	w.tx(func(tx *db.Tx) error {
		return PutIn(w.t.Context(), tx, Notice{Name: name, Kind: Decided, About: about, At: w.clock, Data: Data{Verdict: "remove", Reason: "private"}})
	})
}

func (w *town) pass(d time.Duration) { w.clock = w.clock.Add(d) }

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func indexOf(q, mark string) int { return strings.Index(q+" ", mark) }

// column is the last word before a comparison, or before IN (.
func column(before string) string {
	if open := strings.LastIndex(before, "IN ("); open >= 0 && !strings.Contains(before[open:], ")") {
		before = before[:open]
	}
	before = strings.TrimRight(before, " =(<>")
	return before[strings.LastIndexAny(before, " .,(")+1:]
}
