package account_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/account/accounttest"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/mail"
)

// house is a town with a clock that a test can turn, and a box for its letters.
type house struct {
	*accounttest.People
	t     *testing.T
	d     *db.DB
	clock *clock
	box   *box
	left  *[]account.Left
}

type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.now }

func (c *clock) pass(d time.Duration) { c.mu.Lock(); defer c.mu.Unlock(); c.now = c.now.Add(d) }

// box keeps the letters that were sent.
type box struct{ letters []mail.Letter }

func (b *box) Send(_ context.Context, l mail.Letter) error {
	b.letters = append(b.letters, l)
	return nil
}

func newHouse(t *testing.T, options ...account.Option) *house {
	t.Helper()
	h := &house{t: t, d: dbtest.Open(t), clock: &clock{now: accounttest.Noon}, box: &box{}, left: &[]account.Left{}}
	say := func(language, key string, args ...any) string {
		if len(args) > 0 {
			return key + " " + args[1].(string)
		}
		return key
	}
	options = append([]account.Option{
		account.WithMail(h.box, "https://kindword.example", say),
		account.WithPasskeys("kindword.example", "Kindword", "https://kindword.example"),
	}, options...)
	h.People = accounttest.Town(t, h.d, h.clock.Now, options...)
	events.On(h.Queue, "test.left", func(_ context.Context, l account.Left) error {
		*h.left = append(*h.left, l)
		return nil
	})
	return h
}

// work does every job that is due.
func (h *house) work() {
	h.t.Helper()
	for {
		did, err := h.Queue.Step(h.t.Context())
		if err != nil {
			h.t.Fatal(err)
		}
		if !did {
			return
		}
	}
}

// joining is a form that is filled in well.
func (h *house) joining(name string) account.Joining {
	return account.Joining{
		Name: name, Passphrase: accounttest.Passphrase, Words: account.NewRecoveryWords(),
		OfAge: true, Agreed: h.Accounts.Agreement().Version, Device: account.OwnDevice,
	}
}

func (h *house) join(name string) (account.Opened, account.Joining) {
	h.t.Helper()
	j := h.joining(name)
	o, err := h.Accounts.Join(h.t.Context(), j)
	if err != nil {
		h.t.Fatal(err)
	}
	return o, j
}

// viewer is who asks with a session's token.
func (h *house) viewer(token string) account.Account {
	h.t.Helper()
	v, err := h.Accounts.Viewer(h.t.Context(), token)
	if err != nil {
		h.t.Fatal(err)
	}
	return v
}

func (h *house) ok(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// refused wants the fault with this key.
func (h *house) refused(err error, key string) {
	h.t.Helper()
	for _, f := range fault.Of(err).All() {
		if f.Key == key {
			return
		}
	}
	h.t.Errorf("%v, want %s", err, key)
}

// tx runs do in a transaction that has to succeed.
func (h *house) tx(do func(tx *db.Tx) error) {
	h.t.Helper()
	h.ok(h.d.Tx(h.t.Context(), do))
}

// app gives who an authenticator app, and returns its secret.
func (h *house) app(who account.Account) string {
	h.t.Helper()
	key, err := h.Accounts.NewAppKey(who)
	h.ok(err)
	h.ok(h.Accounts.KeepAppKey(h.t.Context(), who, h.code(key.Secret)))
	return key.Secret
}

func (h *house) code(secret string) string {
	h.t.Helper()
	code, err := totp.GenerateCode(secret, h.clock.Now())
	h.ok(err)
	return code
}

// count is the answer to a query for one number.
func (h *house) count(q string, args ...any) int64 {
	h.t.Helper()
	n, err := db.One(h.t.Context(), h.d, db.Value[int64], q, args...)
	h.ok(err)
	return n
}

// swap copies a sealed column from one account's row to another's, as a thief with
// a pen for the database could.
func (h *house) swap(column, from, to string) {
	h.t.Helper()
	id := func(shown string) int64 {
		return h.count(`SELECT account FROM name WHERE shown = $1`, shown)
	}
	h.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(h.t.Context(), `
			UPDATE account SET `+column+` = (SELECT `+column+` FROM account WHERE id = $1) WHERE id = $2`, id(from), id(to))
		return err
	})
}
