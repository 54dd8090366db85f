package web

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/notice"
)

// told puts a notice and returns its public id.
func (w *town) told(to account.NameID, kind notice.Kind, about string, d notice.Data) string {
	w.t.Helper()
	var pid string
	w.tx(func(tx *db.Tx) error {
		if err := notice.PutIn(w.t.Context(), tx, notice.Notice{Name: to, Kind: kind, About: about, At: w.clock.now(), Data: d}); err != nil {
			return err
		}
		var err error
		pid, err = db.One(w.t.Context(), tx, db.Value[string], `SELECT pid FROM notice WHERE name = $1 AND kind = $2 AND about = $3`, to, kind, about)
		return err
	})
	return pid
}

// decided writes a decision down and tells whom it concerns.
func (w *town) decided(p forum.Post, verdict, message string) string {
	w.t.Helper()
	pid := "dec" + verdict + p.PID[:6]
	w.tx(func(tx *db.Tx) error {
		c, err := db.One(w.t.Context(), tx, db.Value[int64], `
			INSERT INTO flag_case (pid, queue, target_kind, target, board, harm, state, opened_at) VALUES ($1, 'flagged', 'post', $2, $3, 5, 'decided', 1) RETURNING id`,
			"case"+verdict+p.PID[:6], p.ID, w.chemo.ID)
		if err != nil {
			return err
		}
		_, err = tx.Exec(w.t.Context(), `
			INSERT INTO decision (pid, flag_case, verdict, reason, agreement, message, about, decided_by, decided_at, state, undo_until)
			VALUES ($1, $2, $3, 'private', 'No private details, yours or anyone’s.', $4, $5, $6, $7, 'stands', 1)`,
			pid, c, verdict, message, p.By.ID, w.people["mo"].Name.ID, db.Time(w.clock.now()))
		return err
	})
	return w.told(p.By.ID, notice.Decided, "decision "+pid, notice.Data{Verdict: verdict, Reason: "private", Decision: pid, Post: p.PID})
}

// Each kind of notice, and each verdict, answer and outcome, has its words.
func TestEveryNoticeHasItsWords(t *testing.T) {
	w := newTown(t)
	f := frame{Words: w.Words.Match("en")}
	say := func(n notice.Notice) {
		t.Helper()
		for _, part := range []string{"", ".lead"} {
			said := f.ofNotice(notice.Told{Notice: n}, part)
			if said == "" && n.Kind != notice.Talked {
				t.Errorf("%s %+v%s: no words", n.Kind, n.Data, part)
			}
			for _, never := range []string{"violation", "inappropriate", "flagged", "complaint", "!"} {
				if strings.Contains(strings.ToLower(said), never) {
					t.Errorf("%s: %q", n.Kind, said)
				}
			}
		}
	}
	for _, verdict := range []string{"keep", "ask", "redact", "fold", "remove", "restore", "move", "lock", "note", "pause", "hold_first", "ban", "spam", "one to come"} {
		say(notice.Notice{Kind: notice.Decided, Data: notice.Data{Verdict: verdict}})
		say(notice.Notice{Kind: notice.Undone, Data: notice.Data{Verdict: verdict}})
		say(notice.Notice{Kind: notice.Ended, Data: notice.Data{Verdict: verdict}})
	}
	for _, outcome := range []notice.Outcome{notice.Kept, notice.Changed, notice.Down, notice.Part, notice.Moved, notice.Noted, notice.Rests, notice.Acted, notice.Cared} {
		say(notice.Notice{Kind: notice.FlagAnswered, Data: notice.Data{Outcome: outcome}})
	}
	for _, answer := range []notice.Answer{notice.Granted, notice.Refused} {
		say(notice.Notice{Kind: notice.AppealAnswered, Data: notice.Data{Answer: answer}})
	}
	for _, kind := range []notice.Kind{notice.HeldPosted, notice.HeldDeclined, notice.Unmasked, notice.AskHow, notice.HandedOver, notice.SecondAsked, notice.UrgentCalled} {
		say(notice.Notice{Kind: kind, Data: notice.Data{Verdict: "release"}})
	}
	for _, turn := range []notice.Side{notice.MemberSide, notice.DeskSide, notice.NoSide} {
		say(notice.Notice{Kind: notice.Talked, Data: notice.Data{Turn: turn}})
	}
}

