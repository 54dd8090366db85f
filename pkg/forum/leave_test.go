package forum

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/fault"
)

// canary is a word that stands in everything somebody can write.
func canary(where string) string { return "canary-" + where }

// sing has ann leave canaries everywhere, under her own name or one for a thread,
// and returns the names she wrote them under.
func (v *village) sing(t *testing.T) (own, masked account.NameID) {
	ctx := t.Context()
	public, members := v.board("chemotherapy", Public), v.board("stories", Members)
	title := func(n int) string { return canary(fmt.Sprint("title-", n)) }

	// A thread of her own, changed, with all that is said beside it.
	one := must(v.Open(ctx, v.ann, public, NewThread{Title: title(1), Words: canary("opening"), Note: canary("note")}))(t)
	opening := v.findPost(one.Opening)
	v.clock.pass(time.Hour)
	must(v.Edit(ctx, v.ann, opening.PID, Change{Revision: 1, Title: title(2), Words: canary("changed"), Note: canary("note-2")}))(t)
	want(t, "short", v.SetShort(ctx, v.ann, one.PID, canary("short")), fault.Internal)
	want(t, "ending", v.SetEnding(ctx, v.ann, one.PID, canary("ending")), fault.Internal)
	must(v.Reply(ctx, v.ben, opening.PID, NewReply{Words: "ben answers @ann"}))(t)

	// Replies: standing, taken back, taken down, merged and split.
	bens := v.thread(public, v.ben, v.cat)
	at := v.findPost(bens.Opening).PID
	must(v.Reply(ctx, v.ann, at, NewReply{Words: canary("reply"), Know: Read, Link: "https://example.org/" + canary("link"), Note: canary("note-3")}))(t)
	back := must(v.Reply(ctx, v.ann, at, NewReply{Words: canary("taken-back")}))(t)
	want(t, "take back", v.TakeBack(ctx, v.ann, back.PID), fault.Internal)
	down := must(v.Reply(ctx, v.ann, at, NewReply{Words: canary("taken-down")}))(t)
	want(t, "remove", v.Remove(ctx, v.mo, down.PID, "unkind"), fault.Internal)
	gone := must(v.Open(ctx, v.ann, public, NewThread{Title: title(3), Words: canary("merged")}))(t)
	want(t, "merge", v.Merge(ctx, v.mo, gone.PID, bens.PID), fault.Internal)
	removed := must(v.Open(ctx, v.ann, public, NewThread{Title: title(4), Words: canary("removed")}))(t)
	want(t, "remove", v.RemoveThread(ctx, v.mo, removed.PID, "harm"), fault.Internal)

	// A thread under a name for it, and a reply under another.
	two := must(v.Open(ctx, v.ann, members, NewThread{Title: title(5), Words: canary("masked"), Name: "Grey Umbrella"}))(t)
	want(t, "kind word", v.SendKindWord(ctx, v.ann, at, Thanks), fault.Internal)
	must(v.SaveDraft(ctx, v.ann, Draft{Kind: DraftThread, Board: "stories", Fields: Fields{Title: canary("draft")}}))(t)
	must(v.SaveDraft(ctx, v.ann, Draft{Kind: DraftReply, Post: v.findPost(two.Opening).PID, Fields: Fields{Words: canary("draft-2")}}))(t)
	must(v.Visit(ctx, v.ann, one, 2))(t)
	want(t, "marks", v.SaveMarks(ctx), fault.Internal)

	// She moderates for a day.
	helper := v.ann
	helper.Role = account.Moderator
	want(t, "move", v.Move(ctx, helper, v.thread(public, v.cat).PID, "stories", canary("move")), fault.Internal)
	return v.ann.Name.ID, two.OpenedBy.ID
}

// leave makes a name nobody's, as package account does, and tells the forum, twice.
func (v *village) leave(t *testing.T, name account.NameID, c account.Choice) {
	t.Helper()
	ctx := t.Context()
	v.tx(func(tx *db.Tx) error {
		shown := "''"
		if c == account.KeepName {
			shown = "shown"
		}
		_, err := tx.Exec(ctx, `
			UPDATE name SET account = NULL, sealed = NULL, slot = NULL, place = NULL, state = 'former', version = version + 1, shown = `+shown+`
			WHERE id = $1`, name)
		return err
	})
	for range 2 {
		if err := v.NameLeft(ctx, account.Left{Name: name, Choice: c}); err != nil {
			t.Fatal(err)
		}
	}
}

// stored returns every place in the database where a canary sings.
func (v *village) stored(t *testing.T) []string {
	t.Helper()
	var found []string
	for table, columns := range map[string][]string{
		"thread":   {"title", "short", "short_html", "ending", "ending_html", "moved_words"},
		"post":     {"source", "html", "note", "know_link"},
		"revision": {"source", "title"},
	} {
		for _, c := range columns {
			for _, text := range must(db.All(t.Context(), v.db, db.Value[string], `SELECT `+c+` FROM `+table))(t) {
				if strings.Contains(text, "canary") {
					found = append(found, table+"."+c)
				}
			}
		}
	}
	return found
}

