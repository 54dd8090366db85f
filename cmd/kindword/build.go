package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/netip"
	"os"
	"path/filepath"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/duty"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/mail"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/site"
	"github.com/kindword/kindword/pkg/web"
	"github.com/kindword/kindword/pkg/words"
)

// house is every part of the site, put together.
type house struct {
	set      *settings
	keys     *seal.Keys
	db       *db.DB
	events   *events.Queue
	site     *site.Site
	accounts *account.Accounts
	screen   *screen.Screen
	forum    *forum.Forum
	notices  *notice.Box
	desk     *moderation.Desk
	rota     *duty.Rota
	words    *words.Catalogue
	web      *web.Server
	newKey   bool // the master key was made now
}

// build puts the house together: every part is made here, and handed what it
// needs. A database that is empty gets its first boards and agreements.
func build(ctx context.Context, s *settings) (*house, error) {
	h, err := open(ctx, s)
	if err != nil {
		return nil, err
	}
	if err := h.furnish(ctx); err != nil {
		return nil, closing(h, err)
	}
	return h, nil
}

// open opens the database and what is needed to read it.
func open(ctx context.Context, s *settings) (h *house, err error) {
	if err := os.MkdirAll(s.Data, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	if err := os.Chmod(s.Data, 0o700); err != nil {
		return nil, fmt.Errorf("close the data folder to others: %w", err)
	}
	h = &house{set: s}
	if h.words, err = loadWords(s); err != nil {
		return nil, err
	}
	if h.keys, h.newKey, err = seal.Load(s.KeyFile); err != nil {
		return nil, err
	}
	if h.db, err = db.Open(ctx, s.database()); err != nil {
		return nil, err
	}
	if err := h.knowKey(ctx); err != nil {
		return nil, errors.Join(err, h.db.Close())
	}
	if err := audit.Chain(ctx, h.db); err != nil {
		return nil, errors.Join(err, h.db.Close())
	}
	return h, nil
}

func loadWords(s *settings) (*words.Catalogue, error) {
	if s.Words == "" {
		return words.Load(s.zone)
	}
	return words.Load(s.zone, os.DirFS(s.Words))
}

// furnish makes the parts that stand on the database.
func (h *house) furnish(ctx context.Context) (err error) {
	s := h.set
	h.events = events.NewQueue(h.db, time.Now, events.WithSeal(h.sealEvent, h.openEvent))
	if h.site, err = site.Open(ctx, h.db, h.firstSettings(), h.logSite, time.Now); err != nil {
		return err
	}
	options := []account.Option{account.WithLog(h.logAccount), account.WithStorm(func() site.Storm { return h.site.Now().Storm }),
		account.WithClosed(func() bool { return h.site.Now().Closed })}
	if _, err := netip.ParseAddr(s.address.Hostname()); err != nil { // a passkey belongs to a name, never to a number (WebAuthn, 5.1.2)
		options = append(options, account.WithPasskeys(s.address.Hostname(), h.site.Now().Name, s.address.Scheme+"://"+s.address.Host))
	}
	if sender := h.sender(); sender != nil {
		options = append(options, account.WithMail(sender, s.address.String(), h.say))
	}
	if h.accounts, err = account.Open(ctx, h.db, h.events, h.keys, time.Now, options...); err != nil {
		return err
	}
	if h.screen, err = screen.Open(ctx, h.db, h.site, h.keys, h.logAccount, time.Now, screen.WithHost(s.address.Host)); err != nil {
		return err
	}
	h.forum = forum.New(h.db, h.events, h.accounts, h.keys, time.Now, forum.WithScreen(h.screen))
	if h.rota, err = duty.Open(ctx, h.db, h.site, h.logAccount, time.Now); err != nil {
		return err
	}
	h.notices = notice.New(h.db, h.events, h.accounts, h.forum, h.keys, time.Now)
	h.desk = moderation.New(h.db, h.events, h.accounts, h.site, h.forum, time.Now, moderation.WithScreen(h.screen), moderation.WithDuty(h.rota.On))
	h.subscribe()
	if err := h.first(ctx); err != nil {
		return fmt.Errorf("first start: %w", err)
	}
	reasons := func(language, key string) string { return h.words.Match(language).T(key) }
	if err := h.desk.Plant(ctx, h.words.Languages(), reasons); err != nil {
		return fmt.Errorf("first start: %w", err)
	}
	gin.SetMode(gin.ReleaseMode)
	h.web = &web.Server{
		Site: h.site, Words: h.words, Accounts: h.accounts, Forum: h.forum, Screen: h.screen, Rota: h.rota, Notices: h.notices, Desk: h.desk, Now: time.Now,
		Secure: s.tls(), Proxies: s.proxies, Keys: h.keys,
	}
	return nil
}

// subscribe lists everything that follows from anything.
func (h *house) subscribe() {
	h.accounts.Subscribe(h.events)
	h.forum.Subscribe(h.events)
	h.notices.Subscribe(h.events)
	h.desk.Subscribe(h.events)
	h.desk.CallFrom(h.events, h.rota)
	events.On(h.events, "house.purge", (&purger{house: h}).erased)
}

func (h *house) sender() mail.Sender {
	if h.set.mail == nil {
		return nil
	}
	return mail.NewRelay(h.set.mail, h.set.MailFrom)
}

// say finds the words of letters in a member's language.
func (h *house) say(language, key string, args ...any) string {
	return h.words.Match(language).T(key, args...)
}

// logSite writes down what an operator changed of the site.
func (h *house) logSite(ctx context.Context, tx *db.Tx, by site.Actor, act, subject string) error {
	who, ok := by.(account.Account)
	if !ok {
		return errors.New("only an account changes the site")
	}
	return h.logAccount(ctx, tx, who, act, subject)
}

func (h *house) logAccount(ctx context.Context, tx *db.Tx, by account.Account, act, subject string) error {
	return audit.Record(ctx, tx, audit.Entry{At: time.Now(), Actor: by.Name.ID, Act: act, Subject: subject})
}

// welcome tells an operator what they need to know at a start.
func (h *house) welcome(ctx context.Context, out io.Writer) error {
	path, err := filepath.Abs(h.set.KeyFile)
	if err != nil {
		return err
	}
	if h.newKey {
		fmt.Fprintf(out, "A master key was made in %s. It is not in any backup: keep it on paper (kindword key print).\n", path)
	}
	slog.Info("master key", "file", path, "lost", "without it, e-mail addresses, authenticator apps, recovery words, drafts, places in conversations and the link between a one-thread name and its owner are lost; everything else stays")
	has, err := h.accounts.HasOperator(ctx)
	if err != nil || has {
		return err
	}
	return operatorLink(ctx, h, nil, nil, out)
}

// operatorLink prints a link that makes an operator.
func operatorLink(ctx context.Context, h *house, _ []string, _ io.Reader, out io.Writer) error {
	token, err := h.accounts.NewOperatorLink(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "Open this link once, within a day, to become an operator of the site:\n\n  %s/welcome/%s\n\n", h.set.address, token)
	return err
}

func (h *house) close() error { return h.db.Close() }

// closing closes the house after err, and returns both what went wrong and what
// went wrong with that.
func closing(h *house, err error) error { return errors.Join(err, h.close()) }
