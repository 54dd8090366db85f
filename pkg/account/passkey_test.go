package account_test

import (
	"strings"
	"testing"
	"time"

	"github.com/descope/virtualwebauthn"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

var site = virtualwebauthn.RelyingParty{ID: "kindword.example", Name: "Kindword", Origin: "https://kindword.example"}

// phone keeps passkeys, as somebody's phone does.
type phone struct {
	virtualwebauthn.Authenticator
	key virtualwebauthn.Credential
}

// newKey returns a key whose two numbers have all of their 32 bytes: of those that
// begin with a nought, one in 128, the emulator leaves it out, and no site takes them.
func newKey() virtualwebauthn.Credential {
	for {
		if key := virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2); len(key.Key.AttestationData()) == 77 {
			return key
		}
	}
}

// newPasskey adds a passkey to who's account, from a phone of theirs.
func (h *house) newPasskey(who account.Account, label string) (*phone, account.Passkey) {
	h.t.Helper()
	options, token, err := h.Accounts.BeginPasskey(h.t.Context(), who)
	h.ok(err)
	asked, err := virtualwebauthn.ParseAttestationOptions(string(options))
	h.ok(err)
	p := &phone{Authenticator: virtualwebauthn.NewAuthenticator(), key: newKey()}
	p.Options.UserHandle = []byte(asked.UserID)
	answer := virtualwebauthn.CreateAttestationResponse(site, p.Authenticator, p.key, *asked)
	kept, err := h.Accounts.KeepPasskey(h.t.Context(), who, token, label, []byte(answer))
	h.ok(err)
	p.AddCredential(p.key)
	return p, kept
}

// answer is what the phone says to what a browser was asked.
func (h *house) answer(p *phone, options []byte, at virtualwebauthn.RelyingParty) []byte {
	h.t.Helper()
	asked, err := virtualwebauthn.ParseAssertionOptions(string(options))
	h.ok(err)
	p.key.Counter++
	return []byte(virtualwebauthn.CreateAssertionResponse(at, p.Authenticator, p.key, *asked))
}

func TestAPasskeyOpensItsAccountByItself(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	h.app(o.Account) // and no code is asked for beside it
	p, kept := h.newPasskey(o.Account, " my  phone ")
	if kept.Label != "my phone" {
		t.Errorf("%+v", kept)
	}
	options, token, err := h.Accounts.BeginPasskeySignIn()
	h.ok(err)
	if strings.Contains(string(options), "allowCredentials") {
		t.Errorf("the asking tells whose keys there are: %s", options)
	}
	said := h.answer(p, options, site)
	in, err := h.Accounts.SignInByPasskey(t.Context(), token, said, account.OwnDevice, "")
	h.ok(err)
	if in.Half != nil || h.viewer(in.Token).Name.Shown != "Quiet Heron" || !h.viewer(in.Token).SecondFactor {
		t.Errorf("%+v", in)
	}
	_, err = h.Accounts.SignInByPasskey(t.Context(), token, said, account.OwnDevice, "")
	h.refused(err, "fault.passkey_again") // an answer opens once

	options, token, err = h.Accounts.BeginPasskeySignIn()
	h.ok(err)
	said = h.answer(p, options, site)
	h.clock.pass(6 * time.Minute)
	_, err = h.Accounts.SignInByPasskey(t.Context(), token, said, account.OwnDevice, "")
	h.refused(err, "fault.passkey_again")
}

func TestPasskeysThatOpenNothing(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	p, kept := h.newPasskey(o.Account, "my phone")
	try := func(at virtualwebauthn.RelyingParty, change func([]byte) []byte) error {
		options, token, err := h.Accounts.BeginPasskeySignIn()
		h.ok(err)
		said := h.answer(p, options, at)
		if change != nil {
			said = change(said)
		}
		_, err = h.Accounts.SignInByPasskey(t.Context(), token, said, account.OwnDevice, "")
		return err
	}
	h.ok(try(site, nil))
	h.refused(try(virtualwebauthn.RelyingParty{ID: "kindw0rd.example", Origin: "https://kindw0rd.example"}, nil), "fault.passkey_wrong")
	h.refused(try(virtualwebauthn.RelyingParty{ID: site.ID, Origin: "https://evil.example"}, nil), "fault.passkey_wrong")
	h.refused(try(site, func([]byte) []byte { return []byte("{") }), "fault.passkey_wrong")
	h.refused(try(site, func([]byte) []byte { return nil }), "fault.passkey_wrong")
	p.Options.UserNotVerified = true // somebody's phone, and not their finger
	h.refused(try(site, nil), "fault.passkey_wrong")
	p.Options.UserNotVerified = false
	stranger := &phone{Authenticator: virtualwebauthn.NewAuthenticator(), key: newKey()}
	stranger.Options.UserHandle = p.Options.UserHandle
	stranger.AddCredential(stranger.key)
	p, own := stranger, p
	h.refused(try(site, nil), "fault.passkey_wrong")
	p = own
	h.ok(h.Accounts.RemovePasskey(t.Context(), o.Account, kept.PID))
	h.refused(try(site, nil), "fault.passkey_wrong")
}

