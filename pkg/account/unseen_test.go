package account_test

import (
	"testing"

	"github.com/kindword/kindword/pkg/account"
)

func TestSomebodyIsNotSeenAnyMore(t *testing.T) {
	h := newHouse(t)
	lamp := h.newName(h.Ben, 7, "Corner Lamp")
	seen := func(by account.Account, n account.NameID) bool {
		as := by.Name.ID
		apart, err := h.Accounts.Apart(t.Context(), by, account.Meeting{as, h.Ben.Name.ID}, account.Meeting{as, lamp.ID}, account.Meeting{as, h.Mo.Name.ID})
		h.ok(err)
		return apart[account.Meeting{as, n}] == account.Nobodys
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
	var met []account.Meeting
	for _, n := range all {
		met = append(met, account.Meeting{h.Ann.Name.ID, n})
	}
	apart, err := h.Accounts.Apart(t.Context(), h.Ann, met...)
	h.ok(err)
	if len(names) != len(left) || len(apart) != len(left) {
		t.Errorf("%d and %d, want %d", len(names), len(apart), len(left))
	}
	for _, n := range names {
		if !left[n.ID] || apart[account.Meeting{h.Ann.Name.ID, n.ID}] != account.Mine {
			t.Errorf("%+v", n)
		}
	}
}

// TestBothAreOutOfSight: whoever goes by the name that was chosen does not see the
// other's own name either, there where they go by it; and sees every other name of
// the same person, so that no two names vanish together.
func TestBothAreOutOfSight(t *testing.T) {
	h := newHouse(t)
	lamp := h.newName(h.Ben, 7, "Corner Lamp")
	hat := h.newName(h.Ann, 7, "Soft Hat")
	ann, ben := h.Ann.Name.ID, h.Ben.Name.ID
	check := func(when string, by account.Account, want map[account.Meeting]account.Whose) {
		t.Helper()
		var met []account.Meeting
		for m := range want {
			met = append(met, m)
		}
		apart, err := h.Accounts.Apart(t.Context(), by, met...)
		h.ok(err)
		for m, whose := range want {
			if apart[m] != whose {
				t.Errorf("%s: %v is %q, want %q", when, m, apart[m], whose)
			}
		}
	}
	h.ok(h.Accounts.Unsee(t.Context(), h.Ann, ben))
	check("ann, who chose", h.Ann, map[account.Meeting]account.Whose{{ann, ben}: account.Mine, {hat.ID, ben}: account.Mine, {ann, lamp.ID}: ""})
	check("ben, whom she chose not to see", h.Ben, map[account.Meeting]account.Whose{
		{ben, ann}: account.Theirs, {lamp.ID, ann}: account.Theirs, // it is the same ben who reads
		{ben, hat.ID}: "", {lamp.ID, hat.ID}: "", // what ann writes under another name stays
	})
	check("mo", h.Mo, map[account.Meeting]account.Whose{{h.Mo.Name.ID, ann}: "", {h.Mo.Name.ID, ben}: ""})
	check("a guest", account.Account{}, map[account.Meeting]account.Whose{{0, ann}: "", {0, ben}: ""})
	h.ok(h.Accounts.Unsee(t.Context(), h.Ben, ann))
	check("ben, who chose too", h.Ben, map[account.Meeting]account.Whose{{ben, ann}: account.Mine})
	h.ok(h.Accounts.SeeAgain(t.Context(), h.Ann, ben))
	check("ann, whom he chose", h.Ann, map[account.Meeting]account.Whose{{ann, ben}: account.Theirs, {hat.ID, ben}: account.Theirs})
	h.ok(h.Accounts.SeeAgain(t.Context(), h.Ben, ann))

	h.ok(h.Accounts.Unsee(t.Context(), h.Ann, lamp.ID)) // she met the name and knows no more
	check("ann, who chose a name for one thread", h.Ann, map[account.Meeting]account.Whose{{ann, lamp.ID}: account.Mine, {ann, ben}: ""})
	check("ben where he goes by it and where not", h.Ben, map[account.Meeting]account.Whose{{lamp.ID, ann}: account.Theirs, {ben, ann}: "", {lamp.ID, hat.ID}: ""})
}