// Somebody takes their words along. No raw file of the database holds one of them
// after it is purged; every thread keeps its shape; and what others wrote stays.
func TestLeavingWithOnesWords(t *testing.T) {
	address := dbtest.Address(t)
	d, err := db.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	v := villageOn(t, d)
	erased := 0
	events.On(v.queue, "test.erased", func(context.Context, Erased) error { erased++; return nil })
	own, masked := v.sing(t)
	if n := len(v.stored(t)); n < 20 {
		t.Fatalf("only %d canaries sing: the test proves nothing", n)
	}
	shape := v.count(`SELECT count(*) FROM post`)
	others := v.count(`SELECT count(*) FROM post WHERE written_by NOT IN ($1, $2) AND removed_at IS NULL`, own, masked)

	v.leave(t, own, account.RemoveWords)
	if found := fmt.Sprint(v.stored(t)); strings.Count(found, ".") != 3 { // title, source and html of what the other name opened
		t.Errorf("of the other name, which has not left yet, there is %s", found)
	}
	v.leave(t, masked, account.RemoveWords)
	if found := v.stored(t); len(found) != 0 {
		t.Errorf("still there: %v", found)
	}
	v.agree(t)
	if n := v.count(`SELECT count(*) FROM post`); n != shape {
		t.Errorf("%d posts of %d: a thread lost its shape", n, shape)
	}
	if n := v.count(`SELECT count(*) FROM post WHERE removed_at IS NULL`); n != others {
		t.Errorf("%d posts of others stand, of %d", n, others)
	}
	if n := v.count(`SELECT count(*) FROM draft`) + v.count(`SELECT count(*) FROM kind_word`) + v.count(`SELECT sum(thinking + same + thanks) FROM post`); n != 0 {
		t.Errorf("%d drafts and kind words are left", n)
	}
	for must(v.queue.Step(t.Context()))(t) {
	}
	if erased == 0 {
		t.Error("nobody was told to purge the files")
	}

	for range 2 {
		if err := v.AccountEnded(t.Context(), account.Ended{Account: v.ann.ID}); err != nil {
			t.Fatal(err)
		}
	}
	if n := v.count(`SELECT count(*) FROM mark`); n != 0 {
		t.Errorf("%d marks are left", n)
	}
	if file, ok := strings.CutPrefix(address, "sqlite:"); ok {
		silent(t, d, file)
	}
}

// silent fails the test if a canary sings in a raw file of the database.
func silent(t *testing.T, d *db.DB, file string) {
	t.Helper()
	if err := d.Purge(t.Context()); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(file + "*")
	if err != nil || len(files) == 0 {
		t.Fatal("no files to look in", err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if i := bytes.Index(raw, []byte("canary")); i >= 0 {
			t.Errorf("%s holds %q", filepath.Base(name), raw[i:min(len(raw), i+40)])
		}
	}
}

// Somebody leaves their words behind: those stay, drafts go, kind words go only
// with the name, and pages are made anew.
func TestLeavingOnesWords(t *testing.T) {
	for choice, kindWords := range map[account.Choice]int{account.KeepWords: 0, account.KeepName: 1} {
		v := newVillage(t)
		own, _ := v.sing(t)
		sung := len(v.stored(t))
		versions := v.count(`SELECT sum(version) FROM thread`)
		v.leave(t, own, choice)
		if n := len(v.stored(t)); n != sung {
			t.Errorf("%s: %d of %d canaries sing", choice, n, sung)
		}
		if n := v.count(`SELECT count(*) FROM draft`); n != 1 {
			t.Errorf("%s: %d drafts, want that of the other name", choice, n)
		}
		if n := v.count(`SELECT count(*) FROM kind_word`); n != kindWords || v.count(`SELECT sum(thanks) FROM post`) != kindWords {
			t.Errorf("%s: %d kind words", choice, n)
		}
		if v.count(`SELECT sum(version) FROM thread`) == versions {
			t.Errorf("%s: pages stay as they were", choice)
		}
		v.agree(t)
	}
}

// Somebody who wrote much leaves in many small steps.
func TestLeavingAfterYears(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	thread := v.thread(board, v.ben)
	for range 2*leftAtOnce + 1 {
		p := v.post(thread.ID, thread.Opening, v.ann.Name)
		must(v.Visit(ctx, v.ann, thread, p.Seq))(t)
	}
	for range leftAtOnce + 1 {
		other := v.thread(board, v.cat)
		v.post(other.ID, other.Opening, v.ann.Name)
		want(t, "kind word", v.SendKindWord(ctx, v.ann, v.findPost(other.Opening).PID, Same), fault.Internal)
	}
	versions := v.count(`SELECT count(*) FROM thread WHERE version = 1`)
	v.leave(t, v.ann.Name.ID, account.RemoveWords)
	if n := v.count(`SELECT count(*) FROM post WHERE written_by = $1 AND (source <> '' OR removed_by <> 'left')`, v.ann.Name.ID); n != 0 {
		t.Errorf("%d posts are left", n)
	}
	if n := v.count(`SELECT count(*) FROM kind_word`); n != 0 {
		t.Errorf("%d kind words are left", n)
	}
	if n := v.count(`SELECT count(*) FROM thread WHERE version = 1`); n != 0 {
		t.Errorf("%d of %d threads are shown as they were", n, versions)
	}
	v.agree(t)
}
