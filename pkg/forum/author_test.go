package forum

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/fault"
)

// What is said of a thread is said by whoever opened it, also while it rests, and
// under a name for that thread alone.
func TestAuthorsSayOfTheirThreads(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	own := v.thread(board, v.ann, v.ben)
	masked := must(v.Open(ctx, v.ann, board, NewThread{Title: "A title", Words: "words", Name: "Grey Umbrella"}))(t)
	today := account.DayOf(v.clock.now())
	says := map[string]func(by account.Account, pid string) error{
		"wish":   func(by account.Account, pid string) error { return v.SetWish(ctx, by, pid, Listening) },
		"short":  func(by account.Account, pid string) error { return v.SetShort(ctx, by, pid, "In **short**.") },
		"ending": func(by account.Account, pid string) error { return v.SetEnding(ctx, by, pid, "It went well.") },
		"ask on": func(by account.Account, pid string) error { return v.AskOn(ctx, by, pid, today+7) },
	}
	want(t, "lock", v.Lock(ctx, v.mo, own.PID, "heated"), fault.Internal)
	for name, say := range says {
		for _, thread := range []Thread{own, masked} {
			before := v.findThread(thread.ID).Version
			want(t, name+", ann", say(v.ann, thread.PID), fault.Internal)
			if v.findThread(thread.ID).Version == before {
				t.Errorf("%s: pages stay as they were", name)
			}
			want(t, name+", ben", say(v.ben, thread.PID), fault.Forbidden)
			want(t, name+", mo", say(v.mo, thread.PID), fault.Forbidden)
			want(t, name+", a guest", say(guest, thread.PID), fault.SignIn)
			want(t, name+", of nothing", say(v.ann, "nothing"), fault.NotFound)
		}
	}
	got := v.findThread(own.ID)
	if got.Wish != Listening || !strings.Contains(string(got.Short.Template()), "<strong>short</strong>") || !strings.Contains(string(got.Ending.Template()), "It went well.") {
		t.Errorf("said: %+v", got)
	}
	_, asides, err := v.Asides(ctx, v.ann, own.PID)
	if err != nil || asides.Short != "In **short**." || asides.Ending != "It went well." {
		t.Errorf("to change: %+v, %v", asides, err)
	}
	_, _, err = v.Asides(ctx, v.ben, own.PID)
	want(t, "ben changes it", err, fault.Forbidden)

	want(t, "take back", v.TakeBack(ctx, v.ann, v.findPost(own.Opening).PID), fault.Internal)
	for name, say := range says {
		want(t, name+", when her words are gone", say(v.ann, own.PID), fault.Gone)
	}
}

func TestAsideFaults(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	pid := v.thread(v.board("chemotherapy", Public), v.ann).PID
	today := account.DayOf(v.clock.now())
	want(t, "no such wish", v.SetWish(ctx, v.ann, pid, "money"), fault.Invalid)
	want(t, "a long short version", v.SetShort(ctx, v.ann, pid, strings.Repeat("é", MaxShort+1)), fault.Invalid)
	want(t, "a long ending", v.SetEnding(ctx, v.ann, pid, strings.Repeat("é", MaxEnding+1)), fault.Invalid)
	want(t, "today", v.AskOn(ctx, v.ann, pid, today), fault.Invalid)
	want(t, "in ten years", v.AskOn(ctx, v.ann, pid, today+3650), fault.Invalid)
	want(t, "as long as may be", v.SetShort(ctx, v.ann, pid, strings.Repeat("é", MaxShort)), fault.Internal)
	want(t, "nothing at all", v.SetShort(ctx, v.ann, pid, " \n"), fault.Internal)
	want(t, "never", v.AskOn(ctx, v.ann, pid, 0), fault.Internal)
}

// The question how it went is told once, on its day, and not when it was answered.
func TestAskHow(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	var asked []AskHow
	events.On(v.queue, "test.ask", func(_ context.Context, e AskHow) error { asked = append(asked, e); return nil })
	board := v.board("chemotherapy", Public)
	one, answered, later := v.thread(board, v.ann), v.thread(board, v.ann), v.thread(board, v.ann)
	day := account.DayOf(v.clock.now()) + 3
	want(t, "ask", v.AskOn(ctx, v.ann, one.PID, day), fault.Internal)
	want(t, "ask", v.AskOn(ctx, v.ann, answered.PID, day), fault.Internal)
	want(t, "ask", v.AskOn(ctx, v.ann, later.PID, day+1), fault.Internal)
	want(t, "answer", v.SetEnding(ctx, v.ann, answered.PID, "Well."), fault.Internal)
	ask := func() {
		t.Helper()
		if more := must(v.AskToday(ctx))(t); more {
			t.Error("there is more")
		}
		for must(v.queue.Step(ctx))(t) {
		}
	}
	ask()
	if len(asked) != 0 {
		t.Errorf("asked before the day: %v", asked)
	}
	v.clock.pass(3 * 24 * time.Hour)
	ask()
	ask()
	if len(asked) != 1 || asked[0] != (AskHow{one.ID, day}) {
		t.Errorf("asked %v", asked)
	}
	if v.findThread(one.ID).AskOn != day {
		t.Error("her page no longer asks")
	}
	want(t, "another day", v.AskOn(ctx, v.ann, one.PID, day+9), fault.Internal)
	v.clock.pass(9 * 24 * time.Hour)
	ask()
	if len(asked) != 3 {
		t.Errorf("asked %v", asked)
	}
}

