package web

import (
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"github.com/kindword/kindword/pkg/account"
)

func TestSignInAndOut(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	for name, modern := range map[string]bool{"Copper Kettle": true, "Plain Toast": false} {
		newVisitor(t, site).join(name)
		v := newVisitor(t, site)
		v.modern = modern
		v.goTo("/you")
		v.isAt("/you", http.StatusUnauthorized)
		v.goTo("/sign-in?next=/you/account")
		v.press("Sign in", "name", strings.ToUpper(name), "passphrase", password)
		v.isAt("/you/account", http.StatusOK)
		v.wants("Welcome back, "+name+".", name, "This device")
		v.press("Sign out")
		v.isAt("/sign-out", http.StatusOK)
		v.wants("You are signed out")
		v.goTo("/you")
		v.isAt("/you", http.StatusUnauthorized)
	}
}

// A wrong passphrase and a name that nobody has get the same answer, to the letter
// but for what was typed.
func TestSignInTellsNothing(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	newVisitor(t, site).join("Copper Kettle")
	var said []string
	for _, name := range []string{"Copper Kettle", "Nobody Here", ""} {
		v := newVisitor(t, site)
		v.goTo("/sign-in?next=/you")
		v.press("Sign in", "name", name, "passphrase", "not the one at all")
		if v.status != http.StatusUnprocessableEntity || v.field("name") != name {
			t.Errorf("%q: %d, and the name came back as %q", name, v.status, v.field("name"))
		}
		v.lacks("not the one at all")
		v.wants("That name and password do not match")
		said = append(said, v.text())
	}
	if said[0] != said[1] || said[1] != said[2] {
		t.Errorf("three answers:\n%s\n%s\n%s", said[0], said[1], said[2])
	}
	typed := newVisitor(t, site)
	typed.goTo("/recover")
	typed.press("Come back", "six", "abacus abdomen abdominal abide abiding ability")
	typed.wants("Those words do not match")
	if typed.field("six") == "" {
		t.Error("the words that were typed are gone")
	}
}

// After several tries there is a break, with nothing typed lost and the six words
// offered; the browser that signed in before is not slowed by strangers.
func TestSignInTakesABreak(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	owner := newVisitor(t, site)
	owner.join("Copper Kettle")
	stranger := newVisitor(t, site)
	for range 8 {
		stranger.goTo("/sign-in?next=/how")
		stranger.press("Sign in", "name", "Copper Kettle", "passphrase", "not the one at all", "shared", "1")
	}
	if stranger.status != http.StatusTooManyRequests || stranger.header.Get("Retry-After") == "" || stranger.field("name") != "Copper Kettle" || stranger.field("shared") != "1" || stranger.field("next") != "/how" {
		t.Errorf("the eighth try: %d, Retry-After %q", stranger.status, stranger.header.Get("Retry-After"))
	}
	stranger.wants("Let us take a short break", "Use my six words")
	owner.goTo("/sign-out")
	owner.press("Sign out")
	owner.signIn("Copper Kettle", password)
	owner.isAt("/you", http.StatusOK)
}

// With an authenticator app, a code is asked for; the six words bring somebody back
// without it.
func TestSecondStep(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	v := newVisitor(t, site)
	words := v.join("Copper Kettle")
	secret := v.setUpApp(w)

	v = newVisitor(t, site)
	v.signIn("Copper Kettle", password)
	v.wants("One more step")
	v.press("Carry on", "code", "000000")
	if v.status != http.StatusUnprocessableEntity || v.field("next") != "/you" {
		t.Errorf("a wrong code: %d, next %q", v.status, v.field("next"))
	}
	v.wants("does not match")
	w.clock.pass(time.Minute)
	v.press("Carry on", "code", codeOf(w, secret))
	v.isAt("/you", http.StatusOK)

	late := newVisitor(t, site)
	late.signIn("Copper Kettle", password)
	w.clock.pass(6 * time.Minute)
	late.press("Carry on", "code", codeOf(w, secret))
	late.wants("Sign in again, from the start")

	back := newVisitor(t, site)
	back.comeBack(words, "three other words here")
	back.isAt("/you", http.StatusOK)
	back.goTo("/sign-out")
	back.press("Sign out")
	back.signIn("Copper Kettle", "three other words here")
	back.isAt("/you", http.StatusOK)
}

