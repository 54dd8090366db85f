package moderation

import (
	"context"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/duty"
	"github.com/kindword/kindword/pkg/mail"
)

// letterBox keeps the letters that were sent.
type letterBox struct{ letters []mail.Letter }

func (b *letterBox) Send(_ context.Context, l mail.Letter) error {
	b.letters = append(b.letters, l)
	return nil
}

// onCall is a town with a rota, and letters.
type onCall struct {
	*town
	rota *duty.Rota
	box  *letterBox
}

func newOnCall(t *testing.T) *onCall {
	t.Helper()
	w := &onCall{box: &letterBox{}}
	say := func(language, key string, args ...any) string {
		if len(args) > 1 {
			return key + " " + args[1].(string)
		}
		return key
	}
	w.town = townOn(t, dbtest.Open(t), account.WithMail(w.box, "https://kindword.example", say))
	var err error
	w.rota, err = duty.Open(t.Context(), w.db, w.site, nil, w.now)
	w.must(err)
	w.CallFrom(w.People.Queue, w.rota)
	return w
}

func (w *onCall) shift(of account.Account, from, to time.Duration) {
	w.t.Helper()
	must(w.rota.Plan(w.t.Context(), of, "", w.now().Add(from), w.now().Add(to)))(w.t)
}

// agrees gives who an address, and has them agree to letters.
func (w *onCall) agrees(who account.Account) {
	w.t.Helper()
	w.tx(func(tx *db.Tx) error {
		sealed := w.Keys.Seal("email", "account:"+strconv.FormatInt(int64(who.ID), 10), []byte("one@home.example"))
		_, err := tx.Exec(w.t.Context(), `UPDATE account SET email = $1, email_index = $2, email_for = $3 WHERE id = $4`,
			sealed, []byte(who.Name.Shown), account.RecoveryEmail, who.ID)
		return err
	})
	w.must(w.rota.SetTerms(w.t.Context(), who, duty.Terms{Mail: true, Most: 5}))
}

// called fails the test unless people were called as often as said, once the jobs that
// are due are done: "mo may ola" in numbers.
func (w *onCall) called(when string, mo, may, ola int) {
	w.t.Helper()
	w.steps()
	for i, who := range []account.Account{w.Mo, w.May, w.Ola} {
		if got, want := strings.Count(w.told(who.Name.ID), "urgent_called"), []int{mo, may, ola}[i]; got != want {
			w.t.Errorf("%s: %s was called %d times, want %d", when, who.Name.Shown, got, want)
		}
	}
}

// Whoever is on duty is called at once, the next after a quarter of an hour, then the
// operators; and nobody a second time in one round, however often the job runs.
func TestCallsGoOn(t *testing.T) {
	w := newOnCall(t)
	ctx := t.Context()
	w.shift(w.Mo, 0, 2*time.Hour)
	w.shift(w.May, 3*time.Hour, 4*time.Hour)
	w.agrees(w.May)
	thread := w.opens(w.Ann, aPlan, "Night Heron")
	w.called("at once", 1, 0, 0)
	x := w.urgentCase()
	c := &caller{w.Desk, w.rota}
	w.must(c.call(ctx, Urgent{Case: x.ID})) // the same job once more
	w.called("told twice", 1, 0, 0)
	if len(w.box.letters) != 0 {
		t.Error("mo was sent a letter and never agreed to one")
	}
	w.pass(CallAgain - time.Second)
	w.called("a second too early", 1, 0, 0)
	w.pass(time.Second)
	w.called("after a quarter of an hour", 1, 1, 0)
	if len(w.box.letters) != 1 || w.box.letters[0].Subject != "letter.call.subject" || w.box.letters[0].Text != "letter.call.text https://kindword.example/desk" {
		t.Errorf("may agreed to letters: %+v", w.box.letters)
	}
	w.pass(CallAgain)
	w.called("after half an hour", 1, 1, 1)
	w.pass(CallAgain)
	w.called("then not so soon", 1, 1, 1)
	w.pass(time.Hour - CallAgain)
	w.called("an hour on", 1, 1, 2)
	if pids := must(w.Urgent(ctx, w.May))(t); len(pids) != 1 || pids[0] != x.PID {
		t.Errorf("the open desk marks %v", pids)
	}
	w.nothingOf("saved up", "pills", thread.PID, "Night Heron", "A title")
	x = w.urgentCase()
	w.decides(w.Mo, w.first(InCare), choose(w.first(InCare), Close))
	w.pass(2 * time.Hour)
	w.called("once it is closed", 1, 1, 2)
	if n := w.count(`SELECT COUNT(*) FROM job`); n != 0 {
		t.Errorf("%d jobs go on after a case was closed", n)
	}
	if got := must(w.Urgent(ctx, w.Mo))(t); len(got) != 0 {
		t.Errorf("the open desk marks %v", got)
	}
}

