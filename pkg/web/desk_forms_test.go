package web

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
)

// A passage is taken out by ticking it or by typing it; words that are not in the post
// come back with what to mend; destroying at once needs somebody else.
func TestRedactFromThePage(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "Title", "Call me. My number is 020 7946 0018. I am home on Friday.")
	path := w.flagged(w.opening(thread), moderation.Identifies, "")
	form := w.formOf("mo", path, path+"/decide")
	for _, test := range []struct {
		says  string
		pairs []string
	}{
		{"Choose the words to take out.", []string{"verdict", "redact", "reason", "private-details"}},
		{"These words are not in the post", []string{"verdict", "redact", "reason", "private-details", "passages", "not there"}},
		{"Your message repeats the words", []string{"verdict", "redact", "reason", "private-details", "passage", "020 7946 0018", "message", "You wrote 020 7946 0018."}},
		{"Choose a reason", []string{"verdict", "redact", "passage", "020 7946 0018", "message", "Kept words."}},
		{"Choose what is to happen.", []string{"message", "Kept words."}},
	} {
		status, page := w.decides("mo", form, path, test.pairs...)
		if status != http.StatusUnprocessableEntity || !strings.Contains(mainOf(t, page), test.says) {
			t.Errorf("%v: %d without %q", test.pairs, status, test.says)
		}
		if last := test.pairs[len(test.pairs)-1]; !strings.Contains(page, last) {
			t.Errorf("%v: %q is gone", test.pairs, last)
		}
	}
	status, page := w.decides("mo", form, path, "verdict", "redact", "reason", "private-details", "passage", "020 7946 0018", "passages", "home on Friday\r\n", "message", "I took two details out.")
	if status != http.StatusSeeOther || !strings.Contains(mainOf(t, page), "Take out a passage: decided by mo") {
		t.Fatalf("%d %s", status, mainOf(t, page))
	}
	if public := w.get("", "/t/"+thread.PID); strings.Contains(public, "7946") || strings.Contains(public, "Friday") || !strings.Contains(public, "Call me.") {
		t.Error("a guest reads what was taken out, or not the rest")
	}
	destroy := regexp.MustCompile(`/desk/decisions/[0-9a-z]+/destroy`).FindString(page)
	w.does("mo", destroy, "A second moderator is asked.", "case", path[len(casePath("")):])
	page = w.get("ola", path)
	second := regexp.MustCompile(`/desk/decisions/[0-9a-z]+/second`).FindString(page)
	if second == "" {
		t.Fatal("nobody else is asked", mainOf(t, page))
	}
	if status, _ := w.send("ola", second, "case", "x"); status != http.StatusUnprocessableEntity {
		t.Errorf("neither yes nor no: %d", status)
	}
	w.does("ola", second, "You agreed, and it is done.", "agree", "yes", "version", w.formOf("ola", path, second).Get("version"), "case", path[len(casePath("")):])
	if page := w.get("mo", path); undoOf(page) != "" {
		t.Error("what is destroyed is offered to be undone")
	}
}

// What weighs on a person waits for a second moderator, and the one who asked does not
// answer.
func TestSecondFromThePage(t *testing.T) {
	w := newTown(t)
	path := w.flagged(w.opening(w.open("ann", w.chemo, "Title", "Words.")), moderation.Unkind, "")
	status, page := w.decides("mo", w.formOf("mo", path, path+"/decide"), path, "verdict", "pause", "days", "7", "reason", "unkind", "message", "A week of rest.")
	if status != http.StatusSeeOther || !strings.Contains(page, "A second moderator is asked.") || !strings.Contains(page, "You asked for this") {
		t.Fatalf("%d %s", status, mainOf(t, page))
	}
	second := regexp.MustCompile(`/desk/decisions/[0-9a-z]+/second`).FindString(w.get("ola", path))
	form := w.formOf("ola", path, second)
	w.does("ola", second, "You said no.", "agree", "no", "version", form.Get("version"), "case", form.Get("case"))
	status, page = w.decides("mo", w.formOf("mo", path, path+"/decide"), path, "verdict", "pause", "days", "1", "reason", "unkind", "message", "A day of rest.")
	if status != http.StatusSeeOther || !strings.Contains(page, "Pause them: decided by mo") {
		t.Errorf("%d %s", status, mainOf(t, page))
	}
}

// Whose name for one thread it is, two learn together: whoever asked and whoever agreed,
// and nobody else.
func TestUnmaskFromThePage(t *testing.T) {
	w := newTown(t)
	thread, err := w.Forum.Open(t.Context(), w.people["ann"], w.chemo.ID, forum.NewThread{Title: "A title", Words: "Words.", Wish: forum.Shared, Name: "Corner Lamp"})
	w.must(err)
	path := w.flagged(w.opening(thread), moderation.Illegal, "")
	if page := w.get("mo", path); strings.Contains(page, ">ann<") || !strings.Contains(page, "Ask whose name this is") {
		t.Fatal("not asked for, or known already", mainOf(t, page))
	}
	if status, _ := w.send("mo", path+"/unmask", "reason", "curious"); status != http.StatusUnprocessableEntity {
		t.Errorf("for no written reason: %d", status)
	}
	w.does("mo", path+"/unmask", "A second moderator is asked.", "reason", "court-order")
	second := regexp.MustCompile(`/desk/decisions/[0-9a-z]+/second`).FindString(w.get("ola", path))
	name := strings.TrimSuffix(second, "second") + "name"
	if status, page := w.send("mo", name); status != http.StatusNotFound || strings.Contains(page, "ann") {
		t.Errorf("before the other agreed: %d", status)
	}
	form := w.formOf("ola", path, second)
	w.does("ola", second, "You agreed, and it is done.", "agree", "yes", "version", form.Get("version"), "case", form.Get("case"))
	for _, who := range []string{"mo", "ola"} {
		if !strings.Contains(w.get(who, path), name) {
			t.Errorf("%s is not led to it", who)
		}
		if status, page := w.send(who, name); status != http.StatusOK || !strings.Contains(mainOf(t, page), "ann") {
			t.Errorf("%s: %d %s", who, status, mainOf(t, page))
		}
	}
	w.settle("may", account.Moderator)
	if status, page := w.send("may", name); status != http.StatusNotFound || strings.Contains(w.get("may", path), name) {
		t.Errorf("a third: %d %s", status, mainOf(t, page))
	}
	acts := strings.Join(w.recorded(), " ")
	for _, act := range []string{"unmask.asked", "unmask.agreed", "unmask.read"} {
		if !strings.Contains(acts, act) {
			t.Errorf("%s is not written down: %s", act, acts)
		}
	}
}