// Whose post was taken down reads why, has the whole text back, and posts it again
// with what they changed.
func TestTakenDownAndPostedAgain(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo", "It starts soon.")
	reply := w.reply("ben", w.opening(thread), "Ask for **Nurse Kay** on ward 4.\n\nShe is kind.")
	w.must(w.Forum.Remove(t.Context(), w.people["mo"], reply.PID, forum.RemoveReasons[0]))
	pid := w.decided(reply, "remove", "Thank you for answering. It named a **nurse**.")
	again := w.told(reply.By.ID, notice.AppealAnswered, "appeal", notice.Data{Verdict: "remove", Answer: notice.Refused, Decision: "decremove" + reply.PID[:6], Post: reply.PID})
	if page := w.get("ben", "/you/messages/"+again); !strings.Contains(page, "What we wrote when we first decided") {
		t.Errorf("the first letter looks like an answer to the second look\n%s", mainOf(t, page))
	}

	if page := w.get("ben", "/"); !strings.Contains(page, "1 new message") {
		t.Error("the front page does not say so")
	}
	if page := w.get("ben", "/you"); !strings.Contains(page, "1 new message") {
		t.Error("their page does not say so")
	}
	list := w.get("ben", "/you/messages")
	if !strings.Contains(list, "Your post was taken down") || !strings.Contains(list, "/you/messages/"+pid) {
		t.Fatal(mainOf(t, list))
	}
	page := w.get("ben", "/you/messages/"+pid)
	for _, says := range []string{"Your post was taken down", "<strong>nurse</strong>", "No private details, yours or anyone’s.", "mo, moderator", "Ask for **Nurse Kay** on ward 4.\n\nShe is kind.", "Change it and post it again"} {
		if !strings.Contains(page, says) {
			t.Errorf("it does not say %q\n%s", says, mainOf(t, page))
		}
	}
	if page := w.get("ben", "/you/messages"); strings.Contains(page, "1 new message") {
		t.Error("it is still new")
	}
	for _, as := range []string{"ann", "mo", "ola"} {
		there, missing := w.ask(asking{as: as, path: "/you/messages/" + pid}), w.ask(asking{as: as, path: "/you/messages/0123456789abc"})
		if there.Code != http.StatusNotFound || there.Body.String() != missing.Body.String() {
			t.Errorf("%s reads it: %d", as, there.Code)
		}
	}
	form := w.does("ben", "/you/messages/"+pid+"/again", "Here are your words.")
	if !strings.Contains(form, "Ask for **Nurse Kay** on ward 4.\n\nShe is kind.") {
		t.Error("the form is empty")
	}
	w.does("ben", "/p/"+w.opening(thread)+"/reply", "Ask for the lead nurse.", "words", "Ask for the lead nurse.", "do", "post", "key", "again")
}

