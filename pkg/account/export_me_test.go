package account_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
)

func TestEverythingThatIsKeptIsHandedOver(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	who := o.Account
	h.ok(h.Accounts.SetAbout(t.Context(), who, "I read more than I write."))
	h.ok(h.Accounts.SetLanguage(t.Context(), who, "es"))
	h.app(who)
	h.newPasskey(who, "my phone")
	h.confirmed(who, "ann@home.example", account.BothEmail)
	h.ok(h.Accounts.Unsee(t.Context(), who, h.Ben.Name.ID))
	h.newName(who, 7, "Corner Lamp")
	h.ok(h.Accounts.Leave(t.Context(), who, account.KeepWords))
	e, err := h.Accounts.Export(t.Context(), h.viewer(o.Token))
	h.ok(err)
	text, err := json.Marshal(e)
	h.ok(err)
	for _, want := range []string{
		`"role":"member"`, `"Quiet Heron"`, `"Corner Lamp"`, `"I read more`, `"language":"es"`, `"my phone"`, `"ann@home.example"`,
		`"Ben Lantern"`, `"has_authenticator_app":true`, `"has_passphrase":true`, `"leaving":"former"`, `"browsers_signed_in_before":[`,
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
	for _, never := range []string{"argon2", "credential", "handle"} {
		if strings.Contains(string(text), never) {
			t.Errorf("%s in %s", never, text)
		}
	}
	for _, n := range e.Names {
		if n.ID == 0 {
			t.Errorf("nobody can add what was written under %+v", n)
		}
	}
}

func TestDisclosing(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	lamp := h.newName(o.Account, 7, "Corner Lamp")
	held, err := h.Accounts.Disclose(t.Context(), "Quiet Heron")
	h.ok(err)
	if len(held) != 1 || held[0].Account == nil || len(held[0].Account.Sessions) != 1 || held[0].Sealed {
		t.Fatalf("%+v", held)
	}
	if text, _ := json.Marshal(held); strings.Contains(string(text), "Corner Lamp") || strings.Contains(string(text), lamp.PID) {
		t.Error("it joins their names")
	}
	held, err = h.Accounts.Disclose(t.Context(), "Corner Lamp")
	h.ok(err)
	if len(held) != 1 || held[0].Account != nil || !held[0].Sealed || held[0].Name.Thread != 7 {
		t.Fatalf("%+v", held)
	}
	if held, err := h.Accounts.Disclose(t.Context(), "Nobody Atall"); err != nil || len(held) != 0 {
		t.Errorf("%+v, %v", held, err)
	}
}
