package screen

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/account/accounttest"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/site"
)

// town is a screen over a small town: ann is new, ben is a member.
type town struct {
	*accounttest.People
	*Screen
	site *site.Site
	db   *db.DB
	now  time.Time
}

func newTown(t testing.TB) *town {
	t.Helper()
	w := &town{db: dbtest.Open(t), now: accounttest.Noon}
	now := func() time.Time { return w.now }
	w.People = accounttest.Town(t, w.db, now)
	var err error
	if w.site, err = site.Open(t.Context(), w.db, site.Defaults(), w.logSite, now); err != nil {
		t.Fatal(err)
	}
	if w.Screen, err = Open(t.Context(), w.db, w.site, w.Keys, w.write, now, WithHost("kindword.example")); err != nil {
		t.Fatal(err)
	}
	w.Ann.Step, w.Ben.Step = account.New, account.Regular
	return w
}

func (w *town) write(ctx context.Context, tx *db.Tx, by account.Account, act, subject string) error {
	return audit.Record(ctx, tx, audit.Entry{At: w.now, Actor: by.Name.ID, Act: act, Subject: subject})
}

func (w *town) logSite(ctx context.Context, tx *db.Tx, by site.Actor, act, subject string) error {
	return w.write(ctx, tx, by.(account.Account), act, subject)
}

func (w *town) look(t testing.TB, d Draft) Result {
	t.Helper()
	d.Name = d.By.Name.ID
	r, err := w.Look(t.Context(), w.db, d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (w *town) add(t testing.TB, pattern string, does Does) Filter {
	t.Helper()
	f, err := w.AddFilter(t.Context(), w.Ola, Filter{Pattern: pattern, Does: does, Words: "Say it in other words."})
	if err != nil {
		t.Fatalf("add %q: %v", pattern, err)
	}
	return f
}

func (w *town) keep(t testing.TB, post int64, source string) {
	t.Helper()
	if err := w.db.Tx(t.Context(), func(tx *db.Tx) error { return w.Keep(t.Context(), tx, post, source) }); err != nil {
		t.Fatal(err)
	}
}

// inDanger has every text that says so be read as a plan, with its last word as the
// means: what follows from a sign is looked at here, not how one is found.
func (w *town) inDanger() {
	w.distress = func(source string) care.Sign {
		if !strings.Contains(source, "I will end my life") {
			return care.Sign{}
		}
		last := strings.LastIndexByte(strings.TrimSpace(source), ' ') + 1
		return care.Sign{Class: care.Plan, Card: true, Means: []care.Span{{From: last, To: len(source)}}}
	}
}