// The message for a reason is filled in without a script, and everything by one name is
// shown before it is taken down.
func TestMessageAndPreview(t *testing.T) {
	w := newTown(t)
	first := w.open("ann", w.chemo, "Buy this", "My powder helps.")
	w.open("ann", w.chemo, "Buy that", "My other powder helps.")
	path := w.flagged(w.opening(first), moderation.Spam, "")
	form := w.formOf("mo", path, path+"/decide")
	status, page := w.send("mo", path+"/decide", "do", "fill", "verdict", "remove", "reason", "spam", "key", form.Get("key"))
	if status != http.StatusOK || !strings.Contains(page, "Hello ann,") || !strings.Contains(page, `value="remove" data-button="Take it down and send my message" checked`) {
		t.Errorf("%d %s", status, mainOf(t, page))
	}
	if status, _ := w.send("mo", path+"/decide", "do", "fill", "verdict", "remove"); status != http.StatusUnprocessableEntity {
		t.Errorf("no reason: %d", status)
	}
	pairs := []string{"verdict", "spam", "reason", "spam", "message", "It reads as advertising."}
	status, page = w.decides("mo", form, path, pairs...)
	if says := mainOf(t, page); status != http.StatusOK || !strings.Contains(says, "2 posts by ann would be taken down.") || !strings.Contains(says, "My other powder helps.") {
		t.Fatalf("%d %s", status, says)
	}
	if status, page = w.decides("mo", form, path, append(pairs, "sure", "1")...); status != http.StatusSeeOther || !strings.Contains(page, "You can undo this until") {
		t.Errorf("%d %s", status, mainOf(t, page))
	}
}

// Somebody says that they will answer, others see it, and they may let it go; what no
// moderator has read is marked as read.
func TestAnswerAndRead(t *testing.T) {
	w := newTown(t)
	w.settle("wes", account.Welcomer)
	thread := w.open("ann", w.chemo, "Is anybody here", "I begin on Monday.")
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `INSERT INTO unread_post (post, board, written_at) VALUES ($1, $2, $3)`, thread.Opening, w.chemo.ID, db.Time(w.clock.now()))
		return err
	})
	if page := mainOf(t, w.get("wes", "/desk/queue/unanswered")); !strings.Contains(page, "Is anybody here") || !strings.Contains(page, "I’ll answer this") || !strings.Contains(page, "Looking for shared experience") {
		t.Error(page)
	}
	w.does("wes", "/desk/unanswered/"+thread.PID+"/take", "It is yours for half an hour.")
	if status, page := w.send("mo", "/desk/unanswered/"+thread.PID+"/take"); status != http.StatusConflict || !strings.Contains(page, "wes") {
		t.Errorf("%d", status)
	}
	if page := mainOf(t, w.get("mo", "/desk/queue/unanswered")); !strings.Contains(page, "wes is answering") {
		t.Error(page)
	}
	w.does("wes", "/desk/unanswered/"+thread.PID+"/let-go", "It is free again.")
	if page := mainOf(t, w.get("mo", "/desk/queue/unread")); !strings.Contains(page, "I begin on Monday.") {
		t.Error(page)
	}
	w.does("mo", "/desk/queue/unread", "A moderator has looked at everything.", "post", w.opening(thread))
}

// What the rules noticed about somebody in danger is shown to those on duty alone, and
// is gone when the case is closed.
func TestCareFromThePage(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "Tired", "I have the pills here and tonight I will take them. Goodbye.")
	s, err := forum.FindSubject(t.Context(), w.db, thread.Opening)
	w.must(err)
	w.must(w.Desk.Signed(t.Context(), forum.Signed{Thread: thread.ID, Post: s.Post.ID, Class: "plan", Means: true}))
	path := w.firstCase(moderation.InCare)
	if page := mainOf(t, w.get("mo", path)); !strings.Contains(page, "Begin a shift to see it.") || strings.Contains(page, "a plan, a means") || !strings.Contains(page, "What do I say?") {
		t.Error(page)
	}
	_, err = w.Rota.Plan(t.Context(), w.people["mo"], "", w.clock.now(), w.clock.now().Add(time.Hour))
	w.must(err)
	page := w.get("mo", path)
	if says := mainOf(t, page); !strings.Contains(says, "The rules noticed what may be a plan, a means or a goodbye.") || !strings.Contains(says, "Someone may be in danger now") || !strings.Contains(page, `<details class="noted" data-open>`) {
		t.Error(says)
	}
	status, page := w.decides("mo", w.formOf("mo", path, path+"/decide"), path, "verdict", "closed")
	if says := mainOf(t, page); status != http.StatusSeeOther || strings.Contains(says, "goodbye") || strings.Contains(page, "pills") {
		t.Errorf("%d %s", status, says)
	}
}