// A conversation goes back and forth; each side has its own address for it, and the
// other's is not here.
func TestATalkOnThePages(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo", "It starts soon.")
	pid := w.decided(w.post("ann", thread), "note", "There is a leaflet about this.")
	page := w.get("ann", "/you/messages/"+pid)
	if !strings.Contains(page, "/you/messages/"+pid+"/write") || strings.Contains(page, "What you wrote") {
		t.Error(mainOf(t, page))
	}
	w.get("ann", "/you/messages/"+pid+"/write")
	status, back := w.send("ann", "/you/messages/"+pid+"/write", "words", strings.Repeat("long ", 1100), "key", "one")
	if status != http.StatusUnprocessableEntity || !strings.Contains(back, "long long") || !strings.Contains(back, `value="one"`) {
		t.Errorf("%d: the words are gone", status)
	}
	page = w.does("ann", "/you/messages/"+pid+"/write", "Where is the leaflet?", "words", "Where is the leaflet?", "key", "one")
	talk := hiddenIn(t, page, `action="/you/talks/`)
	w.does("ann", "/you/messages/"+pid+"/write", "Where is the leaflet?", "words", "Where is the leaflet?", "key", "one")
	if n := strings.Count(w.get("ann", "/you/talks/"+talk), "Where is the leaflet?"); n != 1 {
		t.Errorf("it was said %d times", n)
	}
	if page := w.get("mo", "/desk/talks"); !strings.Contains(page, "/desk/talk/"+talk) || !strings.Contains(page, "Chemotherapy") {
		t.Error(mainOf(t, page))
	}
	w.does("mo", "/desk/talk/"+talk, "In the corridor.", "words", "In the corridor.", "do", "say", "key", "two")
	if page := w.get("ann", "/you/messages"); !strings.Contains(page, "The moderators wrote to you") || !strings.Contains(page, "1 new message") {
		t.Error(mainOf(t, page))
	}
	if page := w.get("ann", "/you/talks/"+talk); !strings.Contains(page, "In the corridor.") || !strings.Contains(page, "mo <span") {
		t.Error(mainOf(t, page))
	}
	if page := w.get("ann", "/you/messages/"+pid); !strings.Contains(page, "/you/talks/"+talk) {
		t.Error("the message does not lead to the talk")
	}
	w.does("ann", "/you/talks/"+talk, "Thank you.", "words", "Thank you.", "key", "three")
	w.does("mo", "/desk/talk/"+talk, "It no longer waits", "do", "settle")
	for as, path := range map[string]string{"ben": "/you/talks/" + talk, "ola": "/you/talks/" + talk, "ann": "/desk/talk/" + talk} {
		if got := w.ask(asking{as: as, path: path}).Code; got != http.StatusNotFound {
			t.Errorf("%s as %s: %d", path, as, got)
		}
	}
}

// A question to the moderators goes under the name that somebody has in the
// conversation it is about.
func TestAskingTheModerators(t *testing.T) {
	w := newTown(t)
	w.does("ann", "/you/messages/write", "May I post a photograph?", "words", "May I post a photograph?", "key", "one")
	thread, err := w.Forum.Open(t.Context(), w.people["ann"], w.chemo.ID, forum.NewThread{Title: "Hidden", Words: "Words.", Name: "Paper Lamp"})
	w.must(err)
	path := "/you/messages/write?thread=" + thread.PID
	if page := w.get("ann", path); !strings.Contains(page, "You write as Paper Lamp.") {
		t.Error(mainOf(t, page))
	}
	w.does("ann", path, "Who reads this?", "words", "Who reads this?", "key", "two")
	page := w.get("mo", "/desk/talks")
	if !strings.Contains(page, ">Paper Lamp<") || !strings.Contains(page, ">ann<") {
		t.Error(mainOf(t, page))
	}
	if page := w.get("ann", "/you/messages"); !strings.Contains(page, "To you as Paper Lamp") {
		t.Error(mainOf(t, page))
	}
}

// All can be marked as seen with one press, and that can be taken back.
func TestMarkingAllAsSeen(t *testing.T) {
	w := newTown(t)
	for i := range 25 {
		w.told(w.people["ann"].Name.ID, notice.FlagAnswered, fmt.Sprint("flag ", i), notice.Data{Outcome: notice.Kept})
	}
	page := w.get("ann", "/you/messages")
	if !strings.Contains(page, "25 new messages") || strings.Count(page, `class="sheet conv"`) != 20 || strings.Contains(page, "25 new messages</title>") {
		t.Error(mainOf(t, page))
	}
	page = w.does("ann", "/you/messages/seen", "All messages are marked as seen.", "do", "all")
	if strings.Contains(page, "new message") {
		t.Error(mainOf(t, page))
	}
	w.does("ann", "/you/messages/seen", "25 new messages", "do", "undo")
	if got, _ := w.send("ann", "/you/messages/seen", "do", "undo"); got != http.StatusConflict {
		t.Errorf("taken back twice: %d", got)
	}
}

// post is the post that opened a thread.
func (w *town) post(as string, thread forum.Thread) forum.Post {
	w.t.Helper()
	_, p, err := w.Forum.Post(w.t.Context(), w.people[as], w.opening(thread))
	w.must(err)
	return p.Post
}

// hiddenIn returns the public id after a part of a page.
func hiddenIn(t *testing.T, page, before string) string {
	t.Helper()
	_, after, found := strings.Cut(page, before)
	if !found {
		t.Fatalf("no %s in\n%s", before, mainOf(t, page))
	}
	pid, _, _ := strings.Cut(after, `"`)
	return pid
}