// nothingOf fails the test when jobs, notices or letters hold some words.
func (w *onCall) nothingOf(words ...string) {
	w.t.Helper()
	all := must(db.All(w.t.Context(), w.db, db.Value[string], `SELECT about || data FROM notice WHERE kind = 'urgent_called'`))(w.t)
	jobs := must(db.All(w.t.Context(), w.db, db.Value[[]byte], `SELECT event FROM job`))(w.t)
	for _, j := range jobs {
		all = append(all, string(j))
	}
	for _, l := range w.box.letters {
		all = append(all, l.Subject+l.Text)
	}
	for _, said := range all {
		for _, word := range words {
			if strings.Contains(said, word) {
				w.t.Errorf("%q holds %q", said, word)
			}
		}
	}
}

func (w *onCall) urgentCase() Case {
	w.t.Helper()
	cases := must(urgentCases(w.t.Context(), w.db))(w.t)
	if len(cases) != 1 {
		w.t.Fatalf("%d urgent cases", len(cases))
	}
	return cases[0]
}

// Whoever takes a case in time stops the calls; should they let go of it, they go on
// where they stopped. A case that was handed to somebody is at nobody's hand yet.
func TestCallsRestWhileSomebodyIsAtIt(t *testing.T) {
	w := newOnCall(t)
	ctx := t.Context()
	w.shift(w.Mo, 0, 2*time.Hour)
	w.shift(w.May, 3*time.Hour, 4*time.Hour)
	w.opens(w.Ann, aPlan, "")
	w.called("at once", 1, 0, 0)
	x := w.urgentCase()
	w.must(w.Claim(ctx, w.Mo, x.PID))
	if got := must(w.Urgent(ctx, w.May))(t); len(got) != 0 {
		t.Errorf("the desk rings though mo is at it: %v", got)
	}
	w.pass(CallAgain)
	w.called("while mo is at it", 1, 0, 0)
	w.must(w.Release(ctx, w.Mo, x.PID))
	w.pass(CallAgain)
	w.called("when mo has let go", 1, 1, 0)
	w.must(w.HandOver(ctx, w.May, x.PID, w.Mo.Name.PID, ""))
	w.pass(CallAgain)
	w.called("while it is handed to somebody who may be asleep", 1, 1, 1)
}

// With nobody on the rota the next is called at once, and with nobody at all the
// operators; whoever wrote it is not called to their own words, by whatever name.
func TestCallsFindSomebody(t *testing.T) {
	for _, test := range []struct {
		name         string
		plan         func(w *onCall)
		by           func(w *onCall) account.Account
		mo, may, ola int
	}{
		{"nobody on the rota", func(*onCall) {}, nil, 0, 0, 1},
		{"nobody now", func(w *onCall) { w.shift(w.May, time.Hour, 2*time.Hour) }, nil, 0, 1, 0},
		{"two at once", func(w *onCall) { w.shift(w.May, 0, 2*time.Hour); w.shift(w.Mo, 0, time.Hour) }, nil, 1, 1, 0},
		{"its author is on duty", func(w *onCall) { w.shift(w.Mo, 0, time.Hour); w.shift(w.May, time.Hour, 2*time.Hour) },
			func(w *onCall) account.Account { return w.Mo }, 0, 1, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := newOnCall(t)
			test.plan(w)
			by := w.Ann
			if test.by != nil {
				by = test.by(w)
			}
			w.opens(by, aPlan, "Night Heron")
			w.called("at once", test.mo, test.may, test.ola)
		})
	}
}

// A case that was only a wish is called for when it becomes a plan, also when somebody
// has looked at it before; a moderator of other boards is not called, nor told.
func TestCallsWhenAWishBecomesAPlan(t *testing.T) {
	w := newOnCall(t)
	thread := w.opens(w.Ann, aWish, "")
	w.called("for a wish", 0, 0, 0)
	w.first(InCare) // somebody looks
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `INSERT INTO account_board (account, board) VALUES ($1, $2)`, w.Mo.ID, w.other)
		return err
	})
	w.shift(w.Mo, 0, time.Hour)
	w.edit(w.Ann, w.post(thread.Opening), aPlan)
	w.called("for a plan, on a board that is not mo's", 0, 0, 1)
	elsewhere := w.Mo
	elsewhere.Boards = []int64{int64(w.other)}
	if got := must(w.Urgent(t.Context(), elsewhere))(t); len(got) != 0 {
		t.Errorf("mo's desk rings for another board: %v", got)
	}
	if _, err := w.Urgent(t.Context(), w.Ann); err == nil {
		t.Error("a member hears the desk")
	}
}

// Calls end by themselves where nobody is left to hear them.
func TestCallsEnd(t *testing.T) {
	w := newOnCall(t)
	w.opens(w.Ann, aPlan, "")
	w.steps()
	x := w.urgentCase()
	w.tx(func(tx *db.Tx) error { return setCalled(t.Context(), tx, x.ID, mostCalls-1, w.now()) })
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `DELETE FROM job`)
		return err
	})
	w.must((&caller{w.Desk, w.rota}).call(t.Context(), Urgent{x.ID, mostCalls - 1}))
	if n := w.count(`SELECT COUNT(*) FROM job`); n != 0 {
		t.Errorf("%d calls are still to come", n)
	}
}
