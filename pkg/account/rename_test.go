package account_test

import (
	"testing"

	"github.com/kindword/kindword/pkg/account"
)

func TestAnotherName(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	h.newName(o.Account, 7, "Corner Lamp")
	h.refused(h.Accounts.Rename(t.Context(), o.Account, "Ann Teapot"), "fault.name_taken")
	h.refused(h.Accounts.Rename(t.Context(), o.Account, "Dr Heron"), "fault.name_profession")
	h.ok(h.Accounts.Rename(t.Context(), o.Account, "Copper  Kettle"))
	who := h.viewer(o.Token)
	if who.Name.Shown != "Copper Kettle" || who.Name.ID != o.Account.Name.ID || who.Name.PID != o.Account.Name.PID || who.Name.Version == o.Account.Name.Version {
		t.Errorf("%+v", who.Name)
	}
	if n := h.nameIn(who, 7); n.Shown != "Corner Lamp" {
		t.Errorf("%+v", n)
	}
	_, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "copper kettle", Passphrase: j.Passphrase})
	h.ok(err)
	_, err = h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase})
	h.refused(err, "fault.sign_in_wrong")
	h.refused(h.Accounts.CheckName(t.Context(), h.d, "Quiet Heron"), "fault.name_taken")

	h.refused(h.Accounts.Rename(t.Context(), who, "Spare Key"), "fault.rename_soon")
	h.clock.pass(89 * day)
	again := h.Opened(t, who).Account
	h.refused(h.Accounts.Rename(t.Context(), again, "Spare Key"), "fault.rename_soon")
	h.clock.pass(day)
	h.ok(h.Accounts.Rename(t.Context(), h.Opened(t, who).Account, "Spare Key"))
}
