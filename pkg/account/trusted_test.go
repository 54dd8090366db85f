package account_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// Only operators learn who is trusted with what, and of a name for one thread
// nobody does.
func TestTrusted(t *testing.T) {
	h := newHouse(t)
	ctx, a := t.Context(), h.Accounts
	ola := h.Ola
	h.ok(a.SetRole(ctx, ola, h.Ben.Name.PID, account.Moderator, 4, 9))
	h.app(h.Ben)
	h.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE account SET totp = NULL WHERE id = $1`, h.Mo.ID)
		return err
	})

	all, err := a.Trusted(ctx, ola)
	h.ok(err)
	var said []string
	for _, one := range all {
		said = append(said, one.Name.Shown+" "+string(one.Role)+map[bool]string{true: " waits"}[one.Waits()])
	}
	if got := strings.Join(said, ", "); got != "Ola Ladder operator, Ben Lantern moderator, Mo Harbour moderator waits" {
		t.Error(got)
	}
	slices.Sort(all[1].Boards)
	if !slices.Equal(all[1].Boards, []int64{4, 9}) || all[2].Boards != nil {
		t.Errorf("boards: %v and %v", all[1].Boards, all[2].Boards)
	}
	for typed, want := range map[string]string{
		"Ann Teapot": h.Ann.Name.PID, " ann teapot": h.Ann.Name.PID, "annteapot": h.Ann.Name.PID, "Ann": "", "": "", "Nobody Here": "",
	} {
		if pid, err := a.CalledExactly(ctx, ola, typed); err != nil || pid != want {
			t.Errorf("%q: %q, %v", typed, pid, err)
		}
	}
	var lamp account.Name
	h.tx(func(tx *db.Tx) (err error) {
		lamp, err = a.NewNameIn(ctx, tx, h.Ann, 7, "Paper Lamp")
		return err
	})
	if pid, err := a.CalledExactly(ctx, ola, "Paper Lamp"); err != nil || pid != "" {
		t.Errorf("a name for one thread: %q, %v", pid, err)
	}
	if _, err := a.TrustedWith(ctx, ola, lamp.PID); !fault.Is(err, fault.NotFound) {
		t.Errorf("a name for one thread: %v", err)
	}
	unlocked := ola
	unlocked.SecondFactor = false
	for _, by := range []account.Account{{}, h.Ann, h.Mo, unlocked} {
		_, err := a.Trusted(ctx, by)
		_, err2 := a.TrustedWith(ctx, by, h.Ann.Name.PID)
		_, err3 := a.CalledExactly(ctx, by, "Ann Teapot")
		for _, err := range []error{err, err2, err3} {
			if !fault.Is(err, fault.NotFound) {
				t.Errorf("%q learns it: %v", by.Name.Shown, err)
			}
		}
	}
}

// New agreements are written down, ask everybody again, and never go over those
// of another operator unseen.
func TestSetAgreement(t *testing.T) {
	var logged []string
	h := newHouse(t, account.WithLog(func(_ context.Context, _ *db.Tx, by account.Account, act, subject string) error {
		logged = append(logged, by.Name.Shown+" "+act+" "+subject)
		return nil
	}))
	ctx, a := t.Context(), h.Accounts
	ola := h.Ola
	g, err := a.SetAgreement(ctx, ola, 0, " Be kind.\r\n\r\nBe slow.\n")
	if h.ok(err); g.Version != 1 || a.Agreement().Words != "Be kind.\n\nBe slow." || !a.NeedsToAccept(h.viewer(h.Opened(t, h.Ann).Token)) {
		t.Errorf("%+v", a.Agreement())
	}
	for key, try := range map[string]func() error{
		"fault.agreements_changed": func() error { _, err := a.SetAgreement(ctx, ola, 0, "Mine."); return err },
		"fault.agreements_same":    func() error { _, err := a.SetAgreement(ctx, ola, 1, "Be kind.\n\nBe slow."); return err },
		"fault.agreements_empty":   func() error { _, err := a.SetAgreement(ctx, ola, 1, " \r\n"); return err },
		"fault.site_long": func() error {
			_, err := a.SetAgreement(ctx, ola, 1, strings.Repeat("x", account.MaxAgreement+1))
			return err
		},
		"fault.operators_only": func() error { _, err := a.SetAgreement(ctx, h.Mo, 1, "Mine."); return err },
	} {
		h.refused(try(), key)
	}
	if len(logged) != 1 || logged[0] != "Ola Ladder agreement.changed agreement 1" {
		t.Errorf("written down: %v", logged)
	}
}
