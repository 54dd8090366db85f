package notice

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

func (w *town) begin(by account.Account, about TalkAbout, words string) Talk {
	w.t.Helper()
	return must(w.BeginTalk(w.t.Context(), by, about, "", words))(w.t)
}

func (w *town) lines(by account.Account, t Talk) (said []string) {
	w.t.Helper()
	for _, l := range must(w.Talk(w.t.Context(), by, t.PID, 0))(w.t).Lines {
		said = append(said, l.By.Shown+": "+l.Source)
	}
	return said
}

// A member asks, every moderator sees it, the answer is signed, and the member is
// told that there is one.
func TestATalk(t *testing.T) {
	w := newTown(t)
	talk := w.begin(w.Ann, TalkAbout{}, "May I post a photograph?")
	if n := must(w.DeskWaiting(t.Context(), w.Mo))(t); n != 1 {
		t.Errorf("%d talks wait, want 1", n)
	}
	if n := must(w.Unseen(t.Context(), w.Ann))(t); n != 0 {
		t.Error("ann is told of what she wrote herself")
	}
	w.pass(time.Minute)
	must(0, w.Say(t.Context(), w.Mo, talk.PID, "", "Not here, but thank you for asking."))(t)
	w.pass(time.Minute)
	must(0, w.Say(t.Context(), w.Ola, talk.PID, "", "There may be a way next year."))(t)
	if n := must(w.Unseen(t.Context(), w.Ann))(t); n != 1 {
		t.Errorf("ann is told of %d things, want 1: a talk has one place", n)
	}
	want := "[Ann Teapot: May I post a photograph? Mo Harbour: Not here, but thank you for asking. Ola Ladder: There may be a way next year.]"
	for who, by := range map[string]account.Account{"ann": w.Ann, "mo": w.Mo, "ola": w.Ola} {
		if got := fmt.Sprint(w.lines(by, talk)); got != want {
			t.Errorf("%s reads %s", who, got)
		}
	}
	if n := must(w.Unseen(t.Context(), w.Ann))(t); n != 0 {
		t.Error("it is still new once it was read")
	}
	if p := must(w.DeskTalks(t.Context(), w.Mo, MemberSide, ""))(t); len(p.Talks) != 1 || p.Talks[0].With.Shown != "Ann Teapot" {
		t.Errorf("%+v", p)
	}
	must(0, w.Say(t.Context(), w.Ann, talk.PID, "", "Thank you both."))(t)
	must(0, w.Box.Settle(t.Context(), w.Mo, talk.PID))(t)
	if n := must(w.DeskWaiting(t.Context(), w.Mo))(t); n != 0 {
		t.Errorf("%d talks wait, want none", n)
	}
}

// Who may read a talk and write in it.
func TestWhoseTalkItIs(t *testing.T) {
	w := newTown(t)
	thread := w.open(w.Ann, "")
	site, here := w.begin(w.Ann, TalkAbout{}, "A question."), w.begin(w.Ann, TalkAbout{Thread: thread.PID}, "About this.")
	elsewhere, locked := w.Mo, w.Mo
	elsewhere.Boards = []int64{int64(w.board) + 1}
	locked.SecondFactor = false
	for _, test := range []struct {
		who        string
		by         account.Account
		site, here fault.Kind
	}{
		{"its member", w.Ann, 0, 0},
		{"a moderator", w.Mo, 0, 0},
		{"an operator", w.Ola, 0, 0},
		{"a moderator of another board", elsewhere, 0, fault.NotFound},
		{"a moderator without a second factor", locked, fault.NotFound, fault.NotFound},
		{"another member", w.Ben, fault.NotFound, fault.NotFound},
		{"a guest", account.Account{}, fault.SignIn, fault.SignIn},
	} {
		for pid, want := range map[string]fault.Kind{site.PID: test.site, here.PID: test.here, "0123456789abc": fault.NotFound} {
			if want == 0 && pid == "0123456789abc" || test.by.Guest() {
				want = fault.SignIn
			}
			_, err := w.Talk(t.Context(), test.by, pid, 0)
			said := w.Say(t.Context(), test.by, pid, "", "Words.")
			if fault.Of(err).Kind != want || fault.Of(said).Kind != want {
				t.Errorf("%s: %v and %v, want %v", test.who, err, said, want)
			}
		}
		page, _ := w.DeskTalks(t.Context(), test.by, DeskSide, "")
		for _, talk := range page.Talks {
			if talk.PID == here.PID && test.here != 0 {
				t.Errorf("%s sees it in the list", test.who)
			}
		}
	}
	if err := w.Box.Settle(t.Context(), w.Ann, site.PID); !fault.Is(err, fault.NotFound) {
		t.Errorf("its member settles it: %v", err)
	}
}

