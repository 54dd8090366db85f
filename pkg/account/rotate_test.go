package account_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// TestANewMasterKeyChangesNothingForAnybody.
func TestANewMasterKeyChangesNothingForAnybody(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	who := o.Account
	secret := h.app(who)
	h.confirmed(who, "ann@home.example", account.BothEmail)
	h.ok(h.Accounts.SetEmail(t.Context(), who, "new@home.example", account.BothEmail)) // waits to be confirmed
	waiting := h.token()
	var lamps []account.Name
	for i := range 40 {
		lamps = append(lamps, h.newName(who, int64(i+1), "Lamp "+letters(i)))
		h.ok(h.Accounts.Unsee(t.Context(), who, h.Settle(t, h.d, account.Settler{Name: "Fan " + letters(i)}).Name.ID))
	}
	before := h.sealed()
	next, err := seal.NewKeys(bytes.Repeat([]byte{9}, seal.KeySize))
	h.ok(err)
	h.tx(func(tx *db.Tx) error { return h.Accounts.Rotate(t.Context(), tx, h.Keys, next) })
	for what, b := range h.sealed() {
		if bytes.Equal(b, before[what]) {
			t.Errorf("%s is as it was", what)
		}
	}
	if _, err := account.Open(t.Context(), h.d, h.Queue, h.Keys, h.clock.Now); !errors.Is(err, seal.ErrSealed) {
		t.Errorf("the old key opens: %v", err)
	}
	h.Keys.Become(next)

	h.clock.pass(time.Minute)
	half, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase})
	h.ok(err)
	_, err = h.Accounts.SecondStep(t.Context(), half.Half.Token, h.code(secret))
	h.ok(err)
	_, err = h.Accounts.ShowWords(t.Context(), strings.Join(j.Words, " "))
	h.ok(err)
	if e, err := h.Accounts.EmailOf(t.Context(), h.d, who.ID); err != nil || e.Address != "ann@home.example" {
		t.Errorf("%+v, %v", e, err)
	}
	sent := len(h.box.letters)
	h.ok(h.Accounts.AskForLetter(t.Context(), "ann@home.example"))
	h.work()
	if len(h.box.letters) != sent+1 {
		t.Error("the address is not found any more")
	}
	h.ok(h.Accounts.TakeEmailLink(t.Context(), waiting))
	if e, _ := h.Accounts.EmailOf(t.Context(), h.d, who.ID); e.Address != "new@home.example" {
		t.Errorf("%+v", e)
	}
	names, err := h.Accounts.NamesOf(t.Context(), h.d, who.ID)
	h.ok(err)
	if len(names) != 41 || h.nameIn(who, 7) != lamps[6] {
		t.Errorf("%d names", len(names))
	}
	unseen, err := h.Accounts.UnseenNames(t.Context(), who)
	h.ok(err)
	if len(unseen) != 40 {
		t.Errorf("%d unseen", len(unseen))
	}
	h.refused(h.Accounts.CheckName(t.Context(), h.d, "Quiet Heron"), "fault.name_taken")
}

// TestARotationThatFailsChangesNothing: one row that does not open stops it.
func TestARotationThatFailsChangesNothing(t *testing.T) {
	h := newHouse(t)
	h.newName(h.Ann, 7, "Corner Lamp")
	h.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `UPDATE account SET totp = $1 WHERE id = $2`, []byte("spoilt spoilt spoilt spoilt spoilt spoilt"), h.Mo.ID)
		return err
	})
	before := h.sealed()
	next, err := seal.NewKeys(bytes.Repeat([]byte{9}, seal.KeySize))
	h.ok(err)
	if err := h.d.Tx(t.Context(), func(tx *db.Tx) error { return h.Accounts.Rotate(t.Context(), tx, h.Keys, next) }); !errors.Is(err, seal.ErrSealed) {
		t.Errorf("%v", err)
	}
	for what, b := range h.sealed() {
		if !bytes.Equal(b, before[what]) {
			t.Errorf("%s changed", what)
		}
	}
}

// sealed is one value of each column that hangs on the master key.
func (h *house) sealed() map[string][]byte {
	h.t.Helper()
	all := map[string][]byte{}
	for _, column := range []string{
		"kept_key.sealed", "name.sealed", "name.slot", "name.place", "account.totp", "account.standing", "account.email", "account.email_index",
		"pass.sealed", "unseen_name.key", "unseen_name.slot", "unseen_name.sealed",
	} {
		table, name, _ := strings.Cut(column, ".")
		b, err := db.One(h.t.Context(), h.d, db.Value[[]byte], `SELECT `+name+` FROM `+table+` WHERE `+name+` IS NOT NULL ORDER BY `+name+` LIMIT 1`)
		if err == nil {
			all[column] = b
		}
	}
	return all
}
