package web

import (
	"fmt"
	"net"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/web/browser"
)

// lookedAt is a window whose every page is looked over on the way: nothing that
// axe-core objects to, and nothing wider than the window.
type lookedAt struct {
	*browser.Page
	t    *testing.T
	w    *town
	way  string
	seen int
}

// look looks the page over. With KINDWORD_PICTURES it keeps a picture of it there.
func (p *lookedAt) look(name string) {
	p.t.Helper()
	violations, _ := p.Axe()
	for _, v := range violations {
		p.t.Errorf("%s, %s: %v", name, p.way, v)
	}
	if over := p.Sideways(); over > 0 {
		p.t.Errorf("%s, %s: %d px too wide", name, p.way, over)
	}
	if folder := os.Getenv("KINDWORD_PICTURES"); folder != "" {
		p.seen++
		p.Picture(filepath.Join(folder, fmt.Sprintf("%s-%02d-%s.png", strings.ReplaceAll(p.way, " ", "-"), p.seen, name)))
	}
}

func (p *lookedAt) goTo(path, name string) {
	p.t.Helper()
	p.Go(path)
	p.look(name)
}

// sends is the button that sends the page's main form: not one that a script adds,
// nor one that does something beside.
const sends = ".joinform > div:last-child > .btn:not([type])"

// words are the six that the page shows.
func (p *lookedAt) words() string {
	p.t.Helper()
	return browser.Eval[string](p.Page, `[...document.querySelectorAll("ol.code li")].map(li => li.textContent).join(" ")`)
}

// Somebody joins, goes, comes back by their six words, adds an app and a passkey,
// leaves and stays: in a real browser, with its scripts and without.
func TestAccountInABrowser(t *testing.T) {
	door, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(door.Addr().String())
	origin := "http://localhost:" + port
	b := browser.Start(t)
	w := newTown(t, account.WithPasskeys("localhost", "Kindword", origin), account.WithMail(&postbox{}, origin, func(_, key string, _ ...any) string { return key }))
	w.agree("1. **Be kind.**\n2. Answer what was asked.")
	s := httptest.NewUnstartedServer(w.handler)
	s.Listener.Close()
	s.Listener = door
	s.Start()
	t.Cleanup(s.Close)
	for name, way := range map[string]browser.Way{
		"Copper Kettle": {Width: 360},
		"Plain Toast":   {Width: 360, Dark: true, NoScript: true},
		"Lantern Moss":  {Width: 1280, NoScript: true},
		"Paper Boat":    {Width: 1280, Dark: true},
	} {
		t.Run(name, func(t *testing.T) {
			p := &lookedAt{Page: b.Open(t, origin, way), t: t, w: w, way: fmt.Sprintf("%d dark %v scripts %v", way.Width, way.Dark, !way.NoScript)}
			words := p.joins(name)
			p.comesBack(words, name)
			p.setsUpApp(name)
			if !way.NoScript {
				p.usesPasskey(name)
			}
			p.changesThings()
			p.leavesAndStays()
		})
	}
}

func (p *lookedAt) joins(name string) (words string) {
	p.t.Helper()
	p.goTo("/join?next=/you", "join")
	words = p.words()
	p.Tap(".morenames summary")
	p.Type("#own", "Nurse Kettle")
	p.Type("#passphrase", "short")
	p.Press(sends)
	p.look("join-refused")
	p.Wants("There is a problem")
	if p.words() != words {
		p.t.Error("other words came back")
	}
	p.Type("#name", name)
	p.Type("#passphrase", password)
	p.Tap("#age")
	p.Tap("#agreed")
	p.Press(sends)
	p.look("you-welcome")
	p.Wants("Welcome, " + name + ".")
	p.Wants("You have not kept your six words yet")
	p.goTo("/sign-out", "sign-out")
	p.Press("main .btn")
	p.look("signed-out")
	p.Wants("You are signed out")
	return words
}

