package forum

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// Drafts go when the page said they would, and not a day sooner.
func TestDraftsHaveTheirTime(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	old := must(v.SaveDraft(ctx, v.ann, typed("old", "1")))(t)
	thrown := must(v.SaveDraft(ctx, v.ann, typed("thrown", "2")))(t)
	token := must(v.SaveGuestDraft(ctx, "", typed("guest", "3")))(t)
	v.clock.pass(12 * time.Hour)
	young := must(v.SaveGuestDraft(ctx, "", typed("guest", "4")))(t)
	v.clock.pass(12 * time.Hour)
	want(t, "tidy", v.Tidy(ctx), fault.Internal)
	if n := v.count(`SELECT count(*) FROM guest_draft`); n != 1 {
		t.Errorf("%d guests' drafts", n)
	}
	_, err := v.GuestDrafts(ctx, token)
	want(t, "a day old", err, fault.NotFound)
	must(v.GuestDrafts(ctx, young))(t)

	v.clock.pass((DraftDays - 1) * 24 * time.Hour)
	want(t, "throw away", v.ThrowDraft(ctx, v.ann, thrown.PID), fault.Internal)
	want(t, "tidy", v.Tidy(ctx), fault.Internal)
	must(v.Draft(ctx, v.ann, old.PID))(t)
	v.clock.pass(24 * time.Hour)
	want(t, "tidy", v.Tidy(ctx), fault.Internal)
	_, err = v.Draft(ctx, v.ann, old.PID)
	want(t, "after its time", err, fault.NotFound)
	must(v.Draft(ctx, v.ann, thrown.PID))(t)
	v.clock.pass(DraftDays * 24 * time.Hour)
	want(t, "tidy", v.Tidy(ctx), fault.Internal)
	if n := v.count(`SELECT count(*) FROM draft`); n != 0 {
		t.Errorf("%d drafts", n)
	}
}

// A new master key changes nothing for anybody, and the old one opens nothing more.
func TestRotate(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	var threads []Thread
	for i := range 30 {
		thread := v.thread(board, v.ben, v.cat)
		threads = append(threads, thread)
		must(v.Visit(ctx, v.ann, thread, 1))(t)
		must(v.SaveDraft(ctx, v.ann, typed(fmt.Sprint("draft ", i), fmt.Sprint(i))))(t)
	}
	want(t, "save marks", v.SaveMarks(ctx), fault.Internal)
	token := must(v.SaveGuestDraft(ctx, "", typed("guest", "form")))(t)
	v.tx(func(tx *db.Tx) error { // of a key that nobody has
		at := markAt{v.ben.ID, threads[0].ID}
		return putMark(ctx, tx, newKeys(t), at, mark{seen: 1, day: 1})
	})
	old, next := newKeys(t), newKeys(t)
	old.Become(v.keys)
	v.tx(func(tx *db.Tx) error { return v.Rotate(ctx, tx, old, next) })
	v.keys.Become(next)

	v.Forum = New(v.db, v.queue, v.accounts, v.keys, v.clock.now)
	v.clock.pass(VisitEnds + 1)
	for _, thread := range threads {
		if got := must(v.Visit(ctx, v.ann, thread, 2))(t); got.After != 1 || got.First {
			t.Fatalf("ann lost her place: %+v", got)
		}
	}
	page := must(v.Drafts(ctx, v.ann, false, ""))(t)
	rest := must(v.Drafts(ctx, v.ann, false, page.Next))(t)
	if len(page.Drafts)+len(rest.Drafts) != 30 || !slices.ContainsFunc(rest.Drafts, func(d Draft) bool { return d.Fields.Words == "draft 0" }) {
		t.Errorf("%d drafts are left", len(page.Drafts)+len(rest.Drafts))
	}
	must(v.TakeGuestDraft(ctx, v.ann, token))(t)
	if n := v.count(`SELECT count(*) FROM mark`); n != 30 {
		t.Errorf("%d marks", n)
	}
	if _, err := findDraft(ctx, v.db, old, page.Drafts[0].PID); err == nil {
		t.Error("the old key opens a draft")
	}
}

// Run writes the last marks down before it ends.
func TestRunEnds(t *testing.T) {
	v := newVillage(t)
	thread := v.thread(v.board("chemotherapy", Public), v.ben)
	must(v.Visit(t.Context(), v.ann, thread, 1))(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	v.Run(ctx)
	if n := v.count(`SELECT count(*) FROM mark`); n != 1 {
		t.Errorf("%d marks", n)
	}
}
