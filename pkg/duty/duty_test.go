package duty

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/account/accounttest"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/site"
)

// town is a rota and its people; the time passes when a test says so.
type town struct {
	*accounttest.People
	*Rota
	db    *db.DB
	site  *site.Site
	clock atomic.Int64
	acts  []string
	ida   account.Account // moderates board 7 alone
}

func (w *town) at() time.Time        { return time.UnixMilli(w.clock.Load()).UTC() }
func (w *town) pass(d time.Duration) { w.clock.Add(d.Milliseconds()) }

func newTown(t *testing.T) *town {
	t.Helper()
	w := &town{db: dbtest.Open(t)}
	w.clock.Store(accounttest.Noon.UnixMilli())
	w.People = accounttest.Town(t, w.db, w.at)
	w.ida = w.Settle(t, w.db, account.Settler{Name: "Ida Window", Role: account.Moderator})
	w.ida.Boards = []int64{7}
	var err error
	if w.site, err = site.Open(t.Context(), w.db, site.Defaults(), func(context.Context, *db.Tx, site.Actor, string, string) error { return nil }, w.at); err != nil {
		t.Fatal(err)
	}
	log := func(_ context.Context, _ *db.Tx, _ account.Account, act, _ string) error {
		w.acts = append(w.acts, act)
		return nil
	}
	if w.Rota, err = Open(t.Context(), w.db, w.site, log, w.at); err != nil {
		t.Fatal(err)
	}
	err = w.db.Tx(t.Context(), func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `INSERT INTO account_board (account, board) VALUES ($1, $2)`, w.ida.ID, 7)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *town) plan(t *testing.T, by account.Account, from, to time.Duration) Shift {
	t.Helper()
	s, err := w.Plan(t.Context(), by, "", w.at().Add(from), w.at().Add(to))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPlanRefuses(t *testing.T) {
	w := newTown(t)
	w.plan(t, w.Mo, time.Hour, 3*time.Hour)
	hour := time.Hour
	for _, test := range []struct {
		name     string
		by       account.Account
		of       string
		from, to time.Duration
		want     string
	}{
		{"a member", w.Ann, "", hour, 2 * hour, "fault.not_here"},
		{"a guest", account.Account{}, "", hour, 2 * hour, "fault.not_here"},
		{"what is over", w.Ola, "", -3 * hour, -hour, "fault.shift_past"},
		{"the wrong way round", w.Ola, "", 3 * hour, hour, "fault.shift_short"},
		{"a moment", w.Ola, "", hour, hour + 5*time.Minute, "fault.shift_short"},
		{"a day and a night", w.Ola, "", hour, 25 * hour, "fault.shift_long"},
		{"next year", w.Ola, "", 365 * 24 * hour, 365*24*hour + hour, "fault.shift_far"},
		{"twice at once", w.Mo, "", 2 * hour, 4 * hour, "fault.shift_twice"},
		{"for another, by a moderator", w.Mo, w.Ola.Name.PID, 5 * hour, 6 * hour, "fault.not_here"},
		{"for a member, by an operator", w.Ola, w.Ann.Name.PID, 5 * hour, 6 * hour, "fault.shift_not_theirs"},
		{"for nobody", w.Ola, "nobody", 5 * hour, 6 * hour, "fault.not_here"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := w.Plan(t.Context(), test.by, test.of, w.at().Add(test.from), w.at().Add(test.to))
			if got := fault.Of(err); got == nil || got.Key != test.want {
				t.Errorf("Plan: %v, want %s", err, test.want)
			}
		})
	}
	if _, err := w.Plan(t.Context(), w.Ola, w.Mo.Name.PID, w.at().Add(5*hour), w.at().Add(6*hour)); err != nil {
		t.Errorf("an operator plans for a moderator: %v", err)
	}
	if !slices.Equal(w.acts, []string{"shift.planned", "shift.planned"}) {
		t.Errorf("acts = %v", w.acts)
	}
}

// What members are told follows from who is there, minute by minute.
func TestPromise(t *testing.T) {
	w := newTown(t)
	if p := w.Promise(); len(p.On) != 0 || !p.Next.IsZero() || !p.ReadBy(w.at(), time.Hour).IsZero() {
		t.Errorf("with nobody: %+v", p)
	}
	s := w.plan(t, w.Mo, time.Hour, 3*time.Hour)
	before := w.Promise()
	if len(before.On) != 0 || !before.Next.Equal(s.Starts) || !before.ReadBy(w.at(), time.Hour).Equal(s.Starts.Add(time.Hour)) {
		t.Errorf("before it begins: %+v", before)
	}
	w.pass(time.Hour)
	on := w.Promise()
	if len(on.On) != 1 || on.On[0].Of.Shown != "Mo Harbour" || !on.ReadBy(w.at(), time.Hour).Equal(w.at().Add(time.Hour)) {
		t.Errorf("while it is on: %+v", on)
	}
	if on.Key() == before.Key() {
		t.Error("a page remembered before a shift would be shown in it")
	}
	w.pass(2 * time.Hour)
	if p := w.Promise(); len(p.On) != 0 || p.Key() == on.Key() {
		t.Errorf("after its end: %+v", p)
	}
}

