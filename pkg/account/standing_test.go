package account_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// decide runs one decision of the desk.
func (h *house) decide(do func(tx *db.Tx) error) {
	h.t.Helper()
	h.tx(do)
}

// standings returns every account's sealed standing.
func (h *house) standings() map[int64][]byte {
	h.t.Helper()
	type row struct {
		id     int64
		sealed []byte
	}
	rows, err := db.All(h.t.Context(), h.d, func(r db.Row) (v row, err error) { return v, r.Scan(&v.id, &v.sealed) }, `SELECT id, standing FROM account`)
	h.ok(err)
	all := map[int64][]byte{}
	for _, r := range rows {
		all[r.id] = bytes.Clone(r.sealed)
	}
	return all
}

// A pause of a name for one thread binds whoever it belongs to, ends by itself, can
// be lifted, and shows on no other name.
func TestAPauseBindsTheAccount(t *testing.T) {
	h := newHouse(t)
	ctx := t.Context()
	o := h.Opened(t, h.Ann)
	lamp := h.newName(h.Ann, 7, "Corner Lamp")
	h.decide(func(tx *db.Tx) error {
		return h.Accounts.PauseIn(ctx, tx, lamp.ID, h.clock.Now().Add(24*time.Hour), "one")
	})

	v := h.viewer(o.Token)
	if !v.Stopped(h.clock.Now()) || v.Standing.Under != lamp.ID || v.Standing.Decision != "one" {
		t.Errorf("%+v", v.Standing)
	}
	h.refused(account.CanPublish(v), "fault.paused")
	for name, paused := range map[account.NameID]bool{lamp.ID: true, h.Ann.Name.ID: false, h.Ben.Name.ID: false} {
		s, err := h.Accounts.StandingOf(ctx, h.d, name)
		h.ok(err)
		if paused == s.PausedUntil.IsZero() {
			t.Errorf("the desk is told of name %v: %+v", name, s)
		}
	}
	h.clock.pass(24 * time.Hour)
	if v := h.viewer(o.Token); v.Stopped(h.clock.Now()) || v.Standing != (account.Standing{}) {
		t.Errorf("it has ended: %+v", v.Standing)
	}

	h.decide(func(tx *db.Tx) error { return h.Accounts.BanIn(ctx, tx, lamp.ID, "two") })
	h.decide(func(tx *db.Tx) error { return h.Accounts.HoldFirstIn(ctx, tx, h.Ann.Name.ID, time.Time{}, "three") })
	h.decide(func(tx *db.Tx) error {
		return h.Accounts.PauseIn(ctx, tx, h.Ann.Name.ID, h.clock.Now().Add(time.Hour), "four")
	})
	h.decide(func(tx *db.Tx) error {
		return h.Accounts.PauseIn(ctx, tx, h.Ann.Name.ID, h.clock.Now().Add(2*time.Hour), "four")
	})
	v = h.viewer(o.Token)
	if !v.Standing.Banned || !v.Standing.HeldFirst || !v.Standing.PausedUntil.Equal(h.clock.Now().Add(2*time.Hour)) || v.Standing.Decision != "two" {
		t.Errorf("%+v", v.Standing)
	}
	h.refused(account.CanPublish(v), "fault.banned")
	for _, decision := range []string{"two", "two", "four"} {
		h.decide(func(tx *db.Tx) error { return h.Accounts.LiftIn(ctx, tx, lamp.ID, decision) })
	}
	if v := h.viewer(o.Token); v.Stopped(h.clock.Now()) || !v.Standing.HeldFirst {
		t.Errorf("%+v", v.Standing)
	}
	h.ok(account.CanPublish(h.viewer(o.Token)))
	h.ok(account.CanPublish(account.Account{}))
}

// Of those who were decided about, nobody is told apart by the database: everybody
// has a standing of the same length, and with one that changes many are sealed anew.
func TestAPauseLooksLikeNoPause(t *testing.T) {
	h := newHouse(t)
	ctx := t.Context()
	for i := range 100 {
		h.Settle(t, h.d, account.Settler{Name: "Fan " + letters(i)})
	}
	lamp := h.newName(h.Ann, 7, "Corner Lamp")
	ends := 0
	for i := range 40 {
		before := h.standings()
		h.decide(func(tx *db.Tx) error {
			return h.Accounts.PauseIn(ctx, tx, lamp.ID, h.clock.Now().Add(24*time.Hour), letters(i))
		})
		lengths, changed, first, last := map[int]bool{}, 0, int64(0), int64(0)
		for id, sealed := range h.standings() {
			lengths[len(sealed)] = true
			if bytes.Equal(sealed, before[id]) {
				continue
			}
			changed++
			if first == 0 || id < first {
				first = id
			}
			last = max(last, id)
		}
		if len(lengths) != 1 || lengths[0] || changed < 32 {
			t.Fatalf("lengths %v, %d changed", lengths, changed)
		}
		if int64(h.Ann.ID) == first || int64(h.Ann.ID) == last {
			ends++
		}
	}
	if ends > 20 {
		t.Errorf("whose changed stood at an end of those that did %d times of 40", ends)
	}
}

// What was decided about somebody stays under another master key, is lost with a
// lost one, is theirs to take along, and opens in no other row.
func TestAStandingIsKept(t *testing.T) {
	h := newHouse(t)
	ctx := t.Context()
	o := h.Opened(t, h.Ann)
	lamp := h.newName(h.Ann, 7, "Corner Lamp")
	h.decide(func(tx *db.Tx) error { return h.Accounts.BanIn(ctx, tx, lamp.ID, "masked") })
	h.decide(func(tx *db.Tx) error { return h.Accounts.HoldFirstIn(ctx, tx, h.Ann.Name.ID, time.Time{}, "open") })

	e, err := h.Accounts.Export(ctx, o.Account)
	h.ok(err)
	if len(e.Standing) != 2 || e.Standing[0] != (account.ExportStanding{Kind: "ban", Decision: "masked"}) {
		t.Errorf("%+v", e.Standing)
	}
	held, err := h.Accounts.Disclose(ctx, h.Ann.Name.Shown)
	h.ok(err)
	if s := held[0].Account.Standing; len(s) != 1 || s[0].Decision != "open" {
		t.Errorf("what is disclosed of one name leads to another: %+v", s)
	}

	next, err := seal.NewKeys(bytes.Repeat([]byte{9}, seal.KeySize))
	h.ok(err)
	h.tx(func(tx *db.Tx) error { return h.Accounts.Rotate(ctx, tx, h.Keys, next) })
	h.Keys.Become(next)
	if v := h.viewer(o.Token); !v.Standing.Banned || !v.Standing.HeldFirst {
		t.Errorf("%+v", v.Standing)
	}
	ben := h.Opened(t, h.Ben)
	h.swap("standing", h.Ann.Name.Shown, h.Ben.Name.Shown)
	if _, err := h.Accounts.Viewer(ctx, ben.Token); err == nil {
		t.Error("another's standing opens")
	}
	lost, err := seal.NewKeys(bytes.Repeat([]byte{7}, seal.KeySize))
	h.ok(err)
	h.tx(func(tx *db.Tx) error { return account.Forget(ctx, tx, lost) })
	again, err := account.Open(ctx, h.d, h.Queue, lost, h.clock.Now)
	h.ok(err)
	if v, err := again.Viewer(ctx, o.Token); err != nil || v.Standing != (account.Standing{}) {
		t.Errorf("%+v, %v", v.Standing, err)
	}
}
