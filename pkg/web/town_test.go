package web

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/duty"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/site"
	"github.com/kindword/kindword/pkg/words"
)

func TestMain(m *testing.M) {
	gin.SetMode(gin.TestMode)
	slog.SetDefault(slog.New(slog.NewTextHandler(io.Discard, nil)))
	os.Exit(m.Run())
}

// town is a small site with real pages over a real database: ann writes, ben
// answers, mo moderates, ola operates.
type town struct {
	*Server
	t       testing.TB
	db      *db.DB
	queue   *events.Queue
	handler http.Handler
	clock   *clock
	tokens  map[string]string // of their sessions
	people  map[string]account.Account

	chemo, quiet forum.Board // one that anybody reads, one for members
}

type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// newTown is a Tuesday at noon.
func newTown(t testing.TB, options ...account.Option) *town {
	t.Helper()
	ctx, d := t.Context(), dbtest.Open(t)
	w := &town{t: t, db: d, clock: &clock{at: time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC)}, tokens: map[string]string{}, people: map[string]account.Account{}}
	master := make([]byte, seal.KeySize)
	rand.Read(master)
	keys, err := seal.NewKeys(master)
	w.must(err)
	w.queue = events.NewQueue(d, w.clock.now, events.WithSeal(
		func(plain []byte) ([]byte, error) { return keys.Seal("event", "", plain), nil },
		func(sealed []byte) ([]byte, error) { return keys.Open("event", "", sealed) }))
	place, err := site.Open(ctx, d, site.Defaults(), func(context.Context, *db.Tx, site.Actor, string, string) error { return nil }, w.clock.now)
	w.must(err)
	accounts, err := account.Open(ctx, d, w.queue, keys, w.clock.now, append([]account.Option{account.WithCost(account.Cost{Memory: 8, Passes: 1}), account.WithStorm(func() site.Storm { return place.Now().Storm })}, options...)...)
	w.must(err)
	rota, err := duty.Open(ctx, d, place, nil, w.clock.now)
	w.must(err)
	catalogue, err := words.Load(time.UTC)
	w.must(err)
	look, err := screen.Open(ctx, d, place, keys, func(context.Context, *db.Tx, account.Account, string, string) error { return nil }, w.clock.now)
	w.must(err)
	w.Server = &Server{Site: place, Words: catalogue, Accounts: accounts, Forum: forum.New(d, w.queue, accounts, keys, w.clock.now, forum.WithScreen(look)), Screen: look, Rota: rota, Now: w.clock.now, Keys: keys}
	w.Notices = notice.New(d, w.queue, accounts, w.Forum, keys, w.clock.now)
	w.Notices.Subscribe(w.queue)
	w.Desk = moderation.New(d, w.queue, accounts, place, w.Forum, w.clock.now, moderation.WithScreen(look), moderation.WithDuty(rota.On))
	w.Desk.Subscribe(w.queue)
	w.must(w.Desk.Plant(ctx, catalogue.Languages(), func(language, key string) string { return catalogue.Match(language).T(key) }))
	accounts.Subscribe(w.queue)
	w.Forum.Subscribe(w.queue)
	w.handler = w.Handler()
	for shown, role := range map[string]account.Role{"ann": account.Member, "ben": account.Member, "mo": account.Moderator, "ola": account.Operator} {
		w.settle(shown, role)
	}
	w.chemo = w.board("chemotherapy", "Chemotherapy", forum.Medical, forum.Public)
	w.quiet = w.board("how-you-are-feeling", "How you are feeling", forum.Personal, forum.Members)
	return w
}

func (w *town) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *town) tx(do func(tx *db.Tx) error) {
	w.t.Helper()
	w.must(w.db.Tx(w.t.Context(), do))
}

