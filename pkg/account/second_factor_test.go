package account_test

import (
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

func TestACodeIsAskedForAndOpensOnce(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	secret := h.app(h.viewer(o.Token))
	c := account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase}

	half, err := h.Accounts.SignIn(t.Context(), c)
	h.ok(err)
	if half.Token != "" || half.Half == nil || !half.Half.Code {
		t.Fatalf("%+v", half)
	}
	_, err = h.Accounts.SecondStep(t.Context(), half.Half.Token, h.code(secret))
	h.refused(err, "fault.code_wrong") // it was used when the app was added
	_, err = h.Accounts.SecondStep(t.Context(), half.Half.Token, "000000")
	h.refused(err, "fault.code_wrong")
	_, err = h.Accounts.SecondStep(t.Context(), "no such half", h.code(secret))
	h.refused(err, "fault.half_over")

	h.clock.pass(30 * time.Second)
	code := h.code(secret)
	whole, err := h.Accounts.SecondStep(t.Context(), half.Half.Token, " "+code[:3]+" "+code[3:])
	h.ok(err)
	if h.viewer(whole.Token).Name.Shown != "Quiet Heron" {
		t.Error("somebody else came in")
	}
	_, err = h.Accounts.SecondStep(t.Context(), half.Half.Token, h.code(secret))
	h.refused(err, "fault.half_over") // a half opens once

	half, err = h.Accounts.SignIn(t.Context(), c)
	h.ok(err)
	_, err = h.Accounts.SecondStep(t.Context(), half.Half.Token, code)
	h.refused(err, "fault.code_wrong") // and so does a code

	h.clock.pass(6 * time.Minute)
	_, err = h.Accounts.SecondStep(t.Context(), half.Half.Token, h.code(secret))
	h.refused(err, "fault.half_over")
}

func TestAClockMayBeALittleOff(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	secret := h.app(h.viewer(o.Token))
	for _, c := range []struct {
		off  time.Duration
		open bool
	}{{-30 * time.Second, true}, {30 * time.Second, true}, {-61 * time.Second, false}, {61 * time.Second, false}} {
		h.clock.pass(5 * time.Minute)
		half, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase})
		h.ok(err)
		h.clock.pass(c.off)
		code := h.code(secret)
		h.clock.pass(-c.off)
		if _, err := h.Accounts.SecondStep(t.Context(), half.Half.Token, code); (err == nil) != c.open {
			t.Errorf("off by %v: %v", c.off, err)
		}
	}
}

func TestCodesCannotBeGuessed(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	h.app(h.viewer(o.Token))
	tried := 0
	for range 50 { // with as many halves as they like
		half, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase})
		h.ok(err)
		if _, err = h.Accounts.SecondStep(t.Context(), half.Half.Token, "123456"); !fault.Is(err, fault.TooOften) {
			tried++
		}
	}
	if tried != 10 {
		t.Errorf("%d guesses at once", tried)
	}
}

func TestASeedOpensInItsOwnRowAlone(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	other, k := h.join("Copper Kettle")
	secret := h.app(h.viewer(o.Token))
	h.clock.pass(time.Minute)
	_ = other
	if n := h.count(`SELECT COUNT(*) FROM account WHERE totp IS NOT NULL`); n != 3 { // mo's and ola's too
		t.Errorf("%d apps", n)
	}
	h.swap("totp", "Quiet Heron", "Copper Kettle")
	half, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "Copper Kettle", Passphrase: k.Passphrase})
	h.ok(err)
	if _, err = h.Accounts.SecondStep(t.Context(), half.Half.Token, h.code(secret)); err == nil || fault.Of(err).Kind != fault.Internal {
		t.Errorf("another's seed opened an account: %v", err)
	}
	_ = j
}

func TestModeratorsNeedASecondFactor(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	who := h.viewer(o.Token)
	h.ok(h.Accounts.SetRole(t.Context(), h.Ola, who.Name.PID, account.Moderator, 7))
	o, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase})
	h.ok(err)
	who = h.viewer(o.Token)
	if !who.NeedsSecondFactor() || who.Moderates(7) || who.ModeratesSome() {
		t.Errorf("a passphrase alone moderates: %+v", who)
	}
	h.app(who)
	who = h.viewer(o.Token)
	if who.NeedsSecondFactor() || !who.Moderates(7) || who.Moderates(8) || who.Operates() {
		t.Errorf("with an app: %+v", who)
	}
	h.ok(h.Accounts.RemoveApp(t.Context(), who))
	if h.viewer(o.Token).Moderates(7) {
		t.Error("moderates on without")
	}
}

func TestWhoMayDoWhat(t *testing.T) {
	guest := account.Account{}
	member := account.Account{ID: 1, Role: account.Member}
	welcomer := account.Account{ID: 1, Role: account.Welcomer}
	some := account.Account{ID: 1, Role: account.Moderator, Boards: []int64{3, 5}, SecondFactor: true}
	all := account.Account{ID: 1, Role: account.Moderator, SecondFactor: true}
	bare := account.Account{ID: 1, Role: account.Operator}
	operator := account.Account{ID: 1, Role: account.Operator, SecondFactor: true}
	for _, c := range []struct {
		who                            string
		a                              account.Account
		guest, three, four, any, needs bool
		operates                       bool
	}{
		{who: "a guest", a: guest, guest: true},
		{who: "a member", a: member},
		{who: "a welcomer", a: welcomer},
		{who: "a moderator of some", a: some, three: true, any: true},
		{who: "a moderator of all", a: all, three: true, four: true, any: true},
		{who: "an operator without", a: bare, needs: true},
		{who: "an operator", a: operator, three: true, four: true, any: true, operates: true},
	} {
		a := c.a
		if a.Guest() != c.guest || a.Member() == c.guest || a.Moderates(3) != c.three || a.Moderates(4) != c.four ||
			a.ModeratesSome() != c.any || a.NeedsSecondFactor() != c.needs || a.Operates() != c.operates {
			t.Errorf("%s: %v %v %v %v %v", c.who, a.Moderates(3), a.Moderates(4), a.ModeratesSome(), a.NeedsSecondFactor(), a.Operates())
		}
	}
}
