package account_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/fault"
)

// token is the secret in the link of the last letter.
func (h *house) token() string {
	h.t.Helper()
	h.work()
	if len(h.box.letters) == 0 {
		h.t.Fatal("no letter came")
	}
	text := h.box.letters[len(h.box.letters)-1].Text
	return text[strings.LastIndex(text, "/")+1:]
}

// confirmed gives who an address.
func (h *house) confirmed(who account.Account, address string, use account.EmailFor) {
	h.t.Helper()
	h.ok(h.Accounts.SetEmail(h.t.Context(), who, address, use))
	h.ok(h.Accounts.TakeEmailLink(h.t.Context(), h.token()))
}

func TestAnAddressIsConfirmedSealedAndForgotten(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	who := h.viewer(o.Token)
	h.ok(h.Accounts.SetEmail(t.Context(), who, " Ann.Heron@Home.Example ", account.RecoveryEmail))
	if e, err := h.Accounts.EmailOf(t.Context(), h.d, who.ID); err != nil || e.Address != "" {
		t.Errorf("before it is confirmed: %+v, %v", e, err)
	}
	if jobs := h.jobs(); len(jobs) != 1 || bytes.Contains(jobs[0].event, []byte("Home")) {
		t.Errorf("the letter waits in the open: %+v", jobs)
	}
	token := h.token()
	l := h.box.letters[0]
	if l.To != "Ann.Heron@Home.Example" || l.Text != "letter.confirm.text https://kindword.example/email/"+token {
		t.Errorf("%+v", l)
	}
	h.ok(h.Accounts.TakeEmailLink(t.Context(), token))
	h.refused(h.Accounts.TakeEmailLink(t.Context(), token), "fault.link_used")
	if e, err := h.Accounts.EmailOf(t.Context(), h.d, who.ID); err != nil || e.Address != "Ann.Heron@Home.Example" || !e.For.Recovers() || e.For.Notifies() {
		t.Errorf("%+v, %v", e, err)
	}
	sealed, err := db.One(t.Context(), h.d, db.Value[[]byte], `SELECT email FROM account WHERE id = $1`, who.ID)
	h.ok(err)
	if bytes.Contains(bytes.ToLower(sealed), []byte("home")) {
		t.Error("it is kept in the open")
	}
	h.join("Copper Kettle")
	h.swap("email", "Quiet Heron", "Copper Kettle")
	if _, err := h.Accounts.EmailOf(t.Context(), h.d, account.ID(h.count(`SELECT account FROM name WHERE shown = 'Copper Kettle'`))); err == nil {
		t.Error("it opens in another row")
	}
	h.ok(h.Accounts.UseEmail(t.Context(), who, account.BothEmail))
	if e, _ := h.Accounts.EmailOf(t.Context(), h.d, who.ID); e.For != account.BothEmail {
		t.Errorf("%+v", e)
	}
	h.ok(h.Accounts.UseEmail(t.Context(), who, account.NoEmail))
	if n := h.count(`SELECT COUNT(*) FROM account WHERE id = $1 AND (email IS NOT NULL OR email_index IS NOT NULL OR email_for <> '')`, who.ID); n != 0 {
		t.Error("something of it stays")
	}
}

func TestAddressesThatAreNone(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	for _, address := range []string{
		"", "ann", "ann@", "@home.example", "Ann <ann@home.example>", "ann@home.example, eve@home.example",
		"ann@home.example\r\nBcc: eve@home.example", "ann@home.example\nx", "\"a b\"@home.example", strings.Repeat("a", 250) + "@home.example",
	} {
		h.refused(h.Accounts.SetEmail(t.Context(), o.Account, address, account.BothEmail), "fault.email_wrong")
	}
	h.refused(h.Accounts.SetEmail(t.Context(), o.Account, "ann@home.example", account.NoEmail), "fault.email_for")
	h.work()
	if len(h.box.letters) != 0 {
		t.Errorf("%+v", h.box.letters)
	}
}

func TestALetterLetsItsReaderBackIn(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	h.confirmed(o.Account, "ann@home.example", account.RecoveryEmail)
	h.ok(h.Accounts.AskForLetter(t.Context(), "ANN@home.example"))
	token := h.token()
	link, err := h.Accounts.OpenLetterLink(t.Context(), token)
	h.ok(err)
	if link.Shown != "Quiet Heron" || link.Code {
		t.Errorf("%+v", link)
	}
	_, err = h.Accounts.RecoverByLetter(t.Context(), token, "short", "", account.OwnDevice)
	h.refused(err, "fault.passphrase_short")
	back, err := h.Accounts.RecoverByLetter(t.Context(), token, "another kettle entirely", "", account.OwnDevice)
	h.ok(err)
	if h.viewer(back.Token).Name.Shown != "Quiet Heron" || !h.viewer(o.Token).Guest() {
		t.Error("not them, or not them alone")
	}
	_, err = h.Accounts.RecoverByLetter(t.Context(), token, "another kettle entirely", "", account.OwnDevice)
	h.refused(err, "fault.link_used")
	_, err = h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: "another kettle entirely"})
	h.ok(err)

	h.clock.pass(2 * time.Hour)
	h.ok(h.Accounts.AskForLetter(t.Context(), "ann@home.example"))
	token = h.token()
	h.clock.pass(61 * time.Minute)
	_, err = h.Accounts.OpenLetterLink(t.Context(), token)
	h.refused(err, "fault.link_used")
	_, err = h.Accounts.RecoverByLetter(t.Context(), token, "another kettle entirely", "", account.OwnDevice)
	h.refused(err, "fault.link_used")
}

