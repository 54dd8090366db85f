package forum

import (
	"fmt"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// in runs do in a transaction and returns what it failed with.
func (v *village) in(do func(tx *db.Tx) error) error { return v.db.Tx(v.t.Context(), do) }

// What the desk does changes what readers see and what is counted, raises versions,
// and leaves the log and the events to the desk.
func TestDoorsOfTheDesk(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	here, there := v.board("chemotherapy", Public), v.board("stories", Members)
	thread := v.thread(here, v.ann)
	reply := v.reply(v.opening(thread), v.ben, "some words")
	jobs := v.count(`SELECT count(*) FROM job`)
	var note NoteID
	for _, door := range []struct {
		what string
		do   func(tx *db.Tx) error
		now  func(t Thread, p Post) bool
	}{
		{"remove", func(tx *db.Tx) error { return v.RemoveIn(ctx, tx, reply.ID, "any-slug") }, func(t Thread, p Post) bool {
			return p.RemovedFor == "any-slug" && p.RemovedBy == ByModerator && t.Replies == 0 && t.Others == 0
		}},
		{"restore", func(tx *db.Tx) error { return v.RestoreIn(ctx, tx, reply.ID) }, func(t Thread, p Post) bool { return !p.Removed() && t.Replies == 1 && t.Others == 1 }},
		{"lock", func(tx *db.Tx) error { return v.LockIn(ctx, tx, thread.ID) }, func(t Thread, p Post) bool { return t.Locked() }},
		{"unlock", func(tx *db.Tx) error { return v.UnlockIn(ctx, tx, thread.ID) }, func(t Thread, p Post) bool { return !t.Locked() }},
		{"fold", func(tx *db.Tx) error { return v.FoldIn(ctx, tx, reply.ID, ByDesk) }, func(t Thread, p Post) bool { return p.Folded() && p.FoldedFor == ByDesk }},
		{"unfold", func(tx *db.Tx) error { return v.UnfoldIn(ctx, tx, reply.ID) }, func(t Thread, p Post) bool { return !p.Folded() && p.FoldedFor == NoFold }},
		{"note", func(tx *db.Tx) (err error) {
			note, err = v.NoteIn(ctx, tx, reply.ID, v.mo.Name.ID, "It is *known*.", "https://example.org/a")
			return err
		}, func(t Thread, p Post) bool { return p.DeskNotes == 1 }},
		{"drop note", func(tx *db.Tx) error { return v.DropNoteIn(ctx, tx, note) }, func(t Thread, p Post) bool { return p.DeskNotes == 0 }},
		{"move", func(tx *db.Tx) error { return v.MoveIn(ctx, tx, thread.ID, there, "it fits here", v.mo.Name.ID) }, func(t Thread, p Post) bool {
			return t.Board == there && t.Audience == Members && t.MovedWords == "it fits here"
		}},
		{"move back", func(tx *db.Tx) error { return v.MoveIn(ctx, tx, thread.ID, here, "", v.mo.Name.ID) }, func(t Thread, p Post) bool {
			return t.Board == here && t.Audience == Members
		}},
		{"remove thread", func(tx *db.Tx) error { return v.RemoveThreadIn(ctx, tx, thread.ID, "any-slug") }, func(t Thread, p Post) bool {
			return t.Removed() && t.RemovedFor == "any-slug"
		}},
		{"restore thread", func(tx *db.Tx) error { return v.RestoreThreadIn(ctx, tx, thread.ID) }, func(t Thread, p Post) bool { return !t.Removed() }},
	} {
		before := v.findThread(thread.ID).Version
		if err := v.in(door.do); err != nil {
			t.Fatalf("%s: %v", door.what, err)
		}
		s := must(FindSubject(ctx, v.db, reply.ID))(t)
		if !door.now(s.Thread, s.Post) || s.Thread.Version <= before {
			t.Errorf("%s: %+v %+v", door.what, s.Thread, s.Post)
		}
	}
	want(t, "restore what stands", v.in(func(tx *db.Tx) error { return v.RestoreIn(ctx, tx, reply.ID) }), fault.Conflict)
	want(t, "nothing", v.in(func(tx *db.Tx) error { return v.FoldIn(ctx, tx, 1<<40, ByDesk) }), fault.NotFound)
	want(t, "an empty note", v.in(func(tx *db.Tx) error { _, err := v.NoteIn(ctx, tx, reply.ID, v.mo.Name.ID, " ", ""); return err }), fault.Invalid)
	if n := v.count(`SELECT count(*) FROM job`); n != jobs || len(v.recorded()) != 0 {
		t.Errorf("told %d events, wrote down %v", n-jobs, v.recorded())
	}
}

// The desk reads a thread whole, also when its opening was taken down.
func TestTheDeskReadsTheWhole(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.open(v.board("chemotherapy", Public), v.ann, NewThread{Title: "The title", Words: "Some words"})
	want(t, "remove", v.in(func(tx *db.Tx) error { return v.RemoveIn(ctx, tx, thread.Opening, "unkind") }), fault.Internal)
	if got := must(FindWholeThread(ctx, v.db, thread.ID))(t); got.Title != "The title" || !got.Emptied() {
		t.Errorf("%+v", got)
	}
	if s := must(FindSubject(ctx, v.db, thread.Opening))(t); s.Post.Source != "Some words" || s.Thread.Title != "The title" {
		t.Errorf("%+v", s)
	}
}

func TestWroteSinceAndPostsOfName(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.thread(v.board("chemotherapy", Public), v.ann)
	var bens []PostID
	for range 5 {
		bens = append(bens, v.post(thread.ID, thread.Opening, v.ben.Name).ID)
	}
	many := make([]account.NameID, 70)
	for i := range many {
		many[i] = account.NameID(1000 + i)
	}
	now := v.clock.now()
	for _, test := range []struct {
		names []account.NameID
		since time.Time
		want  bool
	}{
		{nil, now.Add(-time.Hour), false},
		{many, now.Add(-time.Hour), false},
		{append(many, v.ben.Name.ID), now.Add(-time.Hour), true},
		{[]account.NameID{v.ben.Name.ID}, now.Add(time.Second), false},
		{[]account.NameID{v.cat.Name.ID}, now.Add(-time.Hour), false},
	} {
		if got := must(WroteSince(ctx, v.db, test.names, thread.ID, test.since))(t); got != test.want {
			t.Errorf("%d names since %v: %v", len(test.names), test.since, got)
		}
	}
	var read []PostID
	for before := PostID(0); ; {
		some := must(PostsOfName(ctx, v.db, v.ben.Name.ID, before, 2))(t)
		if len(some) == 0 {
			break
		}
		for _, p := range some {
			read = append([]PostID{p.ID}, read...)
		}
		before = some[len(some)-1].ID
	}
	if fmt.Sprint(read) != fmt.Sprint(bens) {
		t.Errorf("%v, want %v", read, bens)
	}
}

// A post that is folded until its author changes it opens when they do.
func TestFoldedUntilChanged(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.open(v.board("chemotherapy", Public), v.ann, NewThread{Title: "The title", Words: "Some words"})
	post := v.opening(thread)
	for fold, opens := range map[Fold]bool{ForChange: true, ByFlags: false, ByDesk: false} {
		want(t, "fold", v.in(func(tx *db.Tx) error { return v.FoldIn(ctx, tx, post.ID, fold) }), fault.Internal)
		post = v.findPost(post.ID)
		must(v.Edit(ctx, v.ann, post.PID, Change{Revision: post.Revision, Title: "The title", Words: "Kinder words, " + string(fold)}))(t)
		if post = v.findPost(post.ID); post.Folded() == opens {
			t.Errorf("folded for %s: %v", fold, post.Folded())
		}
	}
}

// A moderator's note goes with its writer's words, is theirs to take away in a file,
// and its pages are made anew when they take another name.
func TestNotesOfAModerator(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.thread(v.board("chemotherapy", Public), v.ann)
	var first NoteID
	want(t, "note", v.in(func(tx *db.Tx) (err error) {
		first, err = v.NoteIn(ctx, tx, thread.Opening, v.mo.Name.ID, canary("desk note"), "https://example.org/a")
		return err
	}), fault.Internal)
	notes := must(v.Notes(ctx, v.db, []PostID{thread.Opening, 1 << 40}))(t)
	if n := notes[thread.Opening]; len(n) != 1 || n[0].ID != first || n[0].By.Shown != "mo" || n[0].Link == "" {
		t.Errorf("%+v", notes)
	}
	if w := must(v.Export(ctx, v.mo))(t); len(w[0].DeskNotes) != 1 || w[0].DeskNotes[0].Words != canary("desk note") {
		t.Errorf("%+v", w[0])
	}
	before := v.findThread(thread.ID).Version
	want(t, "renamed", v.Renamed(ctx, account.Renamed{Name: v.mo.Name.ID}), fault.Internal)
	if v.findThread(thread.ID).Version <= before {
		t.Error("the page with their old name stays")
	}
	v.leave(t, v.mo.Name.ID, account.RemoveWords)
	if p := v.findPost(thread.Opening); p.DeskNotes != 0 || v.count(`SELECT count(*) FROM desk_note`) != 0 {
		t.Errorf("%+v", p)
	}
}