func TestLabels(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.thread(v.board("chemotherapy", Public), v.ann)
	for _, title := range []string{"Fertility", " Bad  news ", "Fertilité", "🙂"} {
		must(v.AddLabel(ctx, v.ola, title))(t)
	}
	var slugs []string
	for _, l := range must(v.Labels(ctx))(t) {
		slugs = append(slugs, l.Slug)
	}
	if got := strings.Join(slugs, " "); got != "fertility bad-news fertilite new" {
		t.Errorf("labels %s", got)
	}
	on := func() string {
		t.Helper()
		var titles []string
		for _, l := range must(v.Thread(ctx, guest, thread.PID))(t).Labels {
			titles = append(titles, l.Title)
		}
		return strings.Join(titles, ", ")
	}
	want(t, "ann", v.SetLabels(ctx, v.ann, thread.PID, []string{"bad-news", "fertility", "nothing"}), fault.Internal)
	if got := on(); got != "Fertility, Bad news" {
		t.Errorf("on it: %s", got)
	}
	want(t, "rename", v.RenameLabel(ctx, v.ola, "bad-news", "Hard news"), fault.Internal)
	want(t, "archive", v.ArchiveLabel(ctx, v.ola, "fertility"), fault.Internal)
	want(t, "mo", v.SetLabels(ctx, v.mo, thread.PID, []string{"fertilite", "fertility"}), fault.Internal)
	if got := on(); got != "Fertility, Fertilité" {
		t.Errorf("on it: %s", got)
	}
	want(t, "ben", v.SetLabels(ctx, v.ben, thread.PID, nil), fault.Forbidden)
	want(t, "a guest", v.SetLabels(ctx, guest, thread.PID, nil), fault.SignIn)
	want(t, "order", v.OrderLabels(ctx, v.ola, []string{"new", "fertilite"}), fault.Internal)
	want(t, "offer again", v.OfferLabel(ctx, v.ola, "fertility"), fault.Internal)
	want(t, "none", v.SetLabels(ctx, v.ann, thread.PID, nil), fault.Internal)
	if got := on(); got != "" {
		t.Errorf("on it: %s", got)
	}
	if acts := strings.Join(v.recorded(), " "); acts != "label.offered label.ordered thread.labelled label.archived label.renamed label.added label.added label.added label.added" {
		t.Errorf("written down: %s", acts)
	}
}

func TestLabelFaults(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	for _, title := range []string{"", " ", strings.Repeat("x", MaxLabel+1)} {
		_, err := v.AddLabel(ctx, v.ola, title)
		want(t, "add "+title, err, fault.Invalid)
	}
	before := v.BoardsVersion()
	_, err := v.AddLabel(ctx, v.mo, "Money")
	for _, err := range []error{err, v.RenameLabel(ctx, v.mo, "x", "y"), v.ArchiveLabel(ctx, v.ann, "x"), v.OfferLabel(ctx, guest, "x"),
		v.OrderLabels(ctx, v.mo, nil), v.RenameLabel(ctx, v.ola, "x", "y"), v.ArchiveLabel(ctx, v.ola, "x")} {
		want(t, "others, or of nothing", err, fault.NotFound)
	}
	if v.BoardsVersion() != before {
		t.Error("a refusal changed the pages")
	}
	must(v.AddLabel(ctx, v.ola, "Money"))(t)
	if v.BoardsVersion() == before {
		t.Error("pages do not show the new label")
	}
}

// A script that saved a moment too late leaves no draft of what was posted.
func TestNoDraftOfWhatWasPosted(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	must(v.Open(ctx, v.ann, board, NewThread{Key: "form 1", Title: "A title", Words: "words "}))(t)
	late := typed("words ", "form 1")
	if d := must(v.SaveDraft(ctx, v.ann, late))(t); d.PID != "" {
		t.Error("a draft of what was posted")
	}
	late.Fields.Words = "words, and more since"
	if d := must(v.SaveDraft(ctx, v.ann, late))(t); d.PID == "" {
		t.Error("what was typed since is lost")
	}
	if d := must(v.SaveDraft(ctx, v.ben, typed("words ", "form 1")))(t); d.PID == "" {
		t.Error("another's form with the same key")
	}
}
