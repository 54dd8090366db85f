package forum

import (
	"math"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

func visit(t *testing.T, v *village, thread Thread, shown, after int64, first bool) {
	t.Helper()
	got := must(v.Visit(t.Context(), v.ann, v.findThread(thread.ID), shown))(t)
	if got.After != after || got.First != first {
		t.Errorf("visited up to %d: got %+v, want new after %d, first %v", shown, got, after, first)
	}
}

func TestVisits(t *testing.T) {
	v := newVillage(t)
	thread := v.thread(v.board("chemotherapy", Members), v.ben, v.ben, v.cat, v.ben) // posts 1 to 4
	visit(t, v, thread, 2, 0, true)
	v.clock.pass(10 * time.Minute)
	visit(t, v, thread, 2, 0, true) // looking again keeps everything as it was
	visit(t, v, thread, 4, 0, true) // and so does the next page
	v.clock.pass(VisitEnds)
	visit(t, v, thread, 4, 0, true) // half an hour to the minute is still the visit
	v.clock.pass(VisitEnds + 1)
	visit(t, v, thread, 4, 4, false)
	v.post(thread.ID, thread.Opening, v.ben.Name)
	v.clock.pass(VisitEnds + 1)
	visit(t, v, thread, 5, 4, false) // the fifth is new, and stays so
	visit(t, v, thread, 5, 4, false)
	visit(t, v, thread, 2, 4, false) // an earlier page moves nothing back
	v.clock.pass(VisitEnds + 1)
	visit(t, v, thread, 5, 5, false)
}

// What was written down is found by the next start, for that reader alone.
func TestMarksAreKept(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.thread(v.board("chemotherapy", Members), v.ben, v.ben, v.cat)
	visit(t, v, thread, 2, 0, true)
	if err := v.SaveMarks(ctx); err != nil {
		t.Fatal(err)
	}
	if n := len(v.marks.open); n != 1 {
		t.Errorf("%d visits are kept in memory", n)
	}
	v.clock.pass(VisitEnds + 1)
	if err := v.SaveMarks(ctx); err != nil {
		t.Fatal(err)
	}
	if n := len(v.marks.open); n != 0 {
		t.Errorf("%d visits that are over are kept in memory", n)
	}
	again := *v
	again.Forum = New(v.db, v.queue, v.accounts, v.keys, v.clock.now)
	v.clock.pass(VisitEnds + 1)
	visit(t, &again, thread, 3, 2, false)
	if got := must(again.Visit(ctx, v.cat, thread, 3))(t); !got.First {
		t.Error("cat has ann's mark")
	}
	if got := must(again.Visit(ctx, guest, thread, 3))(t); got.After != math.MaxInt64 || got.First {
		t.Errorf("to a guest, new is %+v", got)
	}
	if err := v.accounts.Count(ctx, account.DayOf(v.clock.now())+1); err != nil {
		t.Fatal(err)
	}
	if n := v.count(`SELECT posts_read FROM account WHERE id = $1`, v.ann.ID); n != 3 {
		t.Errorf("ann has read %d posts", n)
	}
}

// A start of the site in the middle of a visit does not end it.
func TestVisitSurvivesARestart(t *testing.T) {
	v := newVillage(t)
	thread := v.thread(v.board("chemotherapy", Members), v.ben, v.ben, v.cat)
	visit(t, v, thread, 1, 0, true)
	v.clock.pass(VisitEnds + 1)
	visit(t, v, thread, 3, 1, false)
	if err := v.SaveMarks(t.Context()); err != nil {
		t.Fatal(err)
	}
	v.Forum = New(v.db, v.queue, v.accounts, v.keys, v.clock.now)
	v.clock.pass(5 * time.Minute)
	visit(t, v, thread, 3, 1, false)
	v.clock.pass(VisitEnds + 1)
	visit(t, v, thread, 3, 3, false)
}

// Marks that could not be written down are written down the next time.
func TestMarksSurviveTrouble(t *testing.T) {
	v := newVillage(t)
	thread := v.thread(v.board("chemotherapy", Members), v.ben, v.ben)
	visit(t, v, thread, 2, 0, true)
	some, more := v.marks.unsaved(v.clock.now())
	if len(some) != 1 || more {
		t.Fatalf("took %v, more %v", some, more)
	}
	if again, _ := v.marks.unsaved(v.clock.now()); len(again) != 0 {
		t.Error("the same was taken twice")
	}
	v.marks.putBack(some)
	if err := v.SaveMarks(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := v.count(`SELECT seen FROM mark`); n != 2 {
		t.Errorf("seen up to %d", n)
	}
}

func TestNewIn(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Members)
	seen := v.thread(board, v.ben, v.ben)
	never := v.thread(board, v.ben)
	must(v.Visit(ctx, v.ann, seen, 2))(t)
	name := v.fresh(v.ann, seen.ID, "Grey Umbrella")
	v.post(seen.ID, seen.Opening, v.ann.Name)
	v.post(seen.ID, seen.Opening, name)
	first := v.post(seen.ID, seen.Opening, v.ben.Name)
	gone := v.post(seen.ID, seen.Opening, v.cat.Name)
	v.post(seen.ID, seen.Opening, v.cat.Name)
	v.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE post SET removed_at = 1, removed_by = 'author' WHERE id = $1`, gone.ID)
		return err
	})
	counts := must(v.NewIn(ctx, v.ann, v.findThread(seen.ID), never))(t)
	if len(counts) != 1 || counts[seen.ID] != 2 {
		t.Errorf("new: %v", counts)
	}
	if none := must(v.NewIn(ctx, guest, seen))(t); len(none) != 0 {
		t.Errorf("new to a guest: %v", none)
	}

	v.clock.pass(VisitEnds + 1)
	pid, isNew, err := v.FirstNew(ctx, v.ann, seen)
	if err != nil || pid != first.PID || !isNew {
		t.Errorf("the first new post is %s, %v, %v", pid, isNew, err)
	}
	must(v.Visit(ctx, v.ann, seen, 7))(t)
	if pid, isNew, _ := v.FirstNew(ctx, v.ann, seen); pid != first.PID || !isNew {
		t.Error("during the visit, it is still the first new one")
	}
	v.clock.pass(VisitEnds + 1)
	last := must(latestPost(ctx, v.db, seen.ID))(t)
	if pid, isNew, err := v.FirstNew(ctx, v.ann, seen); pid != last || isNew || err != nil {
		t.Errorf("up to date: %s, %v, %v", pid, isNew, err)
	}
	opening := v.findPost(never.Opening)
	if pid, isNew, _ := v.FirstNew(ctx, v.ann, never); pid != opening.PID || !isNew {
		t.Error("to somebody who was never here the opening is new")
	}
}

// Nothing in a row of marks says whose it is.
func TestMarksAreSealed(t *testing.T) {
	v := newVillage(t)
	at := markAt{v.ann.ID, 7}
	key := at.key(v.keys)
	opened, err := openMark(v.keys, key, at.sealed(v.keys, key))
	if err != nil || opened != at {
		t.Errorf("opened as %v, %v", opened, err)
	}
	if _, err := openMark(newKeys(t), key, at.sealed(v.keys, key)); err == nil {
		t.Error("a mark opens under another key")
	}
}

func BenchmarkVisit(b *testing.B) {
	f := &Forum{marks: newMarks(time.Now()), now: time.Now}
	at := markAt{1, 1}
	f.marks.open[at] = &mark{seen: 5, day: 1}
	by := guest
	by.ID = 1
	for b.Loop() {
		if _, err := f.Visit(b.Context(), by, Thread{ID: 1}, 5); err != nil {
			b.Fatal(err)
		}
	}
}
