package account_test

import (
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

const day = 24 * time.Hour

// TestAskingWhoIsThereIsOneIndexedRead, and writes nothing.
func TestAskingWhoIsThereIsOneIndexedRead(t *testing.T) {
	h := newHouse(t)
	o := h.Opened(t, h.Mo)
	said := dbtest.Statements(h.d, func() { h.viewer(o.Token) })
	if len(said) != 1 || !strings.HasPrefix(said[0], "SELECT") {
		t.Fatalf("%q", said)
	}
	for _, line := range dbtest.Plan(t, h.d, said[0], []byte("token")) {
		if strings.Contains(line, "SCAN") && !strings.Contains(line, "USING") || strings.Contains(line, "Seq Scan") {
			t.Error(line)
		}
	}
	if said := dbtest.Statements(h.d, func() { h.viewer("") }); len(said) != 0 {
		t.Errorf("a guest costs %q", said)
	}
	if v := h.viewer("no such session"); !v.Guest() {
		t.Errorf("%+v", v)
	}
}

func TestSessionsEnd(t *testing.T) {
	for _, c := range []struct {
		what  string
		who   account.Role
		kind  account.SessionKind
		visit time.Duration // between visits
		lives time.Duration // at least
		ended time.Duration // at last
	}{
		{"one's own, visited", account.Member, account.OwnDevice, 30 * day, 179 * day, 180 * day},
		{"one's own, left alone", account.Member, account.OwnDevice, 400 * day, 89 * day, 90 * day},
		{"shared, in use", account.Member, account.SharedDevice, 20 * time.Minute, 11 * time.Hour, 37 * time.Hour},
		{"shared, left alone", account.Member, account.SharedDevice, 400 * day, 29 * time.Minute, 31 * time.Minute},
		{"a moderator's, in use", account.Moderator, account.OwnDevice, 6 * time.Hour, 6 * day, 7 * day},
		{"an operator's, in use", account.Operator, account.OwnDevice, 6 * time.Hour, 6 * day, 7 * day},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			for _, at := range []struct {
				after time.Duration
				here  bool
			}{{c.lives, true}, {c.ended, false}} {
				h := newHouse(t)
				who := h.Settle(t, h.d, account.Settler{Name: "Quiet Heron", Role: c.who})
				o, err := h.Accounts.OpenFor(t.Context(), who.ID, c.kind)
				h.ok(err)
				for passed := time.Duration(0); passed < at.after; {
					step := min(c.visit, at.after-passed)
					h.clock.pass(step)
					if passed += step; passed < at.after {
						h.viewer(o.Token)
						h.ok(h.Accounts.Tidy(t.Context()))
					}
				}
				if got := h.viewer(o.Token).Member(); got != at.here {
					t.Errorf("after %v: there %v", at.after, got)
				}
			}
		})
	}
}

func TestSessionsAreListedNamedAndEnded(t *testing.T) {
	h := newHouse(t)
	a, b := h.Opened(t, h.Ann), h.Opened(t, h.Ann)
	ann := h.viewer(a.Token)
	h.ok(h.Accounts.NameSession(t.Context(), ann, b.Account.Session.PID, " the  old laptop "))
	all, err := h.Accounts.Sessions(t.Context(), ann)
	h.ok(err)
	if len(all) != 3 {
		t.Fatalf("%+v", all)
	}
	for _, s := range all {
		if want := map[string]string{b.Account.Session.PID: "the old laptop"}[s.PID]; s.Label != want || s.Made != account.DayOf(h.clock.Now()) {
			t.Errorf("%+v", s)
		}
	}
	h.refused(h.Accounts.EndSession(t.Context(), h.Ben, b.Account.Session.PID), "fault.not_here")
	h.refused(h.Accounts.NameSession(t.Context(), h.Ben, b.Account.Session.PID, "mine"), "fault.not_here")
	h.refused(h.Accounts.NameSession(t.Context(), ann, b.Account.Session.PID, strings.Repeat("x", 61)), "fault.label_long")
	h.ok(h.Accounts.EndSession(t.Context(), ann, b.Account.Session.PID))
	if !h.viewer(b.Token).Guest() || h.viewer(a.Token).Guest() {
		t.Error("the wrong one ended")
	}
	h.ok(h.Accounts.EndSessions(t.Context(), ann))
	if !h.viewer(a.Token).Guest() {
		t.Error("signed out everywhere, but here")
	}
	ben := h.Opened(t, h.Ben)
	h.ok(h.Accounts.SignOut(t.Context(), ben.Token))
	if !h.viewer(ben.Token).Guest() {
		t.Error("signed out, and still there")
	}
}