// A name for one thread writes as itself; nothing the moderators see leads further.
func TestAOneThreadNameWritesAsItself(t *testing.T) {
	w := newTown(t)
	thread := w.open(w.Ann, "Paper Lamp")
	talk := w.begin(w.Ann, TalkAbout{Thread: thread.PID}, "Who will read this?")
	if talk.With.Shown != "Paper Lamp" || talk.Board != int64(w.board) {
		t.Errorf("%+v", talk)
	}
	must(0, w.Say(t.Context(), w.Ann, talk.PID, "", "And this?"))(t)
	for _, l := range must(w.Talk(t.Context(), w.Mo, talk.PID, 0))(t).Lines {
		if l.By.Shown != "Paper Lamp" {
			t.Errorf("said by %s", l.By.Shown)
		}
	}
	if page := must(w.For(t.Context(), w.Ann, ""))(t); len(page.Notices) != 1 || page.Notices[0].To.Shown != "Paper Lamp" {
		t.Errorf("%+v", page.Notices)
	}
}

// Whoever moderates and is the member of a talk speaks in it as its member alone.
func TestAModeratorIsNotBothSides(t *testing.T) {
	w := newTown(t)
	talk := w.begin(w.Mo, TalkAbout{}, "I was paused.")
	must(0, w.Say(t.Context(), w.Mo, talk.PID, "", "That was wrong, and is undone."))(t)
	for _, l := range must(w.Talk(t.Context(), w.Ola, talk.PID, 0))(t).Lines {
		if l.Side != MemberSide {
			t.Error("mo answered himself")
		}
	}
	if _, err := w.Write(t.Context(), w.Mo, w.Mo.Name.PID, 0, "", "", "Hello."); err == nil {
		t.Error("mo wrote to himself")
	}
}

func TestTheModeratorsWriteFirst(t *testing.T) {
	w := newTown(t)
	talk := must(w.Write(t.Context(), w.Mo, w.Ann.Name.PID, 0, "", "key", "Are you well?"))(t)
	again := must(w.Write(t.Context(), w.Mo, w.Ann.Name.PID, 0, "", "key", "Are you well?"))(t)
	if again.PID != talk.PID || len(w.lines(w.Mo, talk)) != 1 {
		t.Error("sent twice, said twice")
	}
	if n := must(w.Unseen(t.Context(), w.Ann))(t); n != 1 {
		t.Errorf("ann is told of %d things", n)
	}
	if _, err := w.Write(t.Context(), w.Ben, w.Ann.Name.PID, 0, "", "", "Hello."); !fault.Is(err, fault.NotFound) {
		t.Errorf("ben writes as a moderator: %v", err)
	}
}

