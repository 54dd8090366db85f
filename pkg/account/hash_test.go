package account

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// TestStrangersLeaveATurn: while they try names as fast as they can, whoever is
// known does not wait behind them.
func TestStrangersLeaveATurn(t *testing.T) {
	h := newHasher()
	h.cost = Cost{Memory: 8, Passes: 1}
	h.strangers <- struct{}{} // one of them is at it, and never ends
	h.turns <- struct{}{}
	if _, err := h.hash(t.Context(), known, "somebody at home here"); err != nil {
		t.Error(err)
	}
	impatient, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.hash(impatient, stranger, "another"); !errors.Is(err, context.Canceled) {
		t.Errorf("two strangers at once: %v", err)
	}
}

func TestAHashCarriesItsCost(t *testing.T) {
	h := newHasher()
	if h.cost != Recommended || Recommended.Memory < 19*1024 || Recommended.Passes < 2 {
		t.Errorf("%+v is less than OWASP asks for", Recommended)
	}
	h.cost = Cost{Memory: 16, Passes: 2}
	if err := h.prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	phc, err := h.hash(t.Context(), known, "a kettle on the sill")
	if err != nil || !strings.HasPrefix(phc, "$argon2id$v=19$m=16,t=2,p=1$") {
		t.Fatalf("%s, %v", phc, err)
	}
	other, err := h.hash(t.Context(), known, "a kettle on the sill")
	if err != nil || other == phc {
		t.Errorf("no salt: %v", err)
	}
	for _, c := range []struct {
		secret, phc string
		right       bool
	}{{"a kettle on the sill", phc, true}, {"A kettle on the sill", phc, false}, {"a kettle on the sill", "", false}} {
		if right, old, err := h.check(t.Context(), known, c.secret, c.phc); err != nil || right != c.right || old {
			t.Errorf("%q: %v, %v, %v", c.secret, right, old, err)
		}
	}
	h.cost.Passes = 3
	if right, old, err := h.check(t.Context(), known, "a kettle on the sill", phc); err != nil || !right || !old {
		t.Errorf("at another cost: %v, %v, %v", right, old, err)
	}
	for _, bad := range []string{"$argon2i$v=19$m=16,t=2,p=1$aaaa$bbbb", "plain", "$argon2id$v=19$m=16,t=0,p=1$AAAA$" + strings.Repeat("A", 43), "$argon2id$v=18$m=16,t=2,p=1$AAAA$AAAA"} {
		if _, _, err := h.check(t.Context(), known, "x", bad); !errors.Is(err, errPHC) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
