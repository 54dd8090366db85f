package forum

import (
	"context"
	"crypto/rand"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// village is a forum for the tests of what is done around threads: ann writes,
// ben answers, cat reads, mo moderates, ola operates.
type village struct {
	*Forum
	t        testing.TB
	db       *db.DB
	queue    *events.Queue
	accounts *account.Accounts
	keys     *seal.Keys
	clock    *clock

	ann, ben, cat, mo, ola account.Account
}

var guest account.Account

// clock is handed in as the time.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

func newKeys(t testing.TB) *seal.Keys {
	t.Helper()
	master := make([]byte, seal.KeySize)
	rand.Read(master)
	keys, err := seal.NewKeys(master)
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

func newVillage(t testing.TB) *village {
	t.Helper()
	return villageOn(t, dbtest.Open(t))
}

func villageOn(t testing.TB, d *db.DB) *village {
	t.Helper()
	v := &village{t: t, db: d, keys: newKeys(t), clock: &clock{at: time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC)}}
	v.queue = events.NewQueue(d, v.clock.now)
	accounts, err := account.Open(t.Context(), d, v.queue, v.keys, v.clock.now)
	if err != nil {
		t.Fatal(err)
	}
	v.accounts = accounts
	v.Forum = New(d, v.queue, accounts, v.keys, v.clock.now)
	v.ann = v.settle("ann", account.Member)
	v.ben = v.settle("ben", account.Member)
	v.cat = v.settle("cat", account.Member)
	v.mo = v.settle("mo", account.Moderator)
	v.ola = v.settle("ola", account.Operator)
	return v
}

// settle adds a member called shown.
func (v *village) settle(shown string, role account.Role) account.Account {
	v.t.Helper()
	a := account.Account{ID: account.ID(seal.RowID()), Role: role, Step: account.Steady, SecondFactor: true}
	a.Name = account.Name{ID: account.NameID(seal.RowID()), PID: seal.PublicID(), Shown: shown, State: account.Here, Role: role, Version: 1}
	v.tx(func(tx *db.Tx) error {
		ctx := v.t.Context()
		_, err := tx.Exec(ctx, `
			INSERT INTO account (id, role, step, joined_day, last_day, handle, recovery_index, recovery_hash)
			VALUES ($1, $2, $3, 0, 0, $4, $5, '')`, a.ID, a.Role, a.Step, []byte("handle "+shown), []byte("index "+shown))
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `INSERT INTO name (id, pid, shown, account, since) VALUES ($1, $2, $3, $4, 0)`,
			a.Name.ID, a.Name.PID, shown, a.ID)
		return err
	})
	return a
}

// tx runs do and fails the test if it fails.
func (v *village) tx(do func(tx *db.Tx) error) {
	v.t.Helper()
	if err := v.db.Tx(v.t.Context(), do); err != nil {
		v.t.Fatal(err)
	}
}

// count returns the only number of a query.
func (v *village) count(q string, args ...any) int {
	v.t.Helper()
	n, err := db.One(v.t.Context(), v.db, db.Value[int], q, args...)
	if err != nil {
		v.t.Fatal(err)
	}
	return n
}

// must returns t, or fails the test.
func must[T any](t T, err error) func(testing.TB) T {
	return func(test testing.TB) T {
		test.Helper()
		if err != nil {
			test.Fatal(err)
		}
		return t
	}
}

// want fails the test unless err is a fault of kind, or nil for Internal.
func want(t *testing.T, what string, err error, kind fault.Kind) {
	t.Helper()
	if kind == fault.Internal && err != nil || kind != fault.Internal && !fault.Is(err, kind) {
		t.Errorf("%s: got %v, want a fault of kind %d", what, err, kind)
	}
}