func (p *lookedAt) comesBack(words, name string) {
	p.t.Helper()
	p.goTo("/recover?next=/you", "recover")
	p.Type("#words", strings.ToUpper(words)+" and more")
	p.Press(sends)
	p.look("recover-wrong")
	p.Wants("Those words do not match")
	p.Type("#words", strings.ToUpper(words))
	p.Press(sends)
	p.look("recover-back")
	p.Wants("Welcome back, " + name)
	p.Type("#passphrase", "three other words here")
	p.Tap("#kept")
	p.Press(sends)
	p.Wants("All done, " + name)
	p.Lacks("You have not kept")
	p.look("you")
}

func (p *lookedAt) setsUpApp(name string) {
	p.t.Helper()
	p.goTo("/you/account/app", "app")
	secret := browser.Eval[string](p.Page, `document.querySelector("[name=secret]").value`)
	p.Type("#code", codeOf(p.w, secret))
	p.Press(sends)
	p.Wants("Your app works from now on.")
	p.goTo("/you/account/app", "app-on")
	p.w.clock.pass(time.Minute)
	p.Go("/sign-out")
	p.Press("main .btn")
	p.goTo("/sign-in?next=/you/account", "sign-in")
	p.Type("#name", name)
	p.Type("#passphrase", "not the one at all")
	p.Press(sends)
	p.look("sign-in-wrong")
	p.Type("#passphrase", "three other words here")
	p.Press(sends)
	p.look("second-step")
	p.Type("#code", codeOf(p.w, secret))
	p.Press(sends)
	p.look("account")
	p.Wants("Welcome back, " + name)
	p.Wants("This device")
}

func (p *lookedAt) usesPasskey(name string) {
	p.t.Helper()
	p.GivePasskeys()
	p.goTo("/you/account/passkeys", "passkeys-none")
	p.Type("#label", "my phone")
	p.Press("form[data-passkey] button")
	p.look("passkeys")
	p.Wants("Your passkey works from now on.")
	p.Wants("my phone")
	p.Go("/sign-out")
	p.Press("main .btn")
	p.Go("/sign-in?next=/you")
	p.Press("form[data-passkey] button")
	p.Wants("Welcome back, " + name)
	p.w.clock.pass(11 * time.Minute)
	p.goTo("/you/account/passkeys", "prove")
	p.Wants("Is it still you?")
	p.Press("form[data-passkey] button")
	p.Tap("section details summary")
	p.Type("[id^=label-]", "my tablet")
	p.Press("section details .btn")
	p.Wants("my tablet")
	p.becomesModerator(name)
	p.Go("/you/account/passkeys")
	p.Tap("section details summary")
	p.Press("[name=remove]")
	p.Wants("That passkey no longer works here.")
	p.Wants("You have no passkey here yet.")
}

// becomesModerator is signed out at once, and comes in again by their password and
// their passkey: no password alone opens a moderator's account.
func (p *lookedAt) becomesModerator(name string) {
	p.t.Helper()
	pid, err := p.w.Accounts.CalledExactly(p.t.Context(), p.w.people["ola"], name)
	p.w.must(err)
	p.w.must(p.w.Accounts.SetRole(p.t.Context(), p.w.people["ola"], pid, account.Moderator))
	p.Go("/you")
	p.Wants("Sign in to carry on")
	p.Go("/sign-in?next=/you/account")
	p.Type("#name", name)
	p.Type("#passphrase", "three other words here")
	p.Press(sends)
	p.look("second-step-passkey")
	p.Press("form[data-passkey] button")
	p.Wants("Moderator, for every board.")
}

func (p *lookedAt) changesThings() {
	p.t.Helper()
	for _, path := range []string{"name", "passphrase", "email"} {
		p.goTo("/you/account/"+path, path)
	}
	p.Press(sends)
	p.look("email-wrong")
	p.goTo("/you/recovery", "recovery")
	p.goTo("/you/words", "copy")
	p.goTo("/agreements", "agreements")
}

func (p *lookedAt) leavesAndStays() {
	p.t.Helper()
	p.goTo("/you/leave", "leave")
	p.Tap("#choice")
	p.Press(sends)
	p.look("leaving")
	p.Wants("You are leaving")
	p.Press(".stay .btn")
	p.look("stayed")
	p.Wants("We are glad you are staying.")
}
