package account_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

func TestJoinAndComeBack(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	who := h.viewer(o.Token)
	if who.Name.Shown != "Quiet Heron" || who.Role != account.Member || who.Step != account.New || who.Session.Kind != account.OwnDevice {
		t.Fatalf("joined as %+v", who)
	}
	if o.Browser == "" {
		t.Error("the browser is not known from now on")
	}
	again, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase})
	h.ok(err)
	if h.viewer(again.Token).ID != who.ID {
		t.Error("somebody else came back")
	}
}

func TestEverythingAboutAFormIsToldAtOnce(t *testing.T) {
	h := newHouse(t)
	_, err := h.Accounts.WriteAgreement(t.Context(), "Be kind.")
	h.ok(err)
	_, err = h.Accounts.Join(t.Context(), account.Joining{Name: "Dr Heron", Passphrase: "short", Words: account.NewRecoveryWords()})
	for _, key := range []string{"fault.name_profession", "fault.passphrase_short", "fault.age", "fault.agreements"} {
		h.refused(err, key)
	}
	if n := len(fault.Of(err).All()); n != 4 {
		t.Errorf("%d problems", n)
	}
}

func TestANameIsGivenOutOnce(t *testing.T) {
	h := newHouse(t)
	h.join("Quiet Heron")
	for _, name := range []string{"Quiet Heron", "quietheron", "Qu1et Heron", "Quiet-Heron"} {
		_, err := h.Accounts.Join(t.Context(), h.joining(name))
		h.refused(err, "fault.name_taken")
	}
	if n := h.count(`SELECT COUNT(*) FROM account`); n != 5 {
		t.Errorf("%d accounts", n)
	}
}

func TestPassphrases(t *testing.T) {
	h := newHouse(t)
	for pass, want := range map[string]string{
		"": "fault.passphrase_empty", "ninesigns": "fault.passphrase_short", "👩‍🚀👩‍🚀👩‍🚀": "fault.passphrase_short",
		strings.Repeat("long words ", 100): "fault.passphrase_long",
		"password123":                      "fault.passphrase_common", "Password2026": "fault.passphrase_common", "qwertyuiop": "fault.passphrase_common",
		"1234567890": "fault.passphrase_common", "aaaaaaaaaaaa": "fault.passphrase_common", "kindword2026": "fault.passphrase_common",
		"letmeinplease"[:10]: "fault.passphrase_common", "abcdefghijkl": "fault.passphrase_common", "1q2w3e4r5t": "fault.passphrase_common",
		"iloveyou11": "fault.passphrase_common", "P4ssw0rd!!": "fault.passphrase_common", "quiet heron": "fault.passphrase_is_name", "QuietHeron": "fault.passphrase_is_name",
		"kettle on the sill": "", "tres palabras juntas": "", "маленький чайник": "", "correcthorse battery": "", "ujmyhn7Tgb!x": "",
		strings.Repeat("ten words ", 100): "",
	} {
		j := h.joining("Quiet Heron")
		j.Passphrase = pass
		j.OfAge = false // so that nobody joins
		_, err := h.Accounts.Join(t.Context(), j)
		got := ""
		for _, f := range fault.Of(err).All() {
			if f.Field == "passphrase" {
				got = f.Key
			}
		}
		if got != want {
			t.Errorf("%.20q: %q, want %q", pass, got, want)
		}
	}
}

func TestAPasskeyMayComeInPlaceOfAPassphrase(t *testing.T) {
	h := newHouse(t)
	j := h.joining("Quiet Heron")
	j.Passphrase = ""
	_, err := h.Accounts.Join(t.Context(), j)
	h.refused(err, "fault.passphrase_empty")
	j.PasskeyToCome = true
	o, err := h.Accounts.Join(t.Context(), j)
	h.ok(err)
	if !h.Accounts.Proved(h.viewer(o.Token)) {
		t.Error("they could not add one at once")
	}
	_, err = h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: ""})
	h.refused(err, "fault.sign_in_wrong")
}

func TestSixWordsHold77Bits(t *testing.T) {
	bits := 0.0
	for i := range account.RecoveryWords { // no word comes twice
		bits += math.Log2(float64(len(account.GentleList()) - i))
	}
	if bits < 77 {
		t.Errorf("%.2f bits", bits)
	}
	seen := map[string]bool{}
	for range 200 {
		words := account.NewRecoveryWords()
		if len(words) != account.RecoveryWords {
			t.Fatalf("%q", words)
		}
		for _, w := range words {
			if strings.ContainsAny(w, "- ") || !account.GentleList()[w] {
				t.Errorf("%q", w)
			}
			seen[w] = true
		}
	}
	if len(seen) < 1000 {
		t.Errorf("only %d different words in 1200", len(seen))
	}
}

func TestNobodyJoinsWithWordsOfTheirOwn(t *testing.T) {
	h := newHouse(t)
	for _, words := range [][]string{nil, {"one"}, {"a", "b", "c", "d", "e", "f"}, append(account.NewRecoveryWords(), "amber")} {
		j := h.joining("Quiet Heron")
		j.Words = words
		if _, err := h.Accounts.Join(t.Context(), j); err == nil {
			t.Errorf("%q", words)
		}
	}
}

func TestSuggestedNamesAreFree(t *testing.T) {
	h := newHouse(t)
	names, err := h.Accounts.SuggestNames(t.Context(), 3)
	h.ok(err)
	if len(names) != 3 || names[0] == names[1] || names[1] == names[2] {
		t.Fatalf("%q", names)
	}
	for _, name := range names {
		h.ok(h.Accounts.CheckName(t.Context(), h.d, name))
		h.join(name)
		h.refused(h.Accounts.CheckName(t.Context(), h.d, name), "fault.name_taken")
	}
}

func TestOneNetworkJoinsALittleAtATime(t *testing.T) {
	h := newHouse(t)
	for i := range 21 {
		j := h.joining("Lamp " + letters(i))
		j.Network = []byte("a ward")
		_, err := h.Accounts.Join(t.Context(), j)
		if fault.Is(err, fault.TooOften) != (i == 20) {
			t.Errorf("joining %d: %v", i, err)
		}
	}
	h.clock.pass(time.Hour)
	j := h.joining("Quiet Heron")
	j.Network = []byte("a ward")
	_, err := h.Accounts.Join(t.Context(), j)
	h.ok(err)
}
