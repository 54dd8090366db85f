package forum

import (
	"sync"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

func TestEditKeepsWhatWas(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.open(v.board("chemo", Public), v.ann, NewThread{Title: "Old", Words: "old words"})
	opening := v.opening(thread)

	p := must(v.Edit(ctx, v.ann, opening.PID, Change{Revision: 1, Title: "New", Words: "new words", Note: "needles"}))(t)
	if p.Source != "new words" || p.Revision != 2 || !p.ChangedAt.IsZero() || p.Version <= opening.Version {
		t.Errorf("changed within the grace: %q revision %d changed %v", p.Source, p.Revision, p.ChangedAt)
	}
	if title := v.findThread(thread.ID).Title; title != "New" {
		t.Errorf("the title is %q", title)
	}
	v.clock.pass(Grace)
	p = must(v.Edit(ctx, v.ann, opening.PID, Change{Revision: 2, Title: "New", Words: "newest words"}))(t)
	if !p.ChangedAt.Equal(v.clock.now()) {
		t.Error("readers are not told that it was changed after the grace")
	}
	for _, by := range []account.Account{v.ann, v.mo, v.ola} {
		revisions := must(v.Revisions(ctx, by, opening.PID))(t)
		if len(revisions) != 2 || revisions[1].Title != "Old" || revisions[0].Title != "New" || !revisions[1].WrittenAt.Equal(opening.WrittenAt) {
			t.Errorf("%s sees %+v", by.Name.Shown, revisions)
		}
	}
	for _, by := range []account.Account{v.ben, guest} {
		_, err := v.Revisions(ctx, by, opening.PID)
		want(t, "another reads the revisions", err, fault.NotFound)
	}
	want(t, "ben erases", v.EraseEarlier(ctx, v.ben, opening.PID), fault.Forbidden)
	want(t, "mo erases", v.EraseEarlier(ctx, v.mo, opening.PID), fault.Forbidden)
	want(t, "ann erases", v.EraseEarlier(ctx, v.ann, opening.PID), fault.Internal)
	if n := v.count(`SELECT count(*) FROM revision WHERE source <> '' OR title <> '' OR erased_at IS NULL`); n != 0 {
		t.Errorf("%d revisions keep words", n)
	}
}

func TestWhoMayChange(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.open(v.board("chemo", Public), v.ann, NewThread{Name: "Quiet Heron"})
	p := v.reply(v.opening(thread), v.ben, "mine")
	change := func(by account.Account, pid string, revision int, words string) error {
		_, err := v.Edit(ctx, by, pid, Change{Revision: revision, Title: "A title", Words: words})
		return err
	}
	want(t, "a guest changes", change(guest, p.PID, 1, "theirs"), fault.SignIn)
	want(t, "ann changes ben's", change(v.ann, p.PID, 1, "theirs"), fault.Forbidden)
	want(t, "mo changes ben's", change(v.mo, p.PID, 1, "theirs"), fault.Forbidden)
	want(t, "ben writes nothing", change(v.ben, p.PID, 1, " "), fault.Invalid)
	want(t, "ben changes", change(v.ben, p.PID, 1, "better"), fault.Internal)
	want(t, "and sends it twice", change(v.ben, p.PID, 1, "better"), fault.Internal)
	want(t, "and changes the old one in another window", change(v.ben, p.PID, 1, "other"), fault.Conflict)
	want(t, "ann changes under the name she has here", change(v.ann, v.opening(thread).PID, 1, "better"), fault.Internal)
	want(t, "cat asks for ben's words", func() error { _, _, err := v.Writing(ctx, v.cat, p.PID); return err }(), fault.Forbidden)
	if _, mine, err := v.Writing(ctx, v.ben, p.PID); err != nil || mine.Source != "better" || mine.Revision != 2 {
		t.Errorf("ben's own words: %v", err)
	}
}

func TestOneOfManyWindowsWins(t *testing.T) {
	v := newVillage(t)
	p := v.opening(v.open(v.board("chemo", Public), v.ann, NewThread{}))
	var group sync.WaitGroup
	var mu sync.Mutex
	won, lost := 0, 0
	for _, words := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		group.Go(func() {
			_, err := v.Edit(t.Context(), v.ann, p.PID, Change{Revision: 1, Title: "A", Words: words})
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				won++
			} else if fault.Is(err, fault.Conflict) {
				lost++
			}
		})
	}
	group.Wait()
	if won != 1 || lost != 7 {
		t.Errorf("%d windows won and %d lost", won, lost)
	}
}