// board adds a board.
func (v *village) board(slug string, a Audience) BoardID {
	v.t.Helper()
	var id BoardID
	v.tx(func(tx *db.Tx) (err error) {
		id, err = db.One(v.t.Context(), tx, db.Value[BoardID], `
			INSERT INTO board (slug, category, title, purpose, audience, opens, indexed, patch, position)
			VALUES ($1, 'medical', $1, 'For words.', $2, 'members', 'no', 'q-pin damson', 1) RETURNING id`, slug, a)
		return err
	})
	return id
}

// thread plants a thread of by's on board with n replies by others, each to the
// opening post, and returns it.
func (v *village) thread(board BoardID, by account.Account, replies ...account.Account) Thread {
	v.t.Helper()
	ctx := v.t.Context()
	t := Thread{ID: newThreadID(), PID: seal.PublicID(), Board: board, Title: "A title", OpenedBy: by.Name, OpenedAt: v.clock.now(), Audience: Public}
	v.tx(func(tx *db.Tx) error {
		audience, err := db.One(ctx, tx, db.Value[Audience], `SELECT audience FROM board WHERE id = $1`, board)
		if err != nil {
			return err
		}
		t.Audience = audience
		return insertThread(ctx, tx, t)
	})
	opening := v.post(t.ID, 0, by.Name)
	v.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE thread SET opening = $1 WHERE id = $2`, opening.ID, t.ID)
		return err
	})
	for _, who := range replies {
		v.post(t.ID, opening.ID, who.Name)
	}
	return v.findThread(t.ID)
}

// post plants a post of name's under parent, counters and all, without the verbs.
func (v *village) post(thread ThreadID, parent PostID, name account.Name) Post {
	v.t.Helper()
	ctx := v.t.Context()
	var id PostID
	v.clock.pass(time.Minute)
	v.tx(func(tx *db.Tx) error {
		t, err := findThreadID(ctx, tx, thread)
		if err != nil {
			return err
		}
		p := Post{Thread: thread, Parent: parent, Seq: t.LastSeq + 1, By: name, WrittenAt: v.clock.now(), Source: fmt.Sprintf("words %d", t.LastSeq+1)}
		if parent != 0 {
			up, err := findPostID(ctx, tx, parent)
			if err != nil {
				return err
			}
			p.Depth, p.Root = up.Depth+1, up.Root
		}
		if id, err = insertPost(ctx, tx, p, nil); err != nil {
			return err
		}
		if p.Depth == 1 {
			if _, err := tx.Exec(ctx, `UPDATE post SET root = id WHERE id = $1`, id); err != nil {
				return err
			}
		}
		if _, err := tx.Exec(ctx, `UPDATE post SET children = children + 1 WHERE id = $1`, parent); err != nil {
			return err
		}
		for up := parent; up != 0; {
			above, err := db.One(ctx, tx, db.Value[PostID], `
				UPDATE post SET descendants = descendants + 1 WHERE id = $1 RETURNING COALESCE(parent, 0)`, up)
			if err != nil {
				return err
			}
			up = above
		}
		replies, others := 0, 0
		if parent != 0 {
			replies = 1
			if name.ID != t.OpenedBy.ID {
				others = 1
			}
		}
		_, err = tx.Exec(ctx, `UPDATE thread SET last_seq = last_seq + 1, last_at = $1, replies = replies + $2, others = others + $3 WHERE id = $4`,
			db.Time(p.WrittenAt), replies, others, thread)
		return err
	})
	return v.findPost(id)
}

func (v *village) findThread(id ThreadID) Thread {
	v.t.Helper()
	return must(findThreadID(context.WithoutCancel(v.t.Context()), v.db, id))(v.t)
}

func (v *village) findPost(id PostID) Post {
	v.t.Helper()
	return must(findPostID(context.WithoutCancel(v.t.Context()), v.db, id))(v.t)
}

// fresh gives by a name for thread alone.
func (v *village) fresh(by account.Account, thread ThreadID, shown string) account.Name {
	v.t.Helper()
	var name account.Name
	v.tx(func(tx *db.Tx) (err error) {
		name, err = v.accounts.NewNameIn(v.t.Context(), tx, by, int64(thread), shown)
		return err
	})
	return name
}