// settle adds a member called shown, signed in on one browser.
func (w *town) settle(shown string, role account.Role) {
	w.t.Helper()
	a := account.Account{ID: account.ID(seal.RowID()), Role: role, Step: account.Steady}
	a.Name = account.Name{ID: account.NameID(seal.RowID()), PID: seal.PublicID(), Shown: shown}
	w.tx(func(tx *db.Tx) error {
		for _, one := range []struct {
			q    string
			args []any
		}{
			{`INSERT INTO account (id, role, step, joined_day, last_day, handle, recovery_index, recovery_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, '')`,
				[]any{a.ID, role, a.Step, account.DayOf(w.clock.now()), account.DayOf(w.clock.now()), []byte("handle " + shown), []byte("index " + shown)}},
			{`INSERT INTO name (id, pid, shown, account, since) VALUES ($1, $2, $3, $4, $5)`,
				[]any{a.Name.ID, a.Name.PID, shown, a.ID, account.DayOf(w.clock.now())}},
			{`INSERT INTO passkey (pid, account, key_id, credential, label, made_day, used_day) VALUES ($1, $2, $3, '', '', 0, 0)`,
				[]any{seal.PublicID(), a.ID, []byte(shown)}},
		} {
			if _, err := tx.Exec(w.t.Context(), one.q, one.args...); err != nil {
				return fmt.Errorf("%s: %w", one.q, err)
			}
		}
		return nil
	})
	w.people[shown] = a
	w.signIn(shown)
}

// signIn gives somebody a session on another browser.
func (w *town) signIn(shown string) {
	w.t.Helper()
	w.tokens[shown] = seal.Token()
	today := account.DayOf(w.clock.now())
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(w.t.Context(), `INSERT INTO session (token, pid, account, kind, made_day, used_day) VALUES ($1, $2, $3, 'own', $4, $5)`,
			seal.Hash(w.tokens[shown]), seal.PublicID(), w.people[shown].ID, today, today)
		return err
	})
	found, err := w.Accounts.Viewer(w.t.Context(), w.tokens[shown])
	w.must(err)
	if found.Guest() {
		w.t.Fatalf("%s has no session", shown)
	}
	w.people[shown] = found
}

func (w *town) board(slug, title string, category forum.Category, audience forum.Audience) forum.Board {
	w.t.Helper()
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(w.t.Context(), `
			INSERT INTO board (slug, category, title, purpose, audience, opens, indexed, patch, position)
			VALUES ($1, $2, $3, 'What it is for.', $4, 'members', 'no', 'q-pin damson', 1)`, slug, category, title, audience)
		return err
	})
	b, err := w.Forum.Board(w.t.Context(), slug)
	w.must(err)
	return b
}

// open opens a thread on a board.
func (w *town) open(as string, board forum.Board, title, body string) forum.Thread {
	w.t.Helper()
	t, err := w.Forum.Open(w.t.Context(), w.people[as], board.ID, forum.NewThread{Title: title, Words: body, Wish: forum.Shared})
	w.must(err)
	return t
}

// opening is the public id of the post that opened t.
func (w *town) opening(t forum.Thread) string {
	w.t.Helper()
	page, err := w.Forum.ThreadPage(w.t.Context(), w.people["ann"], t, forum.View{})
	w.must(err)
	return page.Opening.PID
}

func (w *town) reply(as, to, body string) forum.Post {
	w.t.Helper()
	p, err := w.Forum.Reply(w.t.Context(), w.people[as], to, forum.NewReply{Words: body})
	w.must(err)
	return p
}

// An asking is one request; the zero value is a guest's GET.
type asking struct {
	as, method, path string
	form             url.Values
	header           map[string]string
	cookie           string
}

func (w *town) ask(a asking) *httptest.ResponseRecorder {
	if a.method == "" {
		a.method = "GET"
	}
	r := httptest.NewRequest(a.method, a.path, strings.NewReader(a.form.Encode()))
	if a.method == "POST" {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	if a.as != "" {
		r.AddCookie(&http.Cookie{Name: sessionCookie, Value: w.tokens[a.as]})
	}
	if a.cookie != "" {
		r.Header.Add("Cookie", a.cookie)
	}
	for name, value := range a.header {
		if value == "" {
			r.Header.Del(name)
			continue
		}
		r.Header.Set(name, value)
	}
	out := httptest.NewRecorder()
	w.handler.ServeHTTP(out, r)
	return out
}

// get reads a page.
func (w *town) get(as, path string) string {
	w.t.Helper()
	out := w.ask(asking{as: as, path: path})
	if out.Code != http.StatusOK {
		w.t.Fatalf("%s as %q: %d\n%s", path, as, out.Code, out.Body)
	}
	return out.Body.String()
}

// raw sends a request as it is given.
func (w *town) raw(method, path, body string, header map[string]string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	for name, value := range header {
		r.Header.Set(name, value)
	}
	out := httptest.NewRecorder()
	w.handler.ServeHTTP(out, r)
	return out
}
