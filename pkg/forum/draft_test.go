package forum

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

func typed(words, key string) Draft {
	return Draft{Kind: DraftThread, Board: "chemotherapy", Fields: Fields{Words: words, FormKey: key, Labels: []string{"money"}}}
}

func TestDraftComesBackAsTyped(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	d := typed("  Words,\r\nas they were typed \x01 <b>\xff", "form 1")
	d.Fields.Title, d.Fields.Fresh = "A title", "Grey Umbrella"
	saved := must(v.SaveDraft(ctx, v.ann, d))(t)
	got := must(v.Draft(ctx, v.ann, saved.PID))(t)
	if got.Fields.Words != strings.ToValidUTF8(d.Fields.Words, "\uFFFD") || !got.Fields.same(saved.Fields) && got.Fields.Words == d.Fields.Words || got.Version != 1 || !got.SavedAt.Equal(v.clock.now()) {
		t.Errorf("got %+v", got)
	}
	v.clock.pass(time.Minute)
	saved.Fields.Words, saved.Board = "More words", "stories"
	again := must(v.SaveDraft(ctx, v.ann, saved))(t)
	if again.PID != saved.PID || again.Version != 2 || again.Beside != "" || again.Board != "stories" {
		t.Errorf("saved again as %+v", again)
	}
	again.Board = ""
	if third := must(v.SaveDraft(ctx, v.ann, again))(t); third.Board != "stories" {
		t.Errorf("where it goes was lost: %+v", third)
	}
	for name, by := range map[string]account.Account{"ben": v.ben, "mo": v.mo, "ola": v.ola, "a guest": guest} {
		_, err := v.Draft(ctx, by, saved.PID)
		want(t, name+" looks", err, fault.NotFound)
		want(t, name+" throws it away", v.ThrowDraft(ctx, by, saved.PID), fault.NotFound)
	}
	_, err := v.SaveDraft(ctx, guest, d)
	want(t, "a guest saves", err, fault.SignIn)
}

// Two pages hold the same draft. The second to save writes nothing over.
func TestTwoPages(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	first := must(v.SaveDraft(ctx, v.ann, typed("one", "form 1")))(t)

	other := first
	other.Fields = Fields{Words: "from the other page", FormKey: "form 2"}
	other = must(v.SaveDraft(ctx, v.ann, other))(t)
	if other.PID != first.PID {
		t.Error("a page that holds the newest version made a second draft")
	}

	stale := first
	stale.Fields.Words = "from the first page"
	kept := must(v.SaveDraft(ctx, v.ann, stale))(t)
	if kept.PID == first.PID || kept.Beside != first.PID {
		t.Fatalf("kept as %+v", kept)
	}
	if got := must(v.Draft(ctx, v.ann, first.PID))(t); got.Fields.Words != "from the other page" {
		t.Errorf("the newer words are now %q", got.Fields.Words)
	}
	if got := must(v.Draft(ctx, v.ann, kept.PID))(t); got.Fields.Words != "from the first page" || got.Beside != first.PID {
		t.Errorf("the older page kept %q beside %q", got.Fields.Words, got.Beside)
	}
	kept.Fields.Words = "and on"
	if again := must(v.SaveDraft(ctx, v.ann, kept))(t); again.PID != kept.PID || again.Beside != first.PID {
		t.Error("the second draft became a third")
	}
}

// A script that saves while the page is left never hears the new version.
func TestSamePageWithoutAnAnswer(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	first := must(v.SaveDraft(ctx, v.ann, typed("one", "form 1")))(t)
	for _, words := range []string{"two", "three"} {
		d := first
		d.Fields.Words = words
		if kept := must(v.SaveDraft(ctx, v.ann, d))(t); kept.PID != first.PID {
			t.Errorf("%q became a draft of its own", words)
		}
	}
	unchanged := first
	unchanged.Fields = Fields{Words: "three", FormKey: "form 2", Labels: []string{"money"}}
	if kept := must(v.SaveDraft(ctx, v.ann, unchanged))(t); kept.PID != first.PID {
		t.Error("the same words twice are no two versions")
	}
}

func TestDraftsNewestFirst(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Members)
	thread := v.thread(board, v.ben)
	for i := range draftsOnPage + 4 {
		v.clock.pass(time.Minute)
		must(v.SaveDraft(ctx, v.ann, typed(fmt.Sprint(i), fmt.Sprint(i))))(t)
	}
	// One is under a name for one thread, and stands among the others.
	name := v.fresh(v.ann, thread.ID, "Grey Umbrella")
	v.clock.pass(time.Minute)
	opening := v.findPost(thread.Opening)
	reply := must(v.SaveDraft(ctx, v.ann, Draft{Kind: DraftReply, Post: opening.PID, Fields: Fields{Words: "newest"}}))(t)
	if reply.Name != name.ID {
		t.Error("a reply in that thread belongs to the name for it")
	}

	page := must(v.Drafts(ctx, v.ann, false, ""))(t)
	if len(page.Drafts) != draftsOnPage || page.Drafts[0].PID != reply.PID || page.Next == "" {
		t.Fatalf("%d drafts, the first %v, then %q", len(page.Drafts), page.Drafts[0], page.Next)
	}
	rest := must(v.Drafts(ctx, v.ann, false, page.Next))(t)
	if len(rest.Drafts) != 5 || rest.Next != "" || rest.Drafts[4].Fields.Words != "0" {
		t.Errorf("%d more, then %q", len(rest.Drafts), rest.Next)
	}
	if none := must(v.Drafts(ctx, v.ben, false, page.Next))(t); len(none.Drafts) != 0 {
		t.Error("ben sees another's drafts")
	}
}

