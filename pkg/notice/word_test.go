package notice

import (
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// decide writes a decision about a name down as the desk would, and returns its pid.
func (w *town) decide(about account.NameID, state string) string {
	w.t.Helper()
	pid := "decision" + state
	w.tx(func(tx *db.Tx) error {
		c, err := db.One(w.t.Context(), tx, db.Value[int64], `
			INSERT INTO flag_case (pid, queue, target_kind, target, board, harm, state, opened_at) VALUES ($1, 'flagged', 'name', 1, $2, 5, 'decided', 1) RETURNING id`,
			"case"+state, w.board)
		if err != nil {
			return err
		}
		_, err = tx.Exec(w.t.Context(), `
			INSERT INTO decision (pid, flag_case, verdict, reason, agreement, message, about, decided_by, decided_at, state, undo_until)
			VALUES ($1, $2, 'remove', 'private', 'No private details.', 'It named a nurse.', $3, $4, $5, $6, 1)`,
			pid, c, about, w.Mo.Name.ID, db.Time(w.clock), state)
		return err
	})
	return pid
}

// Whom a decision concerns is told what was said with it, and nobody else is: not
// even whoever flagged.
func TestWordOf(t *testing.T) {
	w := newTown(t)
	pid := w.decide(w.Ann.Name.ID, "stands")
	for _, test := range []struct {
		name  string
		n     Notice
		heard bool
	}{
		{"the author", Notice{Name: w.Ann.Name.ID, Data: Data{Decision: pid}}, true},
		{"whoever flagged", Notice{Name: w.Ben.Name.ID, Data: Data{Decision: pid}}, false},
		{"one that waits for a second moderator", Notice{Name: w.Ann.Name.ID, Data: Data{Decision: w.decide(w.Ann.Name.ID, "waiting")}}, false},
		{"no decision", Notice{Name: w.Ann.Name.ID}, false},
	} {
		word, err := w.WordOf(t.Context(), Told{Notice: test.n}, "en")
		if test.heard != (err == nil) || err != nil && !fault.Is(err, fault.NotFound) {
			t.Errorf("%s: %v", test.name, err)
		}
		if test.heard && (word.Message != "It named a nurse." || word.By.Shown != "Mo Harbour" || word.Agreement != "No private details.") {
			t.Errorf("%+v", word)
		}
	}
}

// A talk about a decision is one talk, on the board that it was decided for.
func TestATalkAboutADecision(t *testing.T) {
	w := newTown(t)
	pid := w.decide(w.Ann.Name.ID, "stands")
	w.tx(func(tx *db.Tx) error {
		return PutIn(t.Context(), tx, Notice{Name: w.Ann.Name.ID, Kind: Decided, About: "decision " + pid, At: w.clock, Data: Data{Decision: pid}})
	})
	n := must(w.For(t.Context(), w.Ann, ""))(t).Notices[0]
	if _, err := w.TalkAbout(t.Context(), w.Ann, n); !fault.Is(err, fault.NotFound) {
		t.Errorf("there is one already: %v", err)
	}
	talk, again := w.begin(w.Ann, TalkAbout{Notice: n.PID}, "Why?"), w.begin(w.Ann, TalkAbout{Notice: n.PID}, "I would like to know.")
	if talk.PID != again.PID || talk.Board != int64(w.board) || talk.Decision != pid {
		t.Errorf("%+v and %+v", talk, again)
	}
	if _, err := w.BeginTalk(t.Context(), w.Ben, TalkAbout{Notice: n.PID}, "", "Me too."); !fault.Is(err, fault.NotFound) {
		t.Errorf("ben writes about a notice of ann's: %v", err)
	}
	from := must(w.Write(t.Context(), w.Mo, w.Ann.Name.PID, int64(w.board), pid, "", "Because of the nurse."))(t)
	if found := must(w.TalkAbout(t.Context(), w.Ann, n))(t); from.PID != talk.PID || found.PID != talk.PID {
		t.Error("the moderators write in another talk")
	}
}

// What was taken down comes back whole, to its author alone.
func TestTextOf(t *testing.T) {
	w := newTown(t)
	thread := w.open(w.Ann, "Paper Lamp")
	lamp := must(w.Accounts.NameIn(t.Context(), w.db, w.Ann, int64(thread.ID)))(t)
	opening := must(forum.FindSubject(t.Context(), w.db, thread.Opening))(t).Post
	reply := must(w.forum.Reply(t.Context(), w.Ben, opening.PID, forum.NewReply{Words: "Hello @Paper Lamp, it was Nurse Kay."}))(t)
	must(0, w.forum.Remove(t.Context(), w.Mo, reply.PID, forum.RemoveReasons[0]))(t)
	told := func(name account.NameID, post string) Told {
		return Told{Notice: Notice{Name: name, Data: Data{Post: post}}}
	}
	back := must(w.TextOf(t.Context(), w.Ben, told(w.Ben.Name.ID, reply.PID)))(t)
	if back.Words != "Hello @Paper Lamp, it was Nurse Kay." || back.Answers != opening.PID || back.Opening || back.Stands {
		t.Errorf("%+v", back)
	}
	must(0, w.forum.RemoveThread(t.Context(), w.Mo, thread.PID, forum.RemoveReasons[0]))(t)
	back = must(w.TextOf(t.Context(), w.Ann, told(lamp.ID, opening.PID)))(t)
	if !back.Opening || back.Title != "A title" || back.Words != "Some words." || back.Board.Slug != "feelings" || back.Stands {
		t.Errorf("%+v", back)
	}
	for who, test := range map[string]struct {
		by account.Account
		n  Told
	}{
		"another member":   {w.Ben, told(lamp.ID, opening.PID)},
		"a moderator":      {w.Mo, told(w.Mo.Name.ID, reply.PID)},
		"about no post":    {w.Ann, told(lamp.ID, "")},
		"another's notice": {w.Ben, told(w.Ann.Name.ID, reply.PID)},
	} {
		if _, err := w.TextOf(t.Context(), test.by, test.n); !fault.Is(err, fault.NotFound) {
			t.Errorf("%s: %v", who, err)
		}
	}
}
