package account_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/fault"
)

func TestANameIsTypedAsItComes(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	for _, name := range []string{"Quiet Heron", "quiet heron", "QUIETHERON", "  quiet   heron ", "Quiet-heron"} {
		again, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: name, Passphrase: j.Passphrase})
		if err != nil || h.viewer(again.Token).ID != h.viewer(o.Token).ID {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, pass := range []string{"", "wrong", j.Passphrase + " ", string(make([]byte, 5000))} {
		_, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: pass, Network: []byte(pass)})
		h.refused(err, "fault.sign_in_wrong")
	}
}

// TestSigningInTellsNobodyWhoIsHere: for a name that is somebody's and one that is
// nobody's, the answer, the statements and the slow hashes are the same.
func TestSigningInTellsNobodyWhoIsHere(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	mind := func(c account.Coming) (said []string, hashes int64, answer string) {
		before := h.Accounts.Hashes()
		said = dbtest.Statements(h.d, func() {
			_, err := h.Accounts.SignIn(t.Context(), c)
			answer = fmt.Sprintf("%+v", fault.Of(err))
		})
		return said, h.Accounts.Hashes() - before, answer
	}
	for _, browser := range []string{"", "some browser", o.Browser} {
		for i := range 12 { // until both are slowed, and on
			network := []byte{byte(i % 2)}
			c := account.Coming{Passphrase: "not the passphrase", Network: network, Browser: browser}
			c.Name = "Quiet Heron"
			if browser == o.Browser {
				c.Name = "Ann Teapot" // known to one, and so a stranger to the other
			}
			said1, hashes1, answer1 := mind(c)
			c.Name = "Nobody Atall"
			said2, hashes2, answer2 := mind(c)
			if !slices.Equal(said1, said2) || hashes1 != hashes2 || answer1 != answer2 {
				t.Fatalf("try %d:\n%q %d %s\n%q %d %s", i, said1, hashes1, answer1, said2, hashes2, answer2)
			}
		}
		h.clock.pass(24 * time.Hour)
	}
}

// TestAStrangerSlowsNobodyElse: what fails from one network is waited for there.
func TestAStrangerSlowsNobodyElse(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	stranger := account.Coming{Name: "Quiet Heron", Passphrase: "guess after guess", Network: []byte("elsewhere")}
	slowed := 0
	for range 50 {
		if _, err := h.Accounts.SignIn(t.Context(), stranger); fault.Is(err, fault.TooOften) {
			slowed++
			f := fault.Of(err)
			if f.Key != "fault.slow_down" || f.Args["N"].(int) < 1 || f.Args["Seconds"].(int) < 1 {
				t.Fatalf("%+v", f)
			}
		}
	}
	if slowed != 45 {
		t.Errorf("slowed %d of 50 times", slowed)
	}
	right := account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase, Network: []byte("elsewhere")}
	if _, err := h.Accounts.SignIn(t.Context(), right); !fault.Is(err, fault.TooOften) {
		t.Errorf("a right guess was let through: %v", err)
	}
	right.Network = []byte("home")
	_, err := h.Accounts.SignIn(t.Context(), right)
	h.ok(err) // the owner, from home

	right.Network, right.Browser = []byte("elsewhere"), o.Browser
	_, err = h.Accounts.SignIn(t.Context(), right)
	h.ok(err) // the owner's own browser, even there

	_, err = h.Accounts.ShowWords(t.Context(), fmt.Sprint(j.Words))
	h.ok(err) // and the six words, anywhere

	other := account.Coming{Name: "Ann Teapot", Passphrase: "x", Network: []byte("elsewhere")}
	_, err = h.Accounts.SignIn(t.Context(), other)
	h.refused(err, "fault.sign_in_wrong") // nor is another name there

	h.clock.pass(time.Minute + time.Second)
	right.Browser = ""
	_, err = h.Accounts.SignIn(t.Context(), right)
	h.ok(err) // and it is a short break
}

func TestWaitsGrowAndEnd(t *testing.T) {
	h := newHouse(t)
	c := account.Coming{Name: "Ann Teapot", Passphrase: "wrong wrong", Network: []byte("n")}
	var waits []int
	for range 12 {
		for {
			_, err := h.Accounts.SignIn(t.Context(), c)
			if !fault.Is(err, fault.TooOften) {
				continue
			}
			wait := fault.Of(err).Args["Seconds"].(int)
			waits = append(waits, wait)
			h.clock.pass(time.Duration(wait) * time.Second)
			break
		}
	}
	want := []int{60, 120, 240, 480, 900, 900, 900, 900, 900, 900, 900, 900}
	if !slices.Equal(waits, want) {
		t.Errorf("waits of %v seconds", waits)
	}
}

// TestAThousandGuessesADay: from ever other networks, a name takes a thousand
// wrong guesses in a day, and its owner's browser still comes in.
func TestAThousandGuessesADay(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	let := 0
	for i := range 1200 {
		_, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: "guess", Network: fmt.Append(nil, i)})
		if !fault.Is(err, fault.TooOften) {
			let++
		}
	}
	if let != 1000 {
		t.Errorf("%d guesses were let through", let)
	}
	_, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase, Browser: o.Browser, Network: []byte("home")})
	h.ok(err)
	h.clock.pass(24 * time.Hour)
	_, err = h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase, Network: []byte("new")})
	h.ok(err)
}

func TestAPassphraseChangesOverToANewCost(t *testing.T) {
	h := newHouse(t)
	_, j := h.join("Quiet Heron")
	dearer, err := account.Open(t.Context(), h.d, h.Queue, h.Keys, h.clock.Now, account.WithCost(account.Cost{Memory: 16, Passes: 2}))
	h.ok(err)
	for range 2 {
		_, err = dearer.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase})
		h.ok(err)
	}
	if n := h.count(`SELECT COUNT(*) FROM account WHERE SUBSTR(passphrase, 1, 31) = '$argon2id$v=19$m=16,t=2,p=1$' || SUBSTR(passphrase, 29, 3)`); n != 1 {
		t.Errorf("%d accounts changed over", n)
	}
	if got := dearer.Hashes(); got != 4 { // the dummy, a check at the old cost, the new hash, a check at the new
		t.Errorf("%d hashes", got)
	}
}

func TestProvingThatItIsStillThem(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	who := h.viewer(o.Token)
	h.clock.pass(11 * time.Minute)
	_, err := h.Accounts.NewAppKey(who)
	h.refused(err, account.ProveFirst)
	h.refused(h.Accounts.RenewWords(t.Context(), who, account.NewRecoveryWords(), true), account.ProveFirst)
	h.refused(h.Accounts.Leave(t.Context(), who, account.KeepName), account.ProveFirst)
	_, err = h.Accounts.Export(t.Context(), who)
	h.refused(err, account.ProveFirst)
	h.refused(h.Accounts.Prove(t.Context(), who, "somebody at the shared phone"), "fault.passphrase_wrong")
	h.ok(h.Accounts.Prove(t.Context(), who, j.Passphrase))
	_, err = h.Accounts.NewAppKey(who)
	h.ok(err)
	for range 10 {
		err = h.Accounts.Prove(t.Context(), who, "guess")
	}
	if !fault.Is(err, fault.TooOften) {
		t.Errorf("a stolen session guesses on: %v", err)
	}
}