func TestThrownAndTakenOut(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	d := must(v.SaveDraft(ctx, v.ann, typed("words", "form")))(t)
	for range 2 {
		want(t, "throw away", v.ThrowDraft(ctx, v.ann, d.PID), fault.Internal)
	}
	if page := must(v.Drafts(ctx, v.ann, false, ""))(t); len(page.Drafts) != 0 {
		t.Error("a draft thrown away is still listed")
	}
	if page := must(v.Drafts(ctx, v.ann, true, ""))(t); len(page.Drafts) != 1 || page.Drafts[0].Excerpt() != "words" {
		t.Error("a draft thrown away can be found for a while")
	}
	want(t, "take out", v.TakeOutDraft(ctx, v.ann, d.PID), fault.Internal)
	if page := must(v.Drafts(ctx, v.ann, false, ""))(t); len(page.Drafts) != 1 {
		t.Error("a draft taken out is not listed")
	}
}

// When the room is used up, what was thrown away goes first, and then nothing:
// the next draft is refused rather than an older one lost.
func TestRoomForDrafts(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	var pids []string
	for i := range MaxDrafts {
		pids = append(pids, must(v.SaveDraft(ctx, v.ann, typed("words", fmt.Sprint(i))))(t).PID)
	}
	_, err := v.SaveDraft(ctx, v.ann, typed("one more", "x"))
	want(t, "one more", err, fault.TooLarge)
	want(t, "throw away", v.ThrowDraft(ctx, v.ann, pids[50]), fault.Internal)
	must(v.SaveDraft(ctx, v.ann, typed("one more", "x")))(t)
	if _, err := v.Draft(ctx, v.ann, pids[50]); !fault.Is(err, fault.NotFound) {
		t.Error("what was thrown away stayed")
	}
	if n := v.count(`SELECT count(*) FROM draft`); n != MaxDrafts {
		t.Errorf("%d drafts", n)
	}

	big := strings.Repeat("word ", 8<<10)
	for i := range 4 {
		must(v.SaveDraft(ctx, v.ben, typed(big, fmt.Sprint(i))))(t)
	}
	_, err = v.SaveDraft(ctx, v.ben, typed(big, "x"))
	want(t, "too many words", err, fault.TooLarge)
}

// What was posted is no draft any more, and what is nobody's to drop stays.
func TestDropDraft(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	d := must(v.SaveDraft(ctx, v.ann, typed("words", "form")))(t)
	drop := func(by account.Account, pid string) {
		v.tx(func(tx *db.Tx) error { return v.dropDraft(ctx, tx, by, pid) })
	}
	drop(v.ben, d.PID)
	drop(v.ann, "")
	drop(v.ann, "nothing")
	must(v.Draft(ctx, v.ann, d.PID))(t)
	drop(v.ann, d.PID)
	_, err := v.Draft(ctx, v.ann, d.PID)
	want(t, "after posting", err, fault.NotFound)
}

// Nothing of a draft can be read in the database, and no column leads from one
// name to another.
func TestDraftsAreSealed(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	must(v.SaveDraft(ctx, v.ann, typed("canary", "form")))(t)
	must(v.SaveDraft(ctx, v.ben, typed(strings.Repeat("x", 400), "form")))(t)
	type row struct {
		sealed, owner []byte
		day           int64
	}
	rows := must(db.All(ctx, v.db, func(r db.Row) (d row, err error) {
		err = r.Scan(&d.sealed, &d.owner, &d.day)
		return d, err
	}, `SELECT sealed, owner, day FROM draft`))(t)
	if len(rows) != 2 || len(rows[0].sealed) != len(rows[1].sealed) {
		t.Error("the length of a row tells the length of the words")
	}
	for _, r := range rows {
		if strings.Contains(string(r.sealed), "canary") || r.day != int64(account.DayOf(v.clock.now())) {
			t.Errorf("a row holds too much: %v", r.day)
		}
	}
}

func TestExcerpt(t *testing.T) {
	for _, test := range []struct{ title, words, want string }{
		{"A title", "words", "A title"},
		{" \n", "one\n\ntwo", "one two"},
		{"", "", ""},
		{"", strings.Repeat("é", 100), strings.Repeat("é", 79) + "…"},
		{"", strings.Repeat("é", 5000), strings.Repeat("é", 79) + "…"},
	} {
		if got := (Draft{Fields: Fields{Title: test.title, Words: test.words}}).Excerpt(); got != test.want {
			t.Errorf("%.20q, %.20q: %q", test.title, test.words, got)
		}
	}
}
