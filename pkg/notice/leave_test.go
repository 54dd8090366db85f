package notice

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/mail"
	"github.com/kindword/kindword/pkg/seal"
)

// count counts rows of a table.
func (w *town) count(table string) int64 {
	w.t.Helper()
	return must(db.One(w.t.Context(), w.db, db.Value[int64], `SELECT COUNT(*) FROM `+table))(w.t)
}

// When a name leaves, what it was told goes, and its talks with it, whatever becomes
// of its posts. Told twice, nothing more happens.
func TestNameLeft(t *testing.T) {
	for _, choice := range []account.Choice{account.RemoveWords, account.KeepWords, account.KeepName} {
		w := newTown(t)
		erased := 0
		events.On(w.Queue, "test.erased", func(context.Context, forum.Erased) error { erased++; return nil })
		lamp := w.lamp(w.Ann, "Paper Lamp")
		w.put(w.Ann.Name.ID, "decision one")
		w.put(lamp.ID, "decision two")
		w.put(w.Ben.Name.ID, "decision three")
		talk, other := w.begin(w.Ann, TalkAbout{}, "A question."), w.begin(w.Ben, TalkAbout{}, "Another.")
		must(0, w.Say(t.Context(), w.Mo, talk.PID, "", "An answer."))(t)
		must(0, w.Say(t.Context(), w.Mo, other.PID, "", "An answer to ben."))(t)
		for range 2 {
			must(0, w.NameLeft(t.Context(), account.Left{Name: w.Ann.Name.ID, Choice: choice}))(t)
			must(0, w.NameLeft(t.Context(), account.Left{Name: w.Mo.Name.ID, Choice: choice}))(t)
			if n, talks, lines := w.count("notice"), w.count("talk"), w.count("talk_line"); n != 3 || talks != 1 || lines != 2 {
				t.Errorf("%s: %d notices, %d talks, %d lines are left; want the lamp's and ben's", choice, n, talks, lines)
			}
		}
		for must(w.Queue.Step(t.Context()))(t) {
		}
		if erased != 1 {
			t.Errorf("%s: the raw files were told of %d times", choice, erased)
		}
	}
}

// A seen notice goes after its days, one that nobody saw stays, and a talk goes a
// year after its last word.
func TestTidy(t *testing.T) {
	w := newTown(t)
	w.put(w.Ann.Name.ID, "decision one")
	must(0, w.SeeAll(t.Context(), w.Ann))(t)
	w.put(w.Ann.Name.ID, "decision two")
	w.begin(w.Ann, TalkAbout{}, "A question.")
	for _, step := range []struct {
		days           time.Duration
		notices, talks int64
	}{{SeenDays, 3, 1}, {1, 2, 1}, {TalkDays - SeenDays - 1, 2, 1}, {1, 1, 0}} {
		w.pass(step.days * 24 * time.Hour)
		must(0, w.Tidy(t.Context()))(t)
		must(0, w.Tidy(t.Context()))(t)
		if n, talks := w.count("notice"), w.count("talk"); n != step.notices || talks != step.talks {
			t.Errorf("after %d days more: %d notices, %d talks; want %d, %d", step.days, n, talks, step.notices, step.talks)
		}
	}
}

// Whoever wished to be asked is asked once a day they chose, and not when they have
// said how it went.
func TestAskHow(t *testing.T) {
	w := newTown(t)
	thread, told := w.open(w.Ann, ""), w.open(w.Ann, "Paper Lamp")
	day := account.DayOf(w.clock)
	must(0, w.forum.SetEnding(t.Context(), w.Ann, told.PID, "It went well."))(t)
	for range 2 {
		must(0, w.Box.AskHow(t.Context(), forum.AskHow{Thread: thread.ID, Day: day}))(t)
		must(0, w.Box.AskHow(t.Context(), forum.AskHow{Thread: told.ID, Day: day}))(t)
		must(0, w.Box.AskHow(t.Context(), forum.AskHow{Thread: 999, Day: day}))(t)
	}
	must(0, w.Box.AskHow(t.Context(), forum.AskHow{Thread: thread.ID, Day: day + 7}))(t)
	page := must(w.For(t.Context(), w.Ann, ""))(t)
	if len(page.Notices) != 2 || page.Notices[0].Data.Thread != thread.PID {
		t.Errorf("%+v", page.Notices)
	}
}

