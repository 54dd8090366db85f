package moderation

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/account/accounttest"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/site"
)

// town is a small site with a desk: ann writes, ben and cat flag, mo and may moderate,
// ola operates.
type town struct {
	*Desk
	*accounttest.People
	t     testing.TB
	mu    sync.Mutex
	clock time.Time
	board forum.BoardID
	other forum.BoardID

	Cat, Dan, May account.Account
}

func newTown(t testing.TB) *town {
	t.Helper()
	return townOn(t, dbtest.Open(t))
}

func townOn(t testing.TB, d *db.DB, options ...account.Option) *town {
	t.Helper()
	ctx := t.Context()
	w := &town{t: t, clock: accounttest.Noon}
	w.People = accounttest.Town(t, d, w.now, options...)
	q := w.People.Queue
	s, err := site.Open(ctx, d, site.Defaults(), func(context.Context, *db.Tx, site.Actor, string, string) error { return nil }, w.now)
	w.must(err)
	w.Desk = New(d, q, w.Accounts, s, forum.New(d, q, w.Accounts, w.Keys, w.now), w.now)
	w.forum.Subscribe(q)
	w.Subscribe(q)
	w.must(w.Plant(ctx, []string{"en", "es"}, func(language, key string) string { return language + " " + key }))
	w.Cat = w.settle("Cat Kettle", account.Member)
	w.Dan = w.settle("Dan Thimble", account.Member)
	w.May = w.settle("May Orchard", account.Moderator)
	for _, who := range []*account.Account{&w.Ann, &w.Ben} {
		w.setStep(who, account.Steady)
	}
	for _, who := range []*account.Account{&w.Mo, &w.May, &w.Ola} {
		who.SecondFactor = true
	}
	for i, into := range []*forum.BoardID{&w.board, &w.other} {
		w.tx(func(tx *db.Tx) (err error) {
			*into, err = db.One(ctx, tx, db.Value[forum.BoardID], `
				INSERT INTO board (slug, category, title, purpose, audience, opens, indexed, patch, position)
				VALUES ($1, 'personal', $1, '', 'members', 'members', 'no', 'q-pin damson', 1) RETURNING id`, []string{"feelings", "work"}[i])
			return err
		})
	}
	return w
}

func (w *town) now() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.clock
}

func (w *town) pass(d time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.clock = w.clock.Add(d)
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

// settle adds somebody who is past their first days.
func (w *town) settle(shown string, role account.Role) account.Account {
	who := w.Settle(w.t, w.db, account.Settler{Name: shown, Role: role, Step: account.Steady})
	who.SecondFactor = role != account.Member
	return who
}

func (w *town) setStep(who *account.Account, step account.Step) {
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(w.t.Context(), `UPDATE account SET step = $1 WHERE id = $2`, step, who.ID)
		return err
	})
	who.Step = step
}

// opens opens a thread of by's, under a name for it alone when fresh is not "".
func (w *town) opens(by account.Account, words, fresh string) forum.Thread {
	w.t.Helper()
	return must(w.forum.Open(w.t.Context(), by, w.board, forum.NewThread{Title: "A title", Words: words, Name: fresh}))(w.t)
}

// answers has by answer the opening of a thread.
func (w *town) answers(by account.Account, t forum.Thread, words string) forum.Post {
	w.t.Helper()
	opening := w.post(t.Opening)
	return must(w.forum.Reply(w.t.Context(), by, opening.PID, forum.NewReply{Words: words}))(w.t)
}

func (w *town) post(id forum.PostID) forum.Post {
	w.t.Helper()
	return must(forum.FindSubject(w.t.Context(), w.db, id))(w.t).Post
}

func (w *town) thread(id forum.ThreadID) forum.Thread {
	w.t.Helper()
	return must(forum.FindWholeThread(w.t.Context(), w.db, id))(w.t)
}

func (w *town) edit(by account.Account, p forum.Post, words string) forum.Post {
	w.t.Helper()
	now := w.post(p.ID)
	return must(w.forum.Edit(w.t.Context(), by, p.PID, forum.Change{Revision: now.Revision, Title: "A title", Words: words}))(w.t)
}

// flag has by flag a post as unkind, or fails the test.
func (w *town) flag(by account.Account, p forum.Post) FlagOutcome {
	w.t.Helper()
	return must(w.Flag(w.t.Context(), by, Target{OnPost, p.PID}, ConductDoor, Unkind, ""))(w.t)
}

// first returns the first case of a queue, whole.
func (w *town) first(q Queue) Whole {
	w.t.Helper()
	page := must(w.Desk.Queue(w.t.Context(), w.Mo, q, Filter{}, ""))(w.t)
	if len(page.Cases) == 0 {
		w.t.Fatalf("nothing is in queue %s", q)
	}
	return must(w.Case(w.t.Context(), w.Mo, page.Cases[0].PID))(w.t)
}

// choose is a choice made on a case as it is shown, for a reason that will do.
func choose(c Whole, v Verdict) Choice {
	form := Choice{Version: c.Version, Revision: c.Revision, Verdict: v, Message: "A word to you."}
	for _, r := range c.Reasons {
		if r.For(v) {
			form.Reason = r.Slug
			break
		}
	}
	return form
}

// decides has by decide on a case as it is shown.
func (w *town) decides(by account.Account, c Whole, form Choice) Decision {
	w.t.Helper()
	return must(w.Decide(w.t.Context(), by, c.PID, form))(w.t)
}

// steps does every job that waits.
func (w *town) steps() {
	w.t.Helper()
	for did := true; did; {
		var err error
		did, err = w.People.Queue.Step(w.t.Context())
		w.must(err)
	}
}

func (w *town) count(q string, args ...any) int {
	w.t.Helper()
	return must(db.One(w.t.Context(), w.db, db.Value[int], q, args...))(w.t)
}

// told returns the kinds of what a name was told, in order.
func (w *town) told(name account.NameID) string {
	w.t.Helper()
	kinds := must(db.All(w.t.Context(), w.db, db.Value[string], `SELECT kind FROM notice WHERE name = $1 ORDER BY id`, name))(w.t)
	return strings.Join(kinds, " ")
}

// acts returns the last acts that were written down, the oldest first.
func (w *town) acts(n int) string {
	w.t.Helper()
	entries := must(audit.Recent(w.t.Context(), w.db, n))(w.t)
	acts := make([]string, len(entries))
	for i, e := range entries {
		acts[len(entries)-1-i] = e.Act
	}
	return strings.Join(acts, " ")
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// want fails the test unless err is a fault with a key, or nil where that is "".
func want(t testing.TB, what string, err error, key string) {
	t.Helper()
	if got := fault.Of(err).Key; got != key || key == "" && err != nil {
		t.Errorf("%s: %v, want %q", what, err, key)
	}
}

// outcomes returns what came of a name's flags, as it was told.
func (w *town) outcomes(name account.NameID) string {
	w.t.Helper()
	data := must(db.All(w.t.Context(), w.db, db.Value[string], `
		SELECT data FROM notice WHERE name = $1 AND kind = $2 ORDER BY id`, name, notice.FlagAnswered))(w.t)
	var all []string
	for _, d := range data {
		_, after, _ := strings.Cut(d, `"outcome":"`)
		outcome, _, _ := strings.Cut(after, `"`)
		all = append(all, outcome)
	}
	return strings.Join(all, " ")
}
