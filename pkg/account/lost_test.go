package account_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// TestASiteGoesOnWithoutItsMasterKey, at the price that is said at every start.
func TestASiteGoesOnWithoutItsMasterKey(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	h.app(o.Account)
	h.confirmed(o.Account, "ann@home.example", account.BothEmail)
	h.ok(h.Accounts.Unsee(t.Context(), o.Account, h.Ben.Name.ID))
	lamp := h.newName(o.Account, 7, "Corner Lamp")

	next, err := seal.NewKeys(bytes.Repeat([]byte{9}, seal.KeySize))
	h.ok(err)
	h.tx(func(tx *db.Tx) error { return account.Forget(t.Context(), tx, next) })
	a, err := account.Open(t.Context(), h.d, h.Queue, next, h.clock.Now, account.WithCost(account.Cost{Memory: 8, Passes: 1}))
	h.ok(err)

	in, err := a.SignIn(t.Context(), account.Coming{Name: "quiet heron", Passphrase: j.Passphrase})
	h.ok(err)
	if in.Half != nil || in.Account.SecondFactor || in.Account.WordsKept != 0 {
		t.Errorf("%+v", in)
	}
	if v, err := a.Viewer(t.Context(), o.Token); err != nil || v.Guest() {
		t.Errorf("their session ended: %v", err)
	}
	_, err = a.ShowWords(t.Context(), strings.Join(j.Words, " "))
	h.refused(err, "fault.six_words_wrong")
	if e, err := a.EmailOf(t.Context(), h.d, o.Account.ID); err != nil || e.Address != "" {
		t.Errorf("%+v, %v", e, err)
	}
	if n, err := a.NameIn(t.Context(), h.d, o.Account, 7); err != nil || n.ID == lamp.ID {
		t.Errorf("%+v, %v", n, err)
	}
	if hidden, err := a.Apart(t.Context(), o.Account, account.Meeting{o.Account.Name.ID, h.Ben.Name.ID}); err != nil || len(hidden) != 0 {
		t.Errorf("%v, %v", hidden, err)
	}
	for _, name := range []string{"Quiet Heron", "Corner Lamp", "Ann Teapot"} {
		h.refused(a.CheckName(t.Context(), h.d, name), "fault.name_taken")
	}
	fresh := account.NewRecoveryWords()
	h.ok(a.RenewWords(t.Context(), in.Account, fresh, true))
	_, err = a.ShowWords(t.Context(), strings.Join(fresh, " "))
	h.ok(err)
}
