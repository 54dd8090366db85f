package account_test

import (
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/account/accounttest"
)

// returning is the second form of somebody who comes back, filled in well.
func returning(token string) account.Returning {
	return account.Returning{Token: token, Passphrase: "another kettle entirely", Words: account.NewRecoveryWords(), WordsKept: true}
}

func TestSixWordsAreEnough(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	h.app(h.viewer(o.Token)) // on the phone that is lost
	elsewhere := h.Opened(t, h.viewer(o.Token))

	back, err := h.Accounts.ShowWords(t.Context(), strings.Join(j.Words, " "))
	h.ok(err)
	if back.Shown != "Quiet Heron" {
		t.Errorf("welcome back, %q", back.Shown)
	}
	r := returning(back.Token)
	again, err := h.Accounts.Recover(t.Context(), r)
	h.ok(err)
	who := h.viewer(again.Token)
	if who.Name.Shown != "Quiet Heron" || who.SecondFactor || who.WordsKept == 0 {
		t.Errorf("%+v", who)
	}
	for _, old := range []string{o.Token, elsewhere.Token} {
		if !h.viewer(old).Guest() {
			t.Error("an old session lives on")
		}
	}
	_, err = h.Accounts.ShowWords(t.Context(), strings.Join(j.Words, " "))
	h.refused(err, "fault.six_words_wrong") // old words are dead
	_, err = h.Accounts.Recover(t.Context(), r)
	h.refused(err, "fault.return_over") // and a return is one return
	_, err = h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: accounttest.Passphrase})
	h.refused(err, "fault.sign_in_wrong")
	_, err = h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: r.Passphrase, Browser: o.Browser})
	h.ok(err)
	_, err = h.Accounts.ShowWords(t.Context(), strings.Join(r.Words, " "))
	h.ok(err) // the new words open it
}

// TestWordsAreForgiving: a tired hand types them.
func TestWordsAreForgiving(t *testing.T) {
	h := newHouse(t)
	j := h.joining("Quiet Heron")
	j.Words = []string{"amber", "pebble", "kettle", "walnut", "lantern", "teacup"}
	j.Words = known(t, j.Words)
	_, err := h.Accounts.Join(t.Context(), j)
	h.ok(err)
	w := j.Words
	plain := strings.Join(w, " ")
	slip := func(i int, to string) string {
		typed := append([]string(nil), w...)
		typed[i] = to
		return strings.Join(typed, " ")
	}
	for _, typed := range []string{
		plain, strings.ToUpper(plain), strings.Join(w, "-"), strings.Join(w, ", "), strings.Join(w, "\n"), "  " + plain + ".",
		"1. " + w[0] + "\n2. " + w[1] + "\n3. " + w[2] + "\n4. " + w[3] + "\n5. " + w[4] + "\n6. " + w[5],
		slip(0, w[0][1:]), slip(1, w[1]+"e"), slip(2, w[2][:1]+"x"+w[2][2:]), slip(3, w[3][:2]+w[3][3:4]+w[3][2:3]+w[3][4:]),
		slip(5, "x"+w[5]), strings.ToUpper(plain[:1]) + plain[1:],
	} {
		if back, err := h.Accounts.ShowWords(t.Context(), typed); err != nil || back.Shown != "Quiet Heron" {
			t.Errorf("%q: %v", typed, err)
		}
	}
	two := append([]string(nil), w...)
	two[0], two[4] = "x"+w[0], "x"+w[4]
	if _, err := h.Accounts.ShowWords(t.Context(), strings.Join(two, " ")); err != nil {
		t.Errorf("two words with a slip each: %v", err)
	}
	for _, typed := range []string{
		"", w[0], strings.Join(w[:5], " "), plain + " " + w[0],
		strings.Join([]string{w[1], w[0], w[2], w[3], w[4], w[5]}, " "), slip(2, "xxxxxxx"), slip(2, "xx"+w[2]), strings.Repeat("a ", 100000),
	} {
		_, err := h.Accounts.ShowWords(t.Context(), typed)
		h.refused(err, "fault.six_words_wrong")
	}
}

