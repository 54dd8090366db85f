package demo

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/account/accounttest"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/duty"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/site"
)

// aTuesdayNight is when the community is made: an hour at which some of what its
// files tell of today has not happened yet.
var aTuesdayNight = time.Date(2026, 11, 3, 1, 30, 0, 0, time.UTC)

func newDemo(t *testing.T, d *db.DB) (*Demo, *forum.Forum) {
	t.Helper()
	ctx, now := t.Context(), func() time.Time { return aTuesdayNight }
	q := events.NewQueue(d, now)
	nobody := func(context.Context, *db.Tx, site.Actor, string, string) error { return nil }
	s, err := site.Open(ctx, d, site.Defaults(), nobody, now)
	if err != nil {
		t.Fatal(err)
	}
	keys := accounttest.Keys(t)
	a, err := account.Open(ctx, d, q, keys, now)
	if err != nil {
		t.Fatal(err)
	}
	f := forum.New(d, q, a, keys, now)
	rota, err := duty.Open(ctx, d, s, nil, now)
	if err != nil {
		t.Fatal(err)
	}
	say := func(key string) string { return key }
	if err := f.Plant(ctx, say); err != nil {
		t.Fatal(err)
	}
	return New(d, s, a, f, Room{moderation.New(d, q, a, s, f, now), rota}, now, say), f
}

// The community is there as its files tell it: every post, nobody ahead of time,
// and a button for each of its guests. Made again, it stays as it is.
func TestMake(t *testing.T) {
	d, ctx := dbtest.Open(t), t.Context()
	if err := Claim(ctx, d); err != nil {
		t.Fatal(err)
	}
	m, f := newDemo(t, d)
	threads, err := readCommunity()
	if err != nil {
		t.Fatal(err)
	}
	posts, flags := len(threads)+len(freshWords), 0
	for _, one := range freshWords {
		flags += len(one.flags)
	}
	for _, th := range threads {
		posts += len(th.replies)
	}
	for range 2 {
		if err := m.Make(ctx, func(int, int) {}); err != nil {
			t.Fatal(err)
		}
		if n := count(t, d, `SELECT count(*) FROM post`); n != posts {
			t.Errorf("%d posts, want %d", n, posts)
		}
	}
	if n := count(t, d, `SELECT count(*) FROM flag`); n != flags {
		t.Errorf("%d flags wait at the desk, want %d", n, flags)
	}
	for range 2 { // every start has somebody on duty, once
		if err := m.BeOnDuty(ctx); err != nil || len(m.room.Rota.On()) != 1 {
			t.Errorf("on duty: %v, %v", m.room.Rota.On(), err)
		}
	}
	if n := count(t, d, `SELECT count(*) FROM post WHERE written_at > $1`, db.Time(aTuesdayNight)); n != 0 {
		t.Errorf("%d posts are written in the future", n)
	}
	if n := count(t, d, `SELECT count(*) FROM name WHERE sealed IS NOT NULL`); n != len(masks) {
		t.Errorf("%d one-thread names, want %d", n, len(masks))
	}
	for _, g := range Guests {
		in, err := m.SignIn(ctx, string(g.As))
		if err != nil || in.Account.Name.Shown != g.Name || in.Account.Operates() != (g.As == Operator) {
			t.Errorf("as %s: %v, %v", g.As, in.Account.Name.Shown, err)
		}
	}
	boards, err := f.Boards(ctx, account.Account{})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range boards {
		if list, err := f.Threads(ctx, account.Account{}, b.ID, forum.ByLatest, ""); b.Audience == forum.Public && (err != nil || len(list.Threads) == 0) {
			t.Errorf("%s shows a guest nothing: %v", b.Slug, err)
		}
	}
}

// A database in which somebody lives is never touched.
func TestClaim(t *testing.T) {
	d, ctx := dbtest.Open(t), t.Context()
	newDemo(t, d) // its boards are a real site's, for all anybody knows
	if err := Claim(ctx, d); !errors.Is(err, ErrReal) {
		t.Errorf("a real site was claimed: %v", err)
	}
}

func count(t *testing.T, d *db.DB, q string, args ...any) int {
	t.Helper()
	n, err := db.One(t.Context(), d, db.Value[int], q, args...)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
