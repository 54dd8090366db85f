package forum

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/text"

	"context"
)

// A detail as it stands in a post, and what a search for it would use.
const detail = "Ward Honeysuckle seven"

func (v *village) redact(p PostID, passages ...string) (id RedactionID) {
	v.t.Helper()
	v.tx(func(tx *db.Tx) (err error) {
		id, err = v.RedactIn(v.t.Context(), tx, p, passages, v.clock.now().Add(24*time.Hour))
		return err
	})
	return id
}

// told has a post of ann's hold a detail in every place that it can stand in.
func (v *village) told(t *testing.T) (Thread, Post) {
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	thread := v.open(board, v.ann, NewThread{Title: "At " + detail, Words: "I am at WARD honeysuckle\nSeven now", Note: detail})
	post := v.opening(thread)
	must(v.Edit(ctx, v.ann, post.PID, Change{Revision: 1, Title: detail + " again", Words: "I am still at **" + detail + "**, room 9, and well.", Note: detail}))(t)
	want(t, "short", v.SetShort(ctx, v.ann, thread.PID, "it was "+detail), fault.Internal)
	want(t, "ending", v.SetEnding(ctx, v.ann, thread.PID, "left "+detail), fault.Internal)
	return v.findThread(thread.ID), v.findPost(post.ID)
}

// everywhere returns all that anybody could read or the database holds of a post.
func (v *village) everywhere(post Post) string {
	v.t.Helper()
	ctx := v.t.Context()
	var all []string
	for _, q := range []string{
		`SELECT title FROM thread`, `SELECT short || short_html || ending || ending_html FROM thread`,
		`SELECT source || html || note || know_link FROM post`, `SELECT source || title FROM revision`,
	} {
		all = append(all, must(db.All(ctx, v.db, db.Value[string], q))(v.t)...)
	}
	thread, reply, err := v.Post(ctx, v.ann, post.PID)
	if err != nil {
		v.t.Fatal(err)
	}
	all = append(all, thread.Title, v.shown(v.ben, reply.Post))
	return strings.ToLower(strings.Join(strings.Fields(strings.Join(all, "\n")), " "))
}

// What a moderator takes out stands nowhere any more, in any form; undone, it stands
// where it stood; and whoever was changing the post meanwhile writes over nothing.
func TestRedact(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	_, post := v.told(t)
	rest := text.PartOf(post.Source, post.PID, post.Revision, "room 9").String()
	of := text.PartOf(post.Source, post.PID, post.Revision, "still at "+detail).String()
	quotes := v.reply(post, v.ben, rest+"\n\n"+of+"\n\nI hope so")
	if before := v.shown(v.ben, v.findPost(quotes.ID)); strings.Count(before, "room 9") != 1 || !strings.Contains(before, detail) {
		t.Fatalf("the test proves nothing: %s", before)
	}
	before := v.everywhere(post)
	if strings.Count(before, "honeysuckle") < 10 {
		t.Fatalf("the test proves nothing: %s", before)
	}
	id := v.redact(post.ID, detail)
	if now := v.everywhere(post); strings.Contains(now, "honeysuckle") || strings.Contains(now, "seven") || !strings.Contains(now, text.RedactedMark) {
		t.Errorf("it stands there still: %s", now)
	}
	if p := v.findPost(post.ID); !p.Redacted() || p.Version <= post.Version || !strings.Contains(p.Source, "room 9") {
		t.Errorf("%+v", p)
	}
	if now := v.shown(v.ben, v.findPost(quotes.ID)); strings.Contains(strings.ToLower(now), "honeysuckle") || !strings.Contains(now, "room 9") {
		t.Errorf("a quote says %s", now)
	}
	if words := must(v.Redacted(ctx, v.db, id))(t); fmt.Sprint(words) != "["+detail+"]" {
		t.Errorf("%q", words)
	}
	_, err := v.Edit(ctx, v.ann, post.PID, Change{Revision: post.Revision, Title: "T", Words: "I am still at " + detail + " all day"})
	want(t, "a change begun before", err, fault.Conflict)
	raw := string(must(json.Marshal(must(v.Export(ctx, v.ann))(t)))(t))
	if strings.Count(raw, "Honeysuckle") != 1 {
		t.Errorf("its author takes along: %s", raw)
	}

	want(t, "undo", v.in(func(tx *db.Tx) error { return v.UnredactIn(ctx, tx, id) }), fault.Internal)
	if p := v.findPost(post.ID); p.Source != post.Source || p.HTML != post.HTML || p.Redacted() || p.Note != post.Note {
		t.Errorf("%q is not %q", p.Source, post.Source)
	}
	if now := v.everywhere(post); strings.Count(now, "honeysuckle") < 10 || v.findThread(post.Thread).Title != detail+" again" {
		t.Errorf("it is not back: %s", now)
	}
	_, err = v.Redacted(ctx, v.db, id)
	want(t, "what is back", err, fault.Gone)
	want(t, "nothing to take out", v.in(func(tx *db.Tx) error {
		_, err := v.RedactIn(ctx, tx, post.ID, []string{"no such words", "x", ""}, v.clock.now())
		return err
	}), fault.Invalid)
}