// setUpApp sets up an authenticator app for whoever v is, and returns its key.
func (v *visitor) setUpApp(w *town) string {
	v.t.Helper()
	v.goTo("/you/account/app")
	secret := v.field("secret")
	v.press("Use this app", "code", "000000")
	v.wants("does not match")
	if v.field("secret") != secret {
		v.t.Fatal("a slip of the finger made another key")
	}
	v.press("Use this app", "code", codeOf(w, secret))
	v.isAt("/you/account", http.StatusOK)
	v.wants("Your app works from now on.")
	w.clock.pass(time.Minute)
	return secret
}

func codeOf(w *town, secret string) string {
	w.t.Helper()
	code, err := totp.GenerateCode(secret, w.clock.now())
	w.must(err)
	return code
}

func (v *visitor) comeBack(words, pass string) {
	v.t.Helper()
	v.goTo("/recover?next=/you")
	v.press("Come back", "six", words)
	v.press("Save and carry on", "passphrase", pass, "kept", "1")
}

// The six words are enough: they name the person, end every session, and are used
// up.
func TestComeBack(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	v := newVisitor(t, site)
	words := v.join("Copper Kettle")

	back := newVisitor(t, site)
	back.modern = false
	back.goTo("/recover?next=/you")
	back.press("Come back", "six", strings.ReplaceAll(words, " ", ",\n"))
	back.wants("Welcome back, Copper Kettle")
	fresh := back.sixWords()
	if fresh == words {
		t.Fatal("the new words are the old ones")
	}
	back.press("Save and carry on", "passphrase", "short", "kept", "1")
	if back.status != http.StatusUnprocessableEntity || back.sixWords() != fresh || back.field("kept") != "1" {
		t.Errorf("a short one: %d", back.status)
	}
	back.wants("Welcome back, Copper Kettle", "at least 10 letters")
	back.press("Save as a file")
	if !strings.Contains(back.body, fresh) {
		t.Error("the file holds other words")
	}
	back.press("Save and carry on", "passphrase", "three other words here")
	back.isAt("/you", http.StatusOK)
	back.wants("All done, Copper Kettle.")
	back.lacks("You have not kept")

	v.goTo("/you")
	v.isAt("/you", http.StatusUnauthorized)
	v.goTo("/recover")
	v.press("Come back", "six", words)
	v.wants("Those words do not match")
	v.comeBack(fresh, password)
	v.isAt("/you", http.StatusOK)
}

// What a member was typing when their sessions ended is a guest's from then on, and
// theirs again when they are back.
func TestSessionsEndAtOnce(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	one, other := newVisitor(t, site), newVisitor(t, site)
	one.join("Copper Kettle")
	other.signIn("Copper Kettle", password)
	other.goTo("/you/account")
	one.goTo("/sign-out")
	one.press("Sign out everywhere")
	one.wants("You are signed out")
	other.press("Save", "about", "I knit.")
	if other.status != http.StatusUnauthorized {
		t.Errorf("a session that ended: %d", other.status)
	}
	other.wants("I knit.")
	other.signIn("Copper Kettle", password)
	other.isAt("/you", http.StatusOK)

	who, err := w.Accounts.SignIn(t.Context(), account.Coming{Name: "Copper Kettle", Passphrase: password})
	w.must(err)
	w.must(w.Accounts.SetRole(t.Context(), w.people["ola"], who.Account.Name.PID, account.Moderator))
	other.goTo("/you")
	other.isAt("/you", http.StatusUnauthorized)
	other.signIn("Copper Kettle", password)
	other.isAt("/you", http.StatusOK)
	other.wants("One thing before you start")
	other.setUpApp(w)
	other.goTo("/you")
	other.lacks("One thing before you start")
}

// A shared device keeps nobody signed in after half an hour, and forgets when it is
// closed.
func TestSharedDevice(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	newVisitor(t, site).join("Copper Kettle")
	v := newVisitor(t, site)
	v.goTo("/sign-in?next=/you")
	v.press("Sign in", "name", "Copper Kettle", "passphrase", password, "shared", "1")
	v.isAt("/you", http.StatusOK)
	w.clock.pass(31 * time.Minute)
	v.goTo("/you")
	v.isAt("/you", http.StatusUnauthorized)
}