// TestAKeyThatMovedToTheCloud: a phone may change its mind about whether a key is
// kept elsewhere too, and its owner must not be locked out for it.
func TestAKeyThatMovedToTheCloud(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	p, _ := h.newPasskey(o.Account, "")
	for range 2 {
		p.Options.BackupEligible, p.Options.BackupState = true, true
		options, token, err := h.Accounts.BeginPasskeySignIn()
		h.ok(err)
		_, err = h.Accounts.SignInByPasskey(t.Context(), token, h.answer(p, options, site), account.OwnDevice, "")
		h.ok(err)
	}
}

func TestAPasskeyIsKeptWithoutTheMakeOfItsDevice(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	p, _ := h.newPasskey(o.Account, "")
	text, err := db.One(t.Context(), h.d, db.Value[string], `SELECT credential FROM passkey`)
	h.ok(err)
	for _, part := range []string{`"clientDataJSON":"`, `"object":"`, "fmt"} {
		if strings.Contains(text, part) {
			t.Errorf("it keeps %s", part)
		}
	}
	if !strings.Contains(text, `"backupEligible"`) || !strings.Contains(text, `"AAGUID":"AAAAAAAAAAAAAAAAAAAAAA=="`) {
		t.Errorf("%s", text)
	}
	_ = p
}

func TestPasskeysAreListedNamedAndRemoved(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	_, kept := h.newPasskey(o.Account, "phone")
	h.newPasskey(o.Account, "laptop")
	h.refused(h.Accounts.NamePasskey(t.Context(), h.Ben, kept.PID, "mine"), "fault.not_here")
	h.ok(h.Accounts.NamePasskey(t.Context(), o.Account, kept.PID, "the old phone"))
	all, err := h.Accounts.Passkeys(t.Context(), o.Account)
	h.ok(err)
	if len(all) != 2 {
		t.Fatalf("%+v", all)
	}
	h.refused(h.Accounts.RemovePasskey(t.Context(), h.Opened(t, h.Ben).Account, kept.PID), "fault.not_here")
	h.ok(h.Accounts.RemovePasskey(t.Context(), o.Account, kept.PID))
	all, err = h.Accounts.Passkeys(t.Context(), o.Account)
	h.ok(err)
	if len(all) != 1 || all[0].Label != "laptop" {
		t.Errorf("%+v", all)
	}
	fresh, err := h.Accounts.RemovePassphrase(t.Context(), o.Account)
	h.ok(err)
	if h.viewer(fresh.Token).Guest() || !h.viewer(o.Token).Guest() {
		t.Error("not a new session in place of the old")
	}
}

func TestAPasskeyProvesThatItIsStillThem(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	p, _ := h.newPasskey(o.Account, "")
	h.clock.pass(11 * time.Minute)
	who := h.viewer(o.Token)
	options, token, err := h.Accounts.BeginProof(t.Context(), who)
	h.ok(err)
	said := h.answer(p, options, site)
	h.refused(h.Accounts.ProveByPasskey(t.Context(), h.Ben, token, said), "fault.passkey_again")
	options, token, err = h.Accounts.BeginProof(t.Context(), h.Ben)
	h.ok(err)
	h.refused(h.Accounts.ProveByPasskey(t.Context(), h.Ben, token, h.answer(p, options, site)), "fault.passkey_wrong")
	options, token, err = h.Accounts.BeginProof(t.Context(), who)
	h.ok(err)
	h.ok(h.Accounts.ProveByPasskey(t.Context(), who, token, h.answer(p, options, site)))
	if !h.Accounts.Proved(who) {
		t.Error("not proved")
	}
}

// TestAModeratorsPasskeyIsTheirSecondFactor: then their passphrase opens half.
func TestAModeratorsPasskeyIsTheirSecondFactor(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	p, _ := h.newPasskey(o.Account, "")
	c := account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase}
	in, err := h.Accounts.SignIn(t.Context(), c)
	h.ok(err)
	if in.Half != nil {
		t.Error("a member's passphrase opens their account beside a passkey")
	}
	h.ok(h.Accounts.SetRole(t.Context(), h.Ola, o.Account.Name.PID, account.Moderator))
	in, err = h.Accounts.SignIn(t.Context(), c)
	h.ok(err)
	if in.Token != "" || in.Half == nil || !in.Half.Passkey || in.Half.Code {
		t.Fatalf("%+v", in)
	}
	_, err = h.Accounts.SecondStep(t.Context(), in.Half.Token, "123456")
	h.refused(err, "fault.code_wrong")
	options, token, err := h.Accounts.BeginPasskeySignIn()
	h.ok(err)
	in, err = h.Accounts.SignInByPasskey(t.Context(), token, h.answer(p, options, site), account.OwnDevice, "")
	h.ok(err)
	if !h.viewer(in.Token).Moderates(1) {
		t.Error("and does not moderate")
	}
}

func TestWithoutAHostThereAreNoPasskeys(t *testing.T) {
	h := newHouse(t)
	plain, err := account.Open(t.Context(), h.d, h.Queue, h.Keys, h.clock.Now)
	h.ok(err)
	if _, _, err := plain.BeginPasskeySignIn(); plain.OffersPasskeys() || !fault.Is(err, fault.NotFound) {
		t.Errorf("%v", err)
	}
}