// Two moderators take out two details; each can be undone by itself, in any order,
// also once the other is destroyed.
func TestTwoRedactions(t *testing.T) {
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		v := newVillage(t)
		ctx := t.Context()
		_, post := v.told(t)
		ids := []RedactionID{v.redact(post.ID, detail), v.redact(post.ID, "room 9")}
		words := []string{detail, "room 9"}
		first, second := order[0], order[1]
		want(t, "undo one", v.in(func(tx *db.Tx) error { return v.UnredactIn(ctx, tx, ids[first]) }), fault.Internal)
		if p := v.findPost(post.ID); !strings.Contains(p.Source, words[first]) || strings.Contains(p.Source, words[second]) || !p.Redacted() {
			t.Errorf("%v: %q", order, p.Source)
		}
		want(t, "undo the other", v.in(func(tx *db.Tx) error { return v.UnredactIn(ctx, tx, ids[second]) }), fault.Internal)
		if p := v.findPost(post.ID); p.Source != post.Source || p.Redacted() {
			t.Errorf("%v: %q", order, p.Source)
		}
		ids = []RedactionID{v.redact(post.ID, detail), v.redact(post.ID, "room 9")}
		want(t, "destroy", v.in(func(tx *db.Tx) error { return v.DestroyIn(ctx, tx, ids[first]) }), fault.Internal)
		want(t, "undo the other", v.in(func(tx *db.Tx) error { return v.UnredactIn(ctx, tx, ids[second]) }), fault.Internal)
		if p := v.findPost(post.ID); strings.Contains(p.Source, words[first]) || !strings.Contains(p.Source, words[second]) || !p.Redacted() {
			t.Errorf("%v, one destroyed: %q", order, p.Source)
		}
	}
}

// When undo and appeal are over, the words stand in no raw file: not in free pages,
// not in the log, not folded, stemmed or encoded.
func TestRedactedWordsAreDestroyed(t *testing.T) {
	file := t.TempDir() + "/kindword.db"
	d := must(db.Open(t.Context(), "sqlite:"+file))(t)
	defer d.Close()
	v := villageOn(t, d)
	ctx := t.Context()
	erased := 0
	events.On(v.queue, "test.erased", func(context.Context, Erased) error { erased++; return d.Purge(ctx) })
	work := func() {
		for more := true; more; {
			more = must(v.queue.Step(ctx))(t)
		}
	}
	_, post := v.told(t)
	id := v.redact(post.ID, detail)
	want(t, "purge", d.Purge(ctx), fault.Internal)
	if found := rawFiles(t, file, "honeysuckle"); len(found) > 0 {
		t.Errorf("while it is sealed it stands in %v", found)
	}
	want(t, "an appeal", v.in(func(tx *db.Tx) error { return v.KeepRedacted(ctx, tx, id, time.Time{}) }), fault.Internal)
	v.clock.pass(40 * 24 * time.Hour)
	want(t, "tidy", v.Tidy(ctx), fault.Internal)
	if words := must(v.Redacted(ctx, v.db, id))(t); len(words) != 1 {
		t.Error("they went while somebody else was asked to look")
	}
	want(t, "answered", v.in(func(tx *db.Tx) error { return v.KeepRedacted(ctx, tx, id, v.clock.now().Add(time.Hour)) }), fault.Internal)
	v.clock.pass(2 * time.Hour)
	want(t, "tidy", v.Tidy(ctx), fault.Internal)
	work()
	if _, err := v.Redacted(ctx, v.db, id); !fault.Is(err, fault.Gone) || erased == 0 {
		t.Errorf("%v, erased %d times", err, erased)
	}
	want(t, "undo", v.in(func(tx *db.Tx) error { return v.UnredactIn(ctx, tx, id) }), fault.Gone)
	want(t, "destroy again", v.in(func(tx *db.Tx) error { return v.DestroyIn(ctx, tx, id) }), fault.Internal)
	if found := rawFiles(t, file, "honeysuckle"); len(found) > 0 {
		t.Errorf("it stands in %v", found)
	}
	if p := v.findPost(post.ID); !strings.Contains(p.Source, text.RedactedMark) || !p.Redacted() {
		t.Errorf("%q", p.Source)
	}
}

// What was taken out stays sealed under another master key, and goes with its
// author's words, with the words of a post taken back, and with a lost key.
func TestRedactionsFollow(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	_, post := v.told(t)
	id := v.redact(post.ID, detail)
	next := newKeys(t)
	v.tx(func(tx *db.Tx) error { return v.Rotate(ctx, tx, v.keys, next) })
	v.keys.Become(next)
	if words := must(v.Redacted(ctx, v.db, id))(t); len(words) != 1 {
		t.Errorf("%q", words)
	}
	v.leave(t, v.ann.Name.ID, account.RemoveWords)
	if n := v.count(`SELECT count(*) FROM redaction WHERE sealed IS NOT NULL`); n != 0 {
		t.Error("the words they took along are kept")
	}

	w := newVillage(t)
	_, post = w.told(t)
	w.redact(post.ID, detail)
	w.tx(func(tx *db.Tx) error { return Forget(ctx, tx) })
	if _, err := w.Rerender(ctx); err != nil || w.count(`SELECT count(*) FROM redaction WHERE sealed IS NOT NULL`) != 0 {
		t.Errorf("%v", err)
	}
}

// A cover stays on what it covered when something before it is taken out.
func TestRedactUnderACover(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.open(v.board("chemotherapy", Public), v.ann, NewThread{Title: "A title", Words: "At " + detail + ". The secret way is here."})
	post := v.opening(thread)
	from := strings.Index(post.Source, "secret way")
	post.covers = text.Covers{{From: from, To: from + len("secret way"), Why: "means"}}
	v.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE post SET cover = $1 WHERE id = $2`, post.covers, post.ID)
		return err
	})
	v.redact(post.ID, detail)
	p := v.findPost(post.ID)
	if c := p.covers[0]; p.Source[c.From:c.To] != "secret way" || strings.Contains(string(p.HTML.Template()), "secret") {
		t.Errorf("%+v of %q", p.covers, p.Source)
	}
}