func TestEndAndDrop(t *testing.T) {
	w := newTown(t)
	begun, later := w.plan(t, w.Mo, 0, 3*time.Hour), w.plan(t, w.Mo, 5*time.Hour, 6*time.Hour)
	w.pass(time.Minute)
	if err := w.Drop(t.Context(), w.Mo, begun.PID); !fault.Is(err, fault.Conflict) {
		t.Errorf("dropping what has begun: %v", err)
	}
	if err := w.Drop(t.Context(), w.ida, later.PID); !fault.Is(err, fault.NotFound) {
		t.Errorf("dropping another's: %v", err)
	}
	if err := w.Drop(t.Context(), w.Mo, later.PID); err != nil {
		t.Error(err)
	}
	err := w.db.Tx(t.Context(), func(tx *db.Tx) error { return w.EndIn(t.Context(), tx, w.Mo, "Two wait for an answer. ") })
	if err != nil {
		t.Fatal(err)
	}
	if on := w.On(); len(on) != 0 {
		t.Errorf("still on duty: %+v", on)
	}
	notes, err := w.HandOvers(t.Context(), w.ida, 5)
	if err != nil || len(notes) != 1 || notes[0].HandOver != "Two wait for an answer." || notes[0].Of.Shown != "Mo Harbour" {
		t.Errorf("HandOvers = %+v, %v", notes, err)
	}
	if _, err := w.HandOvers(t.Context(), w.Ann, 5); !fault.Is(err, fault.NotFound) {
		t.Errorf("a member reads hand-over words: %v", err)
	}
	if s := w.plan(t, w.Mo, 0, time.Hour); !s.On(w.at()) {
		t.Error("cannot come back after a break")
	}
	w.pass(keptFor + 2*time.Hour)
	if err := w.Tidy(t.Context()); err != nil {
		t.Fatal(err)
	}
	if notes, err := w.HandOvers(t.Context(), w.ida, 5); err != nil || len(notes) != 0 {
		t.Errorf("kept too long: %+v, %v", notes, err)
	}
}

// When a life may be at risk somebody is always called, and each round another.
func TestCallees(t *testing.T) {
	w := newTown(t)
	callees := func(board int64, round int) string {
		t.Helper()
		ids, err := w.Callees(t.Context(), w.db, board, round)
		if err != nil {
			t.Fatal(err)
		}
		names, err := account.Names(t.Context(), w.db, ids...)
		if err != nil {
			t.Fatal(err)
		}
		all := ""
		for _, id := range ids {
			all += names[id].Shown + ";"
		}
		return all
	}
	if got := callees(7, 0); got != "Ola Ladder;" {
		t.Errorf("with an empty rota: %s", got)
	}
	w.plan(t, w.ida, 0, time.Hour)
	w.plan(t, w.Mo, 2*time.Hour, 3*time.Hour)
	for _, test := range []struct {
		board int64
		round int
		want  string
	}{
		{7, 0, "Ida Window;"}, {7, 1, "Mo Harbour;"}, {7, 2, "Ola Ladder;"}, {7, 9, "Ola Ladder;"},
		{8, 0, "Mo Harbour;"}, {8, 1, "Ola Ladder;"}, // Ida does not look after board 8
	} {
		if got := callees(test.board, test.round); got != test.want {
			t.Errorf("board %d, round %d: %s, want %s", test.board, test.round, got, test.want)
		}
	}
	w.plan(t, w.Ola, 0, time.Hour)
	w.plan(t, w.Ola, 90*time.Minute, 2*time.Hour) // who is there now begins next too
	for round, want := range []string{"Ida Window;Ola Ladder;", "Mo Harbour;", "Ola Ladder;"} {
		if got := callees(7, round); got != want {
			t.Errorf("round %d, with an operator on duty: %s, want %s", round, got, want)
		}
	}
}

func TestTerms(t *testing.T) {
	w := newTown(t)
	if got, err := w.TermsOf(t.Context(), w.Mo.Name.ID); err != nil || got != (Terms{Most: usualMost}) {
		t.Errorf("at first: %+v, %v", got, err)
	}
	for _, terms := range []Terms{{Mail: true, Heavy: true, Most: 3}, {Sound: true, Most: highestMost}} {
		if err := w.SetTerms(t.Context(), w.Mo, terms); err != nil {
			t.Fatal(err)
		}
		if got, err := w.TermsOf(t.Context(), w.Mo.Name.ID); err != nil || got != terms {
			t.Errorf("got %+v, %v; want %+v", got, err, terms)
		}
	}
	for _, most := range []int{0, -1, highestMost + 1} {
		if err := w.SetTerms(t.Context(), w.Mo, Terms{Most: most}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%d cases: %v", most, err)
		}
	}
	if err := w.SetTerms(t.Context(), w.Ann, Terms{Most: 1}); !fault.Is(err, fault.NotFound) {
		t.Errorf("a member's terms: %v", err)
	}
}

func TestLacking(t *testing.T) {
	w := newTown(t)
	got, err := w.Lacking(t.Context())
	if err != nil || !slices.Equal(got, []Lack{NoHelplines, NoHours, NoContact}) {
		t.Fatalf("a new site lacks %v, %v", got, err)
	}
	w.plan(t, w.Mo, time.Hour, 2*time.Hour)
	now := w.site.Now().Settings
	now.Contact, now.Emergency = "Write to the team", "999"
	if err := w.site.Change(t.Context(), w.Ola, now); err != nil {
		t.Fatal(err)
	}
	if got, _ := w.Lacking(t.Context()); !slices.Equal(got, []Lack{NoHelplines}) {
		t.Errorf("with a rota, a contact and a number: %v", got)
	}
	if _, err := w.site.AddHelpline(t.Context(), w.Ola, site.Helpline{Kind: site.HelpNow, Title: "Listening line", Phone: "1"}); err != nil {
		t.Fatal(err)
	}
	if got, _ := w.Lacking(t.Context()); len(got) != 0 {
		t.Errorf("with all of it: %v", got)
	}
}
