package site

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/fault"
)

var noon = time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC) // a Tuesday

// actor stands for an account: ola operates, ann does not.
type actor bool

func (a actor) Operates() bool { return bool(a) }

const (
	ola actor = true
	ann actor = false
)

// house is a site, its database, and what was written down.
type house struct {
	*Site
	db *db.DB
	mu sync.Mutex
	// acts holds those that were written down, committed or not.
	acts []string
}

func open(t *testing.T) *house {
	t.Helper()
	h := &house{db: dbtest.Open(t)}
	h.Site = reopen(t, h)
	return h
}

func reopen(t *testing.T, h *house) *Site {
	t.Helper()
	s, err := Open(t.Context(), h.db, Defaults(), func(_ context.Context, _ *db.Tx, _ Actor, act, subject string) error {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.acts = append(h.acts, act+" "+subject)
		return nil
	}, func() time.Time { return noon })
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFirstStart(t *testing.T) {
	s := open(t).Now()
	if s.Settings != Defaults() || len(s.Helplines) != 0 || s.Zone != time.UTC || s.Indexed {
		t.Errorf("a new site is %+v", s)
	}
}

// What was set is on the next page, and there after a restart.
func TestChange(t *testing.T) {
	h := open(t)
	before := h.Version()
	want := Settings{Name: "Harbour", RunBy: "Run by Fern.", Contact: "Write to Fern", MinimumAge: 16, Country: "Wales",
		Emergency: "999", OnDuty: "Ash until 10pm", Language: "cy", TimeZone: "Europe/London", Indexed: true, CareMinutes: 45, DeskHours: 12}
	typed := want
	typed.Name = "  Harbour\n"
	if err := h.Change(t.Context(), ola, typed); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Site{h.Site, reopen(t, h)} {
		if got := s.Now(); got.Settings != want || got.Zone.String() != "Europe/London" || got.Version <= before {
			t.Errorf("got %+v", got)
		}
	}
	if !slices.Equal(h.acts, []string{"site.changed site"}) {
		t.Errorf("written down: %v", h.acts)
	}
}

func TestChangeFaults(t *testing.T) {
	h := open(t)
	for name, test := range map[string]struct {
		change func(*Settings)
		field  string
	}{
		"no name":        {func(s *Settings) { s.Name = " \n" }, "name"},
		"long name":      {func(s *Settings) { s.Name = string(make([]byte, 41)) }, "name"},
		"too young":      {func(s *Settings) { s.MinimumAge = 12 }, "minimum_age"},
		"no age":         {func(s *Settings) { s.MinimumAge = 0 }, "minimum_age"},
		"no goal":        {func(s *Settings) { s.CareMinutes = 0 }, "care_minutes"},
		"too late":       {func(s *Settings) { s.DeskHours = 169 }, "desk_hours"},
		"no such zone":   {func(s *Settings) { s.TimeZone = "Mars/Base" }, "time_zone"},
		"no zone":        {func(s *Settings) { s.TimeZone = "" }, "time_zone"},
		"no language":    {func(s *Settings) { s.Language = "English" }, "language"},
		"a path as zone": {func(s *Settings) { s.TimeZone = "../../etc/passwd" }, "time_zone"},
	} {
		next := Defaults()
		test.change(&next)
		if err := h.Change(t.Context(), ola, next); !fault.Is(err, fault.Invalid) || fault.Of(err).Field != test.field {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if h.Now().Settings != Defaults() || len(h.acts) != 0 {
		t.Error("a refused change changed something")
	}
}

// To anybody but an operator there is nothing here.
func TestOperatorsOnly(t *testing.T) {
	h := open(t)
	ctx := t.Context()
	_, add := h.AddHelpline(ctx, ann, Helpline{})
	for _, err := range []error{h.Change(ctx, ann, Defaults()), add, h.ChangeHelpline(ctx, ann, Helpline{}),
		h.OrderHelplines(ctx, ann, nil), h.RemoveHelpline(ctx, ann, "x")} {
		if !fault.Is(err, fault.NotFound) {
			t.Errorf("got %v", err)
		}
	}
}

// What cannot be written down is not done, and is on no page.
func TestNoActWithoutItsEntry(t *testing.T) {
	d := dbtest.Open(t)
	stop := errors.New("stop")
	s, err := Open(t.Context(), d, Defaults(), func(context.Context, *db.Tx, Actor, string, string) error { return stop }, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	next := Defaults()
	next.Name = "Harbour"
	if err := s.Change(t.Context(), ola, next); !errors.Is(err, stop) {
		t.Fatal(err)
	}
	if s.Now().Name != "Kindword" || s.Version() != 1 {
		t.Errorf("got %+v", s.Now())
	}
}

func TestHelplines(t *testing.T) {
	h := open(t)
	ctx := t.Context()
	var pids []string
	for _, line := range []Helpline{
		{Kind: HelpGrief, Title: "Grief line", Phone: "1", Opens: "Mon-Fri 09:00-17:00"},
		{Kind: HelpNow, Title: "Night line", Phone: "2"},
		{Kind: HelpNow, Title: "Text line", Message: "3"},
	} {
		added, err := h.AddHelpline(ctx, ola, line)
		if err != nil {
			t.Fatal(err)
		}
		pids = append(pids, added.PID)
	}
	expect(t, h, "Night line", "Text line", "Grief line")

	if err := h.OrderHelplines(ctx, ola, []string{pids[2], pids[1], pids[0]}); err != nil {
		t.Fatal(err)
	}
	expect(t, h, "Text line", "Night line", "Grief line")

	changed := Helpline{PID: pids[1], Kind: HelpNow, Title: "Night friends", Phone: "2"}
	if err := h.ChangeHelpline(ctx, ola, changed); err != nil {
		t.Fatal(err)
	}
	if err := h.RemoveHelpline(ctx, ola, pids[0]); err != nil {
		t.Fatal(err)
	}
	expect(t, h, "Text line", "Night friends")

	for _, err := range []error{h.RemoveHelpline(ctx, ola, pids[0]), h.ChangeHelpline(ctx, ola, Helpline{PID: "none", Kind: HelpNow, Title: "x", Phone: "1"})} {
		if !fault.Is(err, fault.NotFound) {
			t.Errorf("got %v", err)
		}
	}
	if lines := h.Now().Helplines; !lines[0].CheckedAt.Equal(noon) || lines[0].Due(noon.Add(CheckEvery)) || !lines[0].Due(noon.Add(CheckEvery+1)) {
		t.Errorf("a number is believed for as long as we say: %+v", lines[0])
	}
}

func expect(t *testing.T, h *house, titles ...string) {
	t.Helper()
	var got []string
	for _, line := range h.Now().Helplines {
		got = append(got, line.Title)
	}
	if !slices.Equal(got, titles) {
		t.Errorf("got %q, want %q", got, titles)
	}
}

func TestHelplineFaults(t *testing.T) {
	h := open(t)
	good := Helpline{Kind: HelpNow, Title: "Night line", Phone: "1"}
	for name, test := range map[string]struct {
		change func(*Helpline)
		field  string
	}{
		"no kind":   {func(h *Helpline) { h.Kind = "fun" }, "kind"},
		"no title":  {func(h *Helpline) { h.Title = "" }, "title"},
		"no number": {func(h *Helpline) { h.Phone = "" }, "phone"},
		"bad hours": {func(h *Helpline) { h.Opens = "weekdays" }, "opens"},
	} {
		line := good
		test.change(&line)
		if _, err := h.AddHelpline(t.Context(), ola, line); !fault.Is(err, fault.Invalid) || fault.Of(err).Field != test.field {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// Pages are read while operators change them, and the last change stays.
func TestManyAtOnce(t *testing.T) {
	h := open(t)
	var crowd sync.WaitGroup
	for i := range 8 {
		crowd.Go(func() {
			next := Defaults()
			next.MinimumAge = 20 + i
			if err := h.Change(t.Context(), ola, next); err != nil {
				t.Error(err)
			}
			if h.Now().MinimumAge < 20 {
				t.Error("a change was not on the next page")
			}
		})
	}
	crowd.Wait()
	if again := reopen(t, h).Now(); again.Settings != h.Now().Settings || again.Version != h.Version() || again.Version != 9 {
		t.Errorf("memory has %+v, the database %+v", h.Now(), again)
	}
}

// Whether the public may write is no field of the form: saving the form leaves it.
func TestOpenUp(t *testing.T) {
	h := open(t)
	if h.Now().Closed {
		t.Fatal("closed without having been closed")
	}
	if err := h.OpenUp(t.Context(), ann, false); !fault.Is(err, fault.NotFound) {
		t.Errorf("by somebody who does not run the site: %v", err)
	}
	if err := h.OpenUp(t.Context(), ola, false); err != nil || !h.Now().Closed {
		t.Fatalf("closed: %v, %v", h.Now().Closed, err)
	}
	if err := h.Change(t.Context(), ola, Defaults()); err != nil || !h.Now().Closed || !reopen(t, h).Now().Closed {
		t.Errorf("after saving the form and a restart: %v, %v", h.Now().Closed, err)
	}
	if err := h.OpenUp(t.Context(), ola, true); err != nil || h.Now().Closed {
		t.Errorf("opened: %v, %v", h.Now().Closed, err)
	}
	if want := []string{"site.closed site", "site.changed site", "site.opened site"}; !slices.Equal(h.acts, want) {
		t.Errorf("acts = %v", h.acts)
	}
}
