package moderation

import (
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/text"
)

// Words that are taken out of a post go from the desk and from what was said with its
// author, too; undone, they are back; and what was said since goes at the end.
func TestTakenOutBeside(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	box := notice.New(w.db, w.People.Queue, w.Accounts, w.forum, w.Keys, w.now)
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "I am at Ward Honeysuckle, and well.")
	must(w.Flag(ctx, w.Ben, Target{OnPost, p.PID}, ConductDoor, Identifies, "they say ward honeysuckle"))(t)
	c := w.first(InFlagged)
	w.must(w.AddNote(ctx, w.Mo, c.PID, "Is Ward Honeysuckle a real one?"))
	form := choose(w.first(InFlagged), NoteUnder)
	form.Note, form.Message = "Do not look for Ward Honeysuckle", "You wrote Ward Honeysuckle"
	first := w.decides(w.Mo, w.first(InFlagged), form)
	w.must(w.Desk.Appeal(ctx, w.Ann, first.PID, "What is wrong with Ward Honeysuckle?"))
	talk := must(box.BeginTalk(ctx, w.Ann, notice.TalkAbout{}, "", "About Ward Honeysuckle"))(t)
	must(w.Flag(ctx, w.Cat, Target{OnPost, p.PID}, ConductDoor, Identifies, "Ward Honeysuckle again"))(t)
	everywhere := func() string {
		var all []string
		for _, q := range []string{
			`SELECT source || html FROM post`, `SELECT source || html FROM desk_note`, `SELECT words FROM flag`, `SELECT words FROM case_note`,
			`SELECT message || effect FROM decision`, `SELECT words FROM appeal`, `SELECT source FROM talk_line`, `SELECT form FROM held`,
			`SELECT data FROM notice`,
		} {
			all = append(all, must(db.All(ctx, w.db, db.Value[string], q))(t)...)
		}
		return strings.ToLower(strings.Join(all, "\n"))
	}
	const places = 10 // a source and its html, twice, and six more
	if n := strings.Count(everywhere(), "honeysuckle"); n != places {
		t.Fatalf("it stands in %d places, the test proves nothing:\n%s", n, everywhere())
	}
	form = choose(w.first(InFlagged), Redact)
	form.Passages = []string{"Ward Honeysuckle"}
	x := w.decides(w.Mo, w.first(InFlagged), form)
	if now := everywhere(); strings.Contains(now, "honeysuckle") || strings.Count(now, text.RedactedMark) != places-2 { // html has a mark of its own
		t.Errorf("it stands there still:\n%s", now)
	}
	must(w.Undo(ctx, w.Mo, x.PID))(t)
	if n := strings.Count(everywhere(), "honeysuckle"); n != places {
		t.Errorf("it is back in %d places:\n%s", n, everywhere())
	}

	form.Version, form.Revision = w.first(InFlagged).Version, w.first(InFlagged).Revision
	x = w.decides(w.Mo, w.first(InFlagged), form)
	w.must(box.Say(ctx, w.Ann, talk.PID, "", "I was at Ward Honeysuckle all the same"))
	w.pass(UndoWithin + time.Minute)
	w.must(w.forum.Tidy(ctx))
	if now := everywhere(); strings.Contains(now, "honeysuckle") {
		t.Errorf("after the end of undo it stands there still:\n%s", now)
	}
	if _, err := w.forum.Redacted(ctx, w.db, forum.RedactionID(x.effect.Redaction[0])); err == nil {
		t.Error("it is kept")
	}
}