// A form that is sent twice, also by two browsers at once, is said once; another's
// form of the same key is another.
func TestSaidOnce(t *testing.T) {
	w := newTown(t)
	var all sync.WaitGroup
	talks := make([]Talk, 8)
	for i := range talks {
		all.Go(func() { talks[i], _ = w.BeginTalk(t.Context(), w.Ann, TalkAbout{}, "key", "Hello.") })
	}
	all.Wait()
	for i := range talks {
		if talks[i].PID != talks[0].PID {
			t.Error("two talks")
		}
	}
	for range 3 {
		must(0, w.Say(t.Context(), w.Ann, talks[0].PID, "next", "Are you there?"))(t)
		must(0, w.Say(t.Context(), w.Mo, talks[0].PID, "next", "We are."))(t)
	}
	if got := w.lines(w.Ann, talks[0]); len(got) != 3 {
		t.Errorf("said %q", got)
	}
}

func TestTalkWords(t *testing.T) {
	w := newTown(t)
	talk := w.begin(w.Ann, TalkAbout{}, strings.Repeat("ñ", MaxTalkWords))
	for words, key := range map[string]string{" \n": "fault.words_empty", strings.Repeat("ñ", MaxTalkWords+7): "fault.talk_long"} {
		err := w.Say(t.Context(), w.Ann, talk.PID, "", words)
		if f := fault.Of(err); f.Key != key || key == "fault.talk_long" && f.Args["N"] != 7 {
			t.Errorf("%v %v, want %s", err, f.Args, key)
		}
		if _, err := w.BeginTalk(t.Context(), w.Ann, TalkAbout{}, "", words); fault.Of(err).Key != key {
			t.Errorf("begun with %v", err)
		}
	}
	for range mostUnanswered - 1 {
		must(0, w.Say(t.Context(), w.Ann, talk.PID, "", "And another thing."))(t)
	}
	if err := w.Say(t.Context(), w.Ann, talk.PID, "", "And one more."); !fault.Is(err, fault.TooOften) {
		t.Errorf("without end: %v", err)
	}
	must(0, w.Say(t.Context(), w.Mo, talk.PID, "", "We are reading."))(t)
	must(0, w.Say(t.Context(), w.Ann, talk.PID, "", "Thank you."))(t)
}

// A long talk is read a page at a time, and every line is on one page.
func TestALongTalk(t *testing.T) {
	w := newTown(t)
	talk := w.begin(w.Ann, TalkAbout{}, "line 0")
	for i := 1; i <= 2*linesOnPage; i++ {
		must(0, w.Say(t.Context(), w.Mo, talk.PID, "", fmt.Sprint("line ", i)))(t)
	}
	var all []string
	for before := int64(0); ; {
		p := must(w.Talk(t.Context(), w.Mo, talk.PID, before))(t)
		var some []string
		for _, l := range p.Lines {
			some = append(some, l.Source)
		}
		all = append(some, all...)
		if before = p.Previous; before == 0 {
			break
		}
	}
	for i, said := range all {
		if said != fmt.Sprint("line ", i) {
			t.Fatalf("%d is %s", i, said)
		}
	}
	if len(all) != 2*linesOnPage+1 {
		t.Errorf("%d lines", len(all))
	}
}

// The database itself refuses to change what was said: words may only go.
func TestNobodyChangesATalk(t *testing.T) {
	w := newTown(t)
	w.begin(w.Ann, TalkAbout{}, "As it was said.")
	for _, q := range []string{
		`UPDATE talk_line SET source = 'another'`, `UPDATE talk_line SET side = 'desk', wiped_at = 1`, `UPDATE talk_line SET written_at = 1, wiped_at = 1`,
		`UPDATE talk_line SET written_by = (SELECT n.id FROM name n WHERE n.shown = 'Ben Lantern'), wiped_at = 1`, `DELETE FROM talk_line`,
	} {
		if err := w.db.Tx(t.Context(), func(tx *db.Tx) error { _, err := tx.Exec(t.Context(), q); return err }); err == nil {
			t.Errorf("done: %s", q)
		}
	}
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `UPDATE talk_line SET source = '', wiped_at = 1`)
		return err
	})
	if err := w.db.Tx(t.Context(), func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `UPDATE talk_line SET source = 'never said', wiped_at = 2`)
		return err
	}); err == nil {
		t.Error("words came back that were wiped")
	}
}