func TestTwentySessionsAtMost(t *testing.T) {
	h := newHouse(t)
	first := h.Opened(t, h.Ann)
	h.clock.pass(day)
	h.viewer(first.Token) // the first is in use all the same
	h.ok(h.Accounts.Count(t.Context(), account.DayOf(h.clock.Now())+1))
	var last account.Opened
	for range 25 {
		last = h.Opened(t, h.Ann)
	}
	if n := h.count(`SELECT COUNT(*) FROM session WHERE account = $1`, h.Ann.ID); n != 20 {
		t.Errorf("%d sessions", n)
	}
	if h.viewer(last.Token).Guest() {
		t.Error("the newest was ended")
	}
}

func TestARoleChangeEndsSessionsAtOnce(t *testing.T) {
	h := newHouse(t)
	ann := h.Opened(t, h.Ann)
	h.ok(h.Accounts.SetRole(t.Context(), h.Ola, h.Ann.Name.PID, account.Moderator))
	if !h.viewer(ann.Token).Guest() {
		t.Error("goes on as before")
	}
	mo := h.Opened(t, h.Mo)
	h.ok(h.Accounts.SetRole(t.Context(), h.Ola, h.Mo.Name.PID, account.Member))
	if !h.viewer(mo.Token).Guest() {
		t.Error("a moderator no more, and still at it")
	}
}

// TestASharedSessionIsNotToldByTheDatabase: what tells that it was idle is in
// memory, and a start of the server counts as a visit at most half an hour.
func TestASharedSessionOverARestart(t *testing.T) {
	h := newHouse(t)
	o, err := h.Accounts.OpenFor(t.Context(), h.Ann.ID, account.SharedDevice)
	h.ok(err)
	restarted, err := account.Open(t.Context(), h.d, h.Queue, h.Keys, h.clock.Now)
	h.ok(err)
	h.clock.pass(31 * time.Minute)
	if v, err := restarted.Viewer(t.Context(), o.Token); err != nil || v.Member() {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestDaysAreCountedOnceTheyAreOver(t *testing.T) {
	h := newHouse(t)
	o := h.Opened(t, h.Ann)
	days := func() int64 { return h.count(`SELECT days_here FROM account WHERE id = $1`, h.Ann.ID) }
	read := func() int64 { return h.count(`SELECT posts_read FROM account WHERE id = $1`, h.Ann.ID) }
	for range 5 {
		h.Accounts.Read(h.viewer(o.Token), 4)
		h.ok(h.Accounts.Tidy(t.Context()))
	}
	if days() != 1 || read() != 0 {
		t.Errorf("%d days, %d read: written before the day was over", days(), read())
	}
	h.clock.pass(day)
	h.ok(h.Accounts.Tidy(t.Context()))
	h.ok(h.Accounts.Tidy(t.Context()))
	if days() != 1 || read() != 20 { // the day they joined was counted when they did
		t.Errorf("%d days, %d read", days(), read())
	}
	h.viewer(o.Token)
	h.clock.pass(day)
	h.ok(h.Accounts.Tidy(t.Context()))
	if days() != 2 {
		t.Errorf("%d days", days())
	}
	if got := h.count(`SELECT last_day FROM account WHERE id = $1`, h.Ann.ID); got != int64(account.DayOf(h.clock.Now()))-1 {
		t.Errorf("last here on day %d", got)
	}
	h.Accounts.Read(account.Account{}, 9) // a guest is not counted
}

// TestStepsAreTakenByDaysReadingAndPosts, and by nothing else.
func TestStepsAreTakenByDaysReadingAndPosts(t *testing.T) {
	for _, c := range []struct {
		days, read, posts int64
		from, to          account.Step
	}{
		{3, 30, 1, account.New, account.Regular},
		{2, 30, 1, account.New, account.New},
		{3, 29, 1, account.New, account.New},
		{3, 30, 0, account.New, account.New},
		{20, 200, 10, account.New, account.Steady},
		{20, 200, 10, account.Regular, account.Steady},
		{20, 200, 9, account.Regular, account.Regular},
		{19, 200, 10, account.Regular, account.Regular},
		{20, 199, 10, account.Regular, account.Regular},
		{1, 0, 0, account.Steady, account.Steady},
	} {
		h := newHouse(t)
		who := h.Settle(t, h.d, account.Settler{Name: "Quiet Heron", Step: c.from})
		o := h.Opened(t, who)
		h.tx(func(tx *db.Tx) error { return account.CountPost(t.Context(), tx, who.Name.ID, c.posts) })
		for i := range c.days - 1 {
			h.clock.pass(day)
			if v := h.viewer(o.Token); i == 0 {
				h.Accounts.Read(v, int(c.read))
			}
		}
		if c.days == 1 {
			h.viewer(o.Token)
		}
		h.clock.pass(day)
		h.ok(h.Accounts.Tidy(t.Context()))
		if got := h.viewer(o.Token).Step; got != c.to {
			t.Errorf("%d days, %d read, %d posts: from %s to %s, want %s", c.days, c.read, c.posts, c.from, got, c.to)
		}
	}
}