// The cookies say how long they live and that no script may read them.
func TestCookiesOfASession(t *testing.T) {
	w := newTown(t)
	newVisitor(t, w.serve()).join("Copper Kettle")
	for _, shared := range []string{"", "1"} {
		opened := w.ask(asking{path: "/sign-in"})
		form := map[string][]string{"name": {"Copper Kettle"}, "passphrase": {password}}
		if shared != "" {
			form["shared"] = []string{shared}
		}
		out := w.ask(asking{method: "POST", path: "/sign-in", cookie: opened.Result().Cookies()[0].String(), form: form})
		found := false
		for _, c := range out.Result().Cookies() {
			if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" {
				t.Errorf("cookie %v", c)
			}
			if c.Name == knownCookie && shared != "" {
				t.Error("a shared device is known from now on")
			}
			if c.Name == sessionCookie {
				found = true
				if (c.MaxAge == 0) != (shared == "1") {
					t.Errorf("shared %q: the session's cookie lives %d s", shared, c.MaxAge)
				}
			}
		}
		if !found {
			t.Errorf("shared %q: no session, %d", shared, out.Code)
		}
	}
}

// A browser that says nothing of where its form came from, and lost its cookie, is
// asked for its secrets once more. No page holds them.
func TestSecretsAreNeverSentBack(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	v := newVisitor(t, site)
	words := v.join("Copper Kettle")
	for _, form := range []struct {
		path, button string
		fill         []string
	}{
		{"/join", "Join Kindword", []string{"passphrase", password, "own", "Plain Toast"}},
		{"/sign-in", "Sign in", []string{"passphrase", password, "name", "Copper Kettle"}},
		{"/recover", "Come back", []string{"six", words}},
	} {
		v := newVisitor(t, site)
		v.modern = false
		v.goTo(form.path)
		v.client.Jar.SetCookies(mustURL(t, site), []*http.Cookie{{Name: formCookie, Value: "", MaxAge: -1}})
		v.press(form.button, form.fill...)
		v.wants("Press the button once more")
		v.lacks(password, words)
		v.press(form.button, form.fill...)
		v.lacks("Press the button once more")
	}
	v.modern = false
	v.goTo("/you/account/passphrase")
	v.press("Save", "token", "", "passphrase", "three other words here")
	v.wants("Press the button once more")
	v.lacks("three other words here")
}

// The log holds nothing that anybody typed: no passphrase, no word, no name, no
// address, and no link's token.
func TestLogHoldsNothingTyped(t *testing.T) {
	var log lockedBuffer
	was := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	defer slog.SetDefault(was)
	box := &postbox{}
	w := newTown(t, account.WithMail(box, "", func(_, _ string, args ...any) string { return args[len(args)-1].(string) }))
	site := w.serve()
	v := newVisitor(t, site)
	words := v.join("Copper Kettle")
	v.goTo("/you/account/email")
	v.press("Send me a letter to confirm it", "email", "kettle@example.org", "for", "recovery")
	stranger := newVisitor(t, site)
	for range 7 {
		stranger.signIn("Copper Kettle", "not the one at all")
	}
	stranger.comeBack(words, "three other words here")
	link, err := w.Accounts.NewOperatorLink(t.Context())
	w.must(err)
	newVisitor(t, site).goTo("/welcome/" + link)
	if !strings.Contains(log.String(), "route=/sign-in") {
		t.Fatal("there is no log")
	}
	for _, secret := range append(strings.Fields(words), password, "not the one at all", "three other words", "Copper", "kettle", link, "127.0.0.1") {
		if strings.Contains(log.String(), secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
}

// lockedBuffer may be written to from several requests at once.
type lockedBuffer struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

// Whoever signs in on the way to a page that only a form goes to comes to the page
// that has the form.
func TestSigningInOnTheWay(t *testing.T) {
	w := newTown(t)
	site := w.serve()
	newVisitor(t, site).join("Copper Kettle")
	v := newVisitor(t, site)
	v.signIn("Copper Kettle", password)
	v.goTo("/you/account")
	v.client.Jar.SetCookies(mustURL(t, site), []*http.Cookie{{Name: sessionCookie, Value: "over"}})
	v.press("Save", "about", "I knit.")
	v.wants("I knit.")
	v.follow("Sign in")
	v.press("Sign in", "name", "Copper Kettle", "passphrase", password)
	v.isAt("/you/account", http.StatusOK)
}