// known swaps what the list does not have for what it has.
func known(t *testing.T, words []string) []string {
	t.Helper()
	fresh := account.NewRecoveryWords()
	for i, w := range words {
		if !account.InDiceList(w) {
			words[i] = fresh[i]
		}
	}
	return words
}

// TestASlipMayBeAWordToo: one letter off is another word of the list now and then.
func TestASlipMayBeAWordToo(t *testing.T) {
	h := newHouse(t)
	for range 20 {
		j := h.joining("Quiet Heron")
		for i, w := range j.Words {
			for _, near := range account.NearWords(w) {
				typed := append([]string(nil), j.Words...)
				typed[i] = near
				if !account.Reads(strings.Join(typed, " "), j.Words) {
					t.Errorf("%q typed for %q", near, w)
				}
			}
		}
	}
}

// TestNoUnfitWordIsHandedOut, and yet whoever was given one before comes back with it.
func TestNoUnfitWordIsHandedOut(t *testing.T) {
	h := newHouse(t)
	unfit := []string{"ogle", "badass", "chemo", "mortuary", "tremble", "vertigo"}
	for _, w := range unfit {
		if account.GentleList()[w] {
			t.Errorf("%q may be handed out", w)
		}
	}
	j := h.joining("Quiet Heron")
	j.Words = unfit
	h.ok(second(h.Accounts.Join(t.Context(), j)))
	h.ok(second(h.Accounts.ShowWords(t.Context(), strings.Join(unfit, " "))))
}

func second[T any](_ T, err error) error { return err }

func TestWordsThatAreNobodysCostNothing(t *testing.T) {
	h := newHouse(t)
	before := h.Accounts.Hashes()
	for range 10 {
		_, err := h.Accounts.ShowWords(t.Context(), strings.Join(account.NewRecoveryWords(), " "))
		h.refused(err, "fault.six_words_wrong")
	}
	if n := h.Accounts.Hashes() - before; n != 0 {
		t.Errorf("%d slow hashes, for which others would wait", n)
	}
}

func TestWordsAreRenewed(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	fresh := account.NewRecoveryWords()
	h.ok(h.Accounts.RenewWords(t.Context(), h.viewer(o.Token), fresh, false))
	if h.viewer(o.Token).WordsKept != 0 {
		t.Error("nobody said they are kept")
	}
	h.ok(h.Accounts.WordsAreKept(t.Context(), h.viewer(o.Token)))
	if h.viewer(o.Token).WordsKept == 0 {
		t.Error("they said so")
	}
	_, err := h.Accounts.ShowWords(t.Context(), strings.Join(j.Words, " "))
	h.refused(err, "fault.six_words_wrong")
	_, err = h.Accounts.ShowWords(t.Context(), strings.Join(fresh, " "))
	h.ok(err)
}

func TestAReturnDoesNotWaitForEver(t *testing.T) {
	h := newHouse(t)
	_, j := h.join("Quiet Heron")
	back, err := h.Accounts.ShowWords(t.Context(), strings.Join(j.Words, " "))
	h.ok(err)
	r := returning(back.Token)
	r.Passphrase = "short"
	_, err = h.Accounts.Recover(t.Context(), r)
	h.refused(err, "fault.passphrase_short") // and they may mend it
	h.clock.pass(16 * time.Minute)
	_, err = h.Accounts.Recover(t.Context(), returning(back.Token))
	h.refused(err, "fault.return_over")
}

func TestANewPassphraseEndsEveryOtherSession(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	other, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase})
	h.ok(err)
	fresh, err := h.Accounts.ChangePassphrase(t.Context(), h.viewer(o.Token), "four words and more")
	h.ok(err)
	if !h.viewer(o.Token).Guest() || !h.viewer(other.Token).Guest() || h.viewer(fresh.Token).Guest() {
		t.Error("not one session, the new one")
	}
	_, err = h.Accounts.RemovePassphrase(t.Context(), h.viewer(fresh.Token))
	h.refused(err, "fault.passkey_first")
}