// An export holds what all names were told; a disclosure what one was.
func TestExport(t *testing.T) {
	w := newTown(t)
	lamp := w.lamp(w.Ann, "Paper Lamp")
	w.put(w.Ann.Name.ID, "decision one")
	w.put(lamp.ID, "decision two")
	talk := w.begin(w.Ann, TalkAbout{}, "A question.")
	must(0, w.Say(t.Context(), w.Mo, talk.PID, "", "An answer."))(t)
	all := must(w.Export(t.Context(), w.Ann))(t)
	if len(all) != 2 || len(all[0].Notices) != 2 || len(all[1].Notices) != 1 || len(all[0].Talks) != 1 {
		t.Fatalf("%+v", all)
	}
	if lines := all[0].Talks[0].Lines; len(lines) != 2 || lines[0].Words != "A question." || lines[1].By != "Mo Harbour" {
		t.Errorf("%+v", lines)
	}
	if w := must(w.Disclose(t.Context(), lamp))(t); w.Name != "Paper Lamp" || len(w.Notices) != 1 || len(w.Talks) != 0 {
		t.Errorf("%+v", w)
	}
	if w := must(w.Disclose(t.Context(), w.Mo.Name))(t); len(w.Answers) != 1 || w.Answers[0].Words != "An answer." {
		t.Errorf("%+v", w)
	}
	if len(must(w.Export(t.Context(), account.Account{}))(t)) != 0 {
		t.Error("a guest takes something along")
	}
}

// A new master key changes nothing for anybody.
func TestRotation(t *testing.T) {
	w := newTown(t)
	lamp := w.lamp(w.Ann, "Paper Lamp")
	w.put(lamp.ID, "decision one")
	talk := must(w.BeginTalk(t.Context(), w.Ann, TalkAbout{}, "key", "A question."))(t)
	next, err := seal.NewKeys(bytes.Repeat([]byte{9}, seal.KeySize))
	must(next, err)(t)
	w.tx(func(tx *db.Tx) error {
		return w.Accounts.Rotate(t.Context(), tx, must(seal.NewKeys(w.Keys.Master()))(t), next)
	})
	w.Keys.Become(next)
	if n := must(w.Unseen(t.Context(), w.Ann))(t); n != 1 {
		t.Errorf("%d unseen", n)
	}
	must(0, w.Say(t.Context(), w.Ann, talk.PID, "after", "Still here."))(t)
	if len(w.lines(w.Ann, talk)) != 2 {
		t.Error("the talk is another")
	}
}

type letterBox struct{ letters []mail.Letter }

func (b *letterBox) Send(_ context.Context, l mail.Letter) error {
	b.letters = append(b.letters, l)
	return nil
}

// Somebody who chose letters gets one a day at most, with no word in it, and none for
// what they have seen here.
func TestLetters(t *testing.T) {
	box := &letterBox{}
	w := newTown(t, account.WithMail(box, "https://kindword.example", func(_, key string, args ...any) string {
		if len(args) > 1 {
			return key + " " + args[1].(string)
		}
		return key
	}))
	chose := func(who account.Account, use account.EmailFor) {
		w.tx(func(tx *db.Tx) error {
			sealed := w.Keys.Seal("email", "account:"+strconv.FormatInt(int64(who.ID), 10), []byte(strings.ToLower(who.Name.Shown[:3])+"@home.example"))
			_, err := tx.Exec(t.Context(), `UPDATE account SET email = $1, email_index = $2, email_for = $3 WHERE id = $4`, sealed, []byte(who.Name.Shown), use, who.ID)
			return err
		})
	}
	chose(w.Ann, account.NoticeEmail)
	chose(w.Ben, account.RecoveryEmail)
	lamp := w.lamp(w.Ann, "Paper Lamp")
	send := func(want int) {
		t.Helper()
		must(w.SendLetters(t.Context()))(t)
		for must(w.Queue.Step(t.Context()))(t) {
		}
		if len(box.letters) != want {
			t.Fatalf("%d letters, want %d: %+v", len(box.letters), want, box.letters)
		}
	}
	for _, name := range []account.NameID{w.Ann.Name.ID, lamp.ID, w.Ben.Name.ID, w.Mo.Name.ID} {
		w.put(name, "decision one")
	}
	send(0)
	w.pass(LetterAfter)
	send(1)
	if l := box.letters[0]; l.To != "ann@home.example" || l.Subject != "letter.notice.subject" || l.Text != "letter.notice.text https://kindword.example/you/messages" {
		t.Errorf("%+v", l)
	}
	w.put(w.Ann.Name.ID, "decision two")
	w.pass(LetterAfter)
	send(1) // the second of a day
	w.pass(24 * time.Hour)
	w.put(w.Ann.Name.ID, "decision three")
	must(0, w.SeeAll(t.Context(), w.Ann))(t)
	w.pass(LetterAfter)
	send(1) // seen
	w.put(lamp.ID, "decision four")
	w.pass(LetterAfter)
	send(2)
	w.pass(24 * time.Hour)
	talk := w.begin(w.Ann, TalkAbout{}, "A question.")
	w.pass(LetterAfter)
	send(2) // her own words
	must(0, w.Say(t.Context(), w.Mo, talk.PID, "", "An answer."))(t)
	w.pass(LetterAfter)
	send(3)
}