// TestALetterIsNoSecondFactor: whoever reads the mailbox still has not the phone.
func TestALetterIsNoSecondFactor(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	secret := h.app(o.Account)
	h.confirmed(o.Account, "ann@home.example", account.BothEmail)
	h.ok(h.Accounts.AskForLetter(t.Context(), "ann@home.example"))
	token := h.token()
	if link, err := h.Accounts.OpenLetterLink(t.Context(), token); err != nil || !link.Code {
		t.Errorf("%+v, %v", link, err)
	}
	_, err := h.Accounts.RecoverByLetter(t.Context(), token, "another kettle entirely", "123456", account.OwnDevice)
	h.refused(err, "fault.code_wrong")
	h.clock.pass(time.Minute)
	_, err = h.Accounts.RecoverByLetter(t.Context(), token, "another kettle entirely", h.code(secret), account.OwnDevice)
	h.ok(err) // the link was not used up by the slip

	p, _ := h.join("Copper Kettle")
	h.confirmed(p.Account, "mo@home.example", account.RecoveryEmail)
	h.ok(h.Accounts.SetRole(t.Context(), h.Ola, p.Account.Name.PID, account.Moderator))
	h.ok(h.Accounts.AskForLetter(t.Context(), "mo@home.example"))
	_, err = h.Accounts.OpenLetterLink(t.Context(), h.token())
	h.refused(err, "fault.letter_passkey")
}

// TestAskingForALetterTellsNobodyWhoIsHere: for an address that is somebody's and
// one that is nobody's, what is done and answered is the same; only later, and out
// of sight, is one letter sent and the other not.
func TestAskingForALetterTellsNobodyWhoIsHere(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	h.confirmed(o.Account, "ann@home.example", account.RecoveryEmail)
	q, _ := h.join("Copper Kettle")
	h.confirmed(q.Account, "ben@home.example", account.NoticeEmail) // not for getting back in
	sent := len(h.box.letters)
	ask := func(address string) (said []string, answer string) {
		before := h.Accounts.Hashes()
		said = dbtest.Statements(h.d, func() {
			if err := h.Accounts.AskForLetter(t.Context(), address); err != nil {
				answer = fault.Of(err).Error()
			}
		})
		if h.Accounts.Hashes() != before {
			t.Error("it hashes")
		}
		return said, answer
	}
	for i := range 5 { // until all are slowed
		said, answer := ask("ann@home.example")
		for _, other := range []string{"nobody@home.example", "ben@home.example"} {
			if s, a := ask(other); !slices.Equal(s, said) || a != answer {
				t.Errorf("try %d for %s: %s\n%q\n%q", i, other, a, s, said)
			}
		}
	}
	h.work()
	for _, l := range h.box.letters[sent:] {
		if l.To != "ann@home.example" {
			t.Errorf("%+v", l)
		}
	}
	if n := len(h.box.letters) - sent; n != 3 { // and then a break
		t.Errorf("%d letters", n)
	}
}

// TestACoupleMaySharAMailbox: each gets a link of their own.
func TestACoupleMayShareAMailbox(t *testing.T) {
	h := newHouse(t)
	shown := map[string]bool{}
	for _, name := range []string{"Quiet Heron", "Copper Kettle"} {
		o, _ := h.join(name)
		h.confirmed(o.Account, "us@home.example", account.RecoveryEmail)
	}
	h.ok(h.Accounts.AskForLetter(t.Context(), "us@home.example"))
	h.work()
	for _, l := range h.box.letters[len(h.box.letters)-2:] {
		link, err := h.Accounts.OpenLetterLink(t.Context(), l.Text[strings.LastIndex(l.Text, "/")+1:])
		h.ok(err)
		shown[link.Shown] = true
	}
	if len(shown) != 2 {
		t.Errorf("%v", shown)
	}
}

func TestWithoutARelayThereIsNoMail(t *testing.T) {
	h := newHouse(t)
	quiet, err := account.Open(t.Context(), h.d, h.Queue, h.Keys, h.clock.Now)
	h.ok(err)
	if quiet.SendsMail() {
		t.Error("it offers mail")
	}
	h.refused(quiet.AskForLetter(t.Context(), "ann@home.example"), "fault.not_here")
}
