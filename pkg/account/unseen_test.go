package account_test

import (
	"testing"

	"github.com/kindword/kindword/pkg/account"
)

func TestSomebodyIsNotSeenAnyMore(t *testing.T) {
	h := newHouse(t)
	lamp := h.newName(h.Ben, 7, "Corner Lamp")
	seen := func(by account.Account, n account.NameID) bool {
		hidden, err := h.Accounts.Unseen(t.Context(), by, h.Ben.Name.ID, lamp.ID, h.Mo.Name.ID)
		h.ok(err)
		return !hidden[n]
	}
	h.ok(h.Accounts.Unsee(t.Context(), h.Ann, lamp.ID))
	h.ok(h.Accounts.Unsee(t.Context(), h.Ann, lamp.ID)) // twice is once
	if seen(h.Ann, lamp.ID) {
		t.Error("she sees it on")
	}
	if !seen(h.Ann, h.Ben.Name.ID) || !seen(h.Ann, h.Mo.Name.ID) {
		t.Error("it acts on more than the name she saw")
	}
	if !seen(h.Mo, lamp.ID) || !seen(account.Account{}, lamp.ID) {
		t.Error("it acts on others' eyes")
	}
	names, err := h.Accounts.UnseenNames(t.Context(), h.Ann)
	h.ok(err)
	if len(names) != 1 || names[0].ID != lamp.ID {
		t.Errorf("%+v", names)
	}
	h.refused(h.Accounts.Unsee(t.Context(), h.Ben, lamp.ID), "fault.unsee_self")
	h.refused(h.Accounts.Unsee(t.Context(), h.Ben, h.Ben.Name.ID), "fault.unsee_self")
	h.refused(h.Accounts.Unsee(t.Context(), h.Ben, 12345), "fault.not_here")
	h.refused(h.Accounts.Unsee(t.Context(), account.Account{}, lamp.ID), "fault.sign_in")
	h.ok(h.Accounts.SeeAgain(t.Context(), h.Ann, lamp.ID))
	h.ok(h.Accounts.SeeAgain(t.Context(), h.Ann, lamp.ID))
	if !seen(h.Ann, lamp.ID) || h.count(`SELECT COUNT(*) FROM unseen_name`) != 0 {
		t.Error("not seen again")
	}
}

// TestManyUnseenNames: none is lost when others are seen again, in any order.
func TestManyUnseenNames(t *testing.T) {
	h := newHouse(t)
	var all []account.NameID
	for i := range 80 {
		who := h.Settle(t, h.d, account.Settler{Name: "Lamp " + letters(i)})
		all = append(all, who.Name.ID)
		h.ok(h.Accounts.Unsee(t.Context(), h.Ann, who.Name.ID))
	}
	left := map[account.NameID]bool{}
	for i, n := range all {
		if i%3 == 0 || i > 40 {
			h.ok(h.Accounts.SeeAgain(t.Context(), h.Ann, n))
		} else {
			left[n] = true
		}
	}
	names, err := h.Accounts.UnseenNames(t.Context(), h.Ann)
	h.ok(err)
	hidden, err := h.Accounts.Unseen(t.Context(), h.Ann, all...)
	h.ok(err)
	if len(names) != len(left) || len(hidden) != len(left) {
		t.Errorf("%d and %d, want %d", len(names), len(hidden), len(left))
	}
	for _, n := range names {
		if !left[n.ID] || !hidden[n.ID] {
			t.Errorf("%+v", n)
		}
	}
}