func TestTakingBackAndPuttingBack(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemo", Public)
	thread := v.open(board, v.ann, NewThread{Title: "A title"})
	opening := v.opening(thread)
	one := v.reply(opening, v.ben, "one")
	two := v.reply(one, v.cat, "two")

	want(t, "cat takes ben's back", v.TakeBack(ctx, v.cat, one.PID), fault.Forbidden)
	want(t, "mo takes ben's back", v.TakeBack(ctx, v.mo, one.PID), fault.Forbidden)
	want(t, "a guest takes ben's back", v.TakeBack(ctx, guest, one.PID), fault.SignIn)
	want(t, "ben takes his back", v.TakeBack(ctx, v.ben, one.PID), fault.Internal)
	want(t, "and presses twice", v.TakeBack(ctx, v.ben, one.PID), fault.Internal)
	if now := v.findThread(thread.ID); now.Replies != 1 || now.Others != 1 || !now.LastAt.Equal(two.WrittenAt) {
		t.Errorf("replies %d others %d last %v", now.Replies, now.Others, now.LastAt)
	}
	page := must(v.ThreadPage(ctx, guest, thread, View{}))(t)
	if len(page.Replies) != 1 || !page.Replies[0].Removed() || page.Replies[0].HTML.With(nothing) != "" || page.Replies[0].Kept.With(nothing) != "" || len(page.Replies[0].Replies) != 1 {
		t.Error("the placeholder does not keep the shape, or shows words")
	}
	if to := page.Replies[0].Replies[0].To; to == nil || !to.Removed || to.By.Shown != "ben" {
		t.Errorf("the reply to it says it answers %+v", to)
	}
	if page := must(v.ThreadPage(ctx, v.ben, thread, View{}))(t); page.Replies[0].Kept.With(nothing) == "" || page.Replies[0].HTML.With(nothing) != "" {
		t.Error("ben does not see what he took back, or everybody does")
	}
	if page := must(v.ThreadPage(ctx, v.mo, thread, View{}))(t); page.Replies[0].Kept.With(nothing) == "" {
		t.Error("mo does not see what was taken back")
	}

	want(t, "ben takes back what he took back", v.PutBack(ctx, v.ben, one.PID), fault.Internal)
	want(t, "the last goes", v.TakeBack(ctx, v.cat, two.PID), fault.Internal)
	if now := v.findThread(thread.ID); now.Replies != 1 || !now.LastAt.Equal(one.WrittenAt) {
		t.Errorf("replies %d last %v, want %v", now.Replies, now.LastAt, one.WrittenAt)
	}
	v.clock.pass(PutBackWithin + time.Second)
	want(t, "cat comes too late", v.PutBack(ctx, v.cat, two.PID), fault.Gone)
}

func TestTakingBackAnOpening(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemo", Public)
	answered, alone := v.open(board, v.ann, NewThread{Title: "Answered"}), v.open(board, v.ann, NewThread{Title: "Alone"})
	v.reply(v.opening(answered), v.ben, "hello")
	for _, thread := range []Thread{answered, alone} {
		want(t, "ann takes it back", v.TakeBack(ctx, v.ann, v.opening(thread).PID), fault.Internal)
	}
	list := must(v.Threads(ctx, v.cat, board, ByLatest, ""))(t)
	if len(list.Threads) != 1 || list.Threads[0].ID != answered.ID || list.Threads[0].Title != "" {
		t.Errorf("the board lists %v", list.Threads)
	}
	if n := len(must(v.Waiting(ctx, v.cat, ""))(t).Threads); n != 0 {
		t.Errorf("%d threads wait without anything to answer", n)
	}
	if now := must(v.Thread(ctx, guest, answered.PID))(t); !now.Emptied() || now.Title != "" {
		t.Errorf("the title stays: %q", now.Title)
	}
	want(t, "ann puts it back", v.PutBack(ctx, v.ann, v.opening(answered).PID), fault.Internal)
	if now := must(v.Thread(ctx, guest, answered.PID))(t); now.Emptied() || now.Title != "Answered" {
		t.Errorf("the title is %q", now.Title)
	}
}

func TestWhatWasTakenBackIsWiped(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.open(v.board("chemo", Public), v.ann, NewThread{Title: "canary title", Words: "canary words"})
	opening := v.opening(thread)
	must(v.Edit(ctx, v.ann, opening.PID, Change{Revision: 1, Title: "canary two", Words: "canary three", Note: "canary"}))(t)
	want(t, "ann takes it back", v.TakeBack(ctx, v.ann, opening.PID), fault.Internal)
	words := func() int {
		return v.count(`SELECT (SELECT count(*) FROM post WHERE source <> '' OR html <> '' OR note <> '')
			+ (SELECT count(*) FROM thread WHERE title <> '') + (SELECT count(*) FROM revision WHERE source <> '' OR title <> '')`)
	}
	v.clock.pass(PutBackWithin - time.Hour)
	for _, c := range []struct {
		pass time.Duration
		want int
	}{{0, 3}, {2 * time.Hour, 0}, {0, 0}} {
		v.clock.pass(c.pass)
		if more := must(v.WipeTakenBack(ctx))(t); more {
			t.Error("there is more to wipe")
		}
		if n := words(); n != c.want {
			t.Errorf("%d rows hold words, want %d", n, c.want)
		}
	}
	want(t, "ann puts it back", v.PutBack(ctx, v.ann, opening.PID), fault.Gone)
}

func TestAGrownRendererMakesEverythingAnew(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.open(v.board("chemo", Public), v.ann, NewThread{Words: "**words**"})
	before := v.opening(thread)
	for range 3 {
		v.reply(before, v.ben, "more")
	}
	v.tx(func(tx *db.Tx) error {
		if _, err := tx.Exec(ctx, `UPDATE post SET renderer = 0, html = 'old'`); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE thread SET short = '*a*', short_html = 'old', renderer = 1`)
		return err
	})
	for more := true; more; {
		more = must(v.Rerender(ctx))(t)
	}
	if after := v.opening(thread); after.HTML != before.HTML || after.Version <= before.Version {
		t.Errorf("the opening is %s, version %d", after.HTML.With(nothing), after.Version)
	}
	if n := v.count(`SELECT count(*) FROM post WHERE html = 'old'`); n != 0 {
		t.Errorf("%d posts are as they were", n)
	}
	if now := v.findThread(thread.ID); now.Version <= thread.Version {
		t.Error("the thread has no new version")
	}
}
