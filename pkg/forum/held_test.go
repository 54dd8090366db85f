package forum

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/site"
)

// screened has what is written in the village looked at.
func (v *village) screened() *village {
	v.t.Helper()
	ctx := v.t.Context()
	of := must(site.Open(ctx, v.db, site.Settings{}, nil, v.clock.now))(v.t)
	log := func(context.Context, *db.Tx, account.Account, string, string) error { return nil }
	s := must(screen.Open(ctx, v.db, of, v.keys, log, v.clock.now))(v.t)
	v.Forum = New(v.db, v.queue, v.accounts, v.keys, v.clock.now, WithScreen(s))
	return v
}

// newcomer is by as somebody who has just joined.
func newcomer(by account.Account) account.Account {
	by.Step = account.New
	return by
}

// waits returns what waits because of err, and fails the test when nothing does.
func (v *village) waits(err error) Held {
	v.t.Helper()
	var held *HeldError
	if !errors.As(err, &held) {
		v.t.Fatalf("nothing waits: %v", err)
	}
	return held.Held
}

func (v *village) heldReply(by account.Account, to Post, form NewReply) Held {
	v.t.Helper()
	_, err := v.Reply(v.t.Context(), by, to.PID, form)
	return v.waits(err)
}

func (v *village) release(id HeldID) (p Post) {
	v.t.Helper()
	v.tx(func(tx *db.Tx) (err error) { p, err = v.ReleaseIn(v.t.Context(), tx, id); return err })
	return p
}

const withLink = "have a look at https://pills.example/ now"

// What a newcomer links to waits; their plain words never do, and neither does what
// somebody else writes.
func TestWhatWaits(t *testing.T) {
	v := newVillage(t).screened()
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	opening := v.opening(v.thread(board, v.ben))
	asked := v.ben
	asked.Standing.HeldFirst = true
	for _, test := range []struct {
		who   string
		by    account.Account
		words string
		waits string
	}{
		{"a newcomer, plain", newcomer(v.ann), "plain words", ""},
		{"a newcomer, a link", newcomer(v.ann), withLink, "link"},
		{"a steady member, a link", v.ann, withLink, ""},
		{"a moderator, a link", v.mo, withLink, ""},
		{"somebody whose posts wait", asked, "plain words", "asked"},
		{"somebody whose posts wait, in distress", asked, "I don’t want to live any more. I want to die.", ""},
		{"a newcomer, a link, in distress", newcomer(v.ann), "I want to kill myself tonight. " + withLink, ""},
	} {
		_, err := v.Reply(ctx, test.by, opening.PID, NewReply{Words: test.words})
		var held *HeldError
		if errors.As(err, &held) != (test.waits != "") || held != nil && strings.Join(held.Held.Why, " ") != test.waits || held == nil && err != nil {
			t.Errorf("%s: %v %+v", test.who, err, held)
		}
	}
	for form, why := range map[NewReplyFlags]string{{Trap: true}: "trap", {Fast: true}: "fast"} {
		h := v.heldReply(newcomer(v.ann), opening, NewReply{Words: "plain words", Trap: form.Trap, Fast: form.Fast})
		if len(h.Why) != 1 || h.Why[0] != why {
			t.Errorf("%+v: %v", form, h.Why)
		}
	}
}

// NewReplyFlags are a form's signs of a machine.
type NewReplyFlags struct{ Trap, Fast bool }

// What waits triggers nothing and is counted nowhere; posted, it is posted then.
func TestHeldThenPosted(t *testing.T) {
	v := newVillage(t).screened()
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	thread := v.thread(board, v.ben)
	ann := newcomer(v.ann)
	told := map[string]int{}
	events.On(v.queue, "test.waits", func(context.Context, Waits) error { told["waits"]++; return nil })
	events.On(v.queue, "test.replied", func(context.Context, Replied) error { told["replied"]++; return nil })
	events.On(v.queue, "test.opened", func(context.Context, Opened) error { told["opened"]++; return nil })
	work := func() {
		for more := true; more; {
			more = must(v.queue.Step(ctx))(t)
		}
	}
	draft := must(v.SaveDraft(ctx, ann, Draft{Kind: DraftReply, Post: v.opening(thread).PID, Fields: Fields{Words: withLink, FormKey: "one"}}))(t)
	form := NewReply{Key: "one", Words: withLink + " @ben", Note: "a note", Name: "Grey Umbrella", Draft: draft.PID}
	reply := v.heldReply(ann, v.opening(thread), form)
	if again := v.heldReply(ann, v.opening(thread), form); again.ID != reply.ID {
		t.Error("sent twice, it waits twice")
	}
	if reply.By.Shown != "Grey Umbrella" || reply.Note != "a note" || reply.State != Waiting {
		t.Errorf("%+v", reply)
	}
	_, err := v.Open(ctx, ann, board, NewThread{Key: "two", Title: "A canary title", Words: withLink, Wish: Listening, Name: "Soft Hat"})
	opened := v.waits(err)
	work()
	if after := v.findThread(thread.ID); after.Version != thread.Version || after.Replies != 0 || !after.LastAt.Equal(thread.LastAt) {
		t.Errorf("a reply that waits changed the thread: %+v", after)
	}
	if n := v.count(`SELECT count(*) FROM thread`); n != 1 || v.count(`SELECT count(*) FROM post`) != 1 || v.count(`SELECT posts FROM name WHERE id = $1`, reply.By.ID) != 0 {
		t.Error("what waits is a post already")
	}
	if len(must(v.Drafts(ctx, ann, false, ""))(t).Drafts) != 0 {
		t.Error("it is a draft too")
	}
	if d := must(v.SaveDraft(ctx, ann, Draft{Kind: DraftReply, Post: v.opening(thread).PID, Fields: Fields{Words: form.Words, FormKey: "one"}}))(t); d.PID != "" {
		t.Error("a script that saved late left a draft of it")
	}
	if fmt.Sprint(told) != "map[waits:2]" {
		t.Errorf("told %v", told)
	}

	v.clock.pass(3 * time.Hour)
	p := v.release(reply.ID)
	thread = v.findThread(thread.ID)
	if p.By.ID != reply.By.ID || !p.WrittenAt.Equal(v.clock.now()) || p.Note != "a note" || thread.Replies != 1 || !thread.LastAt.Equal(p.WrittenAt) || !strings.Contains(p.Source, v.ben.Name.PID) {
		t.Errorf("%+v %q", p, p.Source)
	}
	q := v.release(opened.ID)
	if made := v.findThread(q.Thread); made.Title != "A canary title" || made.Wish != Listening || made.OpenedBy.ID != opened.By.ID || made.ID != opened.Thread {
		t.Errorf("%+v", made)
	}
	work()
	if fmt.Sprint(told) != "map[opened:1 replied:1 waits:2]" {
		t.Errorf("told %v", told)
	}
	if sent := must(v.Reply(ctx, ann, v.opening(thread).PID, form))(t); sent.ID != p.ID {
		t.Error("sent a third time, it is posted twice")
	}
	want(t, "release again", v.in(func(tx *db.Tx) error { _, err := v.ReleaseIn(ctx, tx, reply.ID); return err }), fault.Conflict)

	want(t, "undo", v.in(func(tx *db.Tx) error { return v.UndoReleaseIn(ctx, tx, reply.ID) }), fault.Internal)
	if h := must(v.Held(ctx, ann, reply.PID))(t); h.State != Waiting || !v.findPost(p.ID).Removed() {
		t.Errorf("%+v", h)
	}
	if again := v.release(reply.ID); again.ID != p.ID || again.Removed() || v.findThread(thread.ID).Replies != 1 {
		t.Errorf("%+v", again)
	}
}

// Only its author and the moderators of its board see what waits.
func TestWhoSeesWhatWaits(t *testing.T) {
	v := newVillage(t).screened()
	ctx := t.Context()
	board, elsewhere := v.board("chemotherapy", Public), v.board("surgery", Public)
	thread := v.thread(board, v.ben)
	held := v.heldReply(newcomer(v.ann), v.opening(thread), NewReply{Words: withLink, Name: "Grey Umbrella"})
	other := v.mo
	other.Boards = []int64{int64(elsewhere)}
	for who, by := range map[string]account.Account{"a guest": guest, "ben": v.ben, "another board's": other} {
		_, err := v.Held(ctx, by, held.PID)
		want(t, who, err, fault.NotFound)
		want(t, who+", withdraw", v.Withdraw(ctx, by, held.PID), fault.NotFound)
		if own := must(v.OwnHeld(ctx, by))(t); len(own) != 0 || len(must(v.HeldIn(ctx, by, thread.ID))(t)) != 0 {
			t.Errorf("%s sees it in a list", who)
		}
	}
	want(t, "mo, change", v.ChangeHeld(ctx, v.mo, held.PID, 1, "", "other words"), fault.NotFound)
	for who, by := range map[string]account.Account{"ann": v.ann, "mo": v.mo} {
		if h := must(v.Held(ctx, by, held.PID))(t); h.Source != withLink {
			t.Errorf("%s: %+v", who, h)
		}
	}
	if len(must(v.OwnHeld(ctx, v.ann))(t)) != 1 || len(must(v.HeldIn(ctx, v.ann, thread.ID))(t)) != 1 || len(must(v.HeldIn(ctx, v.ann, 1))(t)) != 0 {
		t.Error("ann does not find it")
	}
	into := v.thread(board, v.cat)
	want(t, "merge", v.Merge(ctx, v.mo, thread.PID, into.PID), fault.Internal)
	if len(must(v.HeldIn(ctx, v.ann, into.ID))(t)) != 1 {
		t.Error("it did not follow what it answers")
	}
	if p := v.release(held.ID); p.Thread != into.ID {
		t.Errorf("%+v", p)
	}
}

// Its author changes what waits, and it waits no more when nothing in it has to; or
// takes it back, and it is a draft.
func TestChangeAndWithdrawWhatWaits(t *testing.T) {
	v := newVillage(t).screened()
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	opening := v.opening(v.thread(board, v.ben))
	ann := newcomer(v.ann)
	held := v.heldReply(ann, opening, NewReply{Key: "one", Words: withLink})
	want(t, "still with a link", v.ChangeHeld(ctx, ann, held.PID, held.Version, "", "really, "+withLink), fault.Internal)
	want(t, "from before", v.ChangeHeld(ctx, ann, held.PID, held.Version, "", "plain words"), fault.Conflict)
	held = must(v.Held(ctx, ann, held.PID))(t)
	want(t, "nothing", v.ChangeHeld(ctx, ann, held.PID, held.Version, "", " "), fault.Invalid)
	want(t, "plain", v.ChangeHeld(ctx, ann, held.PID, held.Version, "", "plain words"), fault.Internal)
	held = must(v.Held(ctx, ann, held.PID))(t)
	if held.State != Posted || v.findPost(held.Post).Source != "plain words" || v.count(`SELECT count(*) FROM held WHERE form <> ''`) != 0 {
		t.Errorf("%+v", held)
	}
	want(t, "posted already", v.Withdraw(ctx, ann, held.PID), fault.Conflict)

	_, err := v.Open(ctx, ann, board, NewThread{Key: "two", Title: "A title", Words: withLink, Wish: Advice, Name: "Soft Hat"})
	held = v.waits(err)
	for range 2 {
		want(t, "withdraw", v.Withdraw(ctx, ann, held.PID), fault.Internal)
	}
	drafts := must(v.Drafts(ctx, ann, false, ""))(t).Drafts
	if len(drafts) != 1 || drafts[0].Fields.Words != withLink || drafts[0].Fields.Title != "A title" || drafts[0].Fields.Fresh != "Soft Hat" || drafts[0].Board != "chemotherapy" {
		t.Errorf("%+v", drafts)
	}
	want(t, "release what was taken back", v.in(func(tx *db.Tx) error { _, err := v.ReleaseIn(ctx, tx, held.ID); return err }), fault.Conflict)
	_, err = v.Open(ctx, ann, board, NewThread{Key: "two", Title: "A title", Words: "plain words"})
	want(t, "the form sent again after Back", err, fault.Internal)
}

// What was declined is its author's until some time has passed, and then nobody's.
func TestDeclinedIsWiped(t *testing.T) {
	file := t.TempDir() + "/kindword.db"
	d := must(db.Open(t.Context(), "sqlite:"+file))(t)
	defer d.Close()
	v := villageOn(t, d).screened()
	ctx := t.Context()
	opening := v.opening(v.thread(v.board("chemotherapy", Public), v.ben))
	held := v.heldReply(newcomer(v.ann), opening, NewReply{Words: withLink + " canaryhoney"})
	want(t, "decline", v.in(func(tx *db.Tx) error { return v.DeclineIn(ctx, tx, held.ID) }), fault.Internal)
	want(t, "decline again", v.in(func(tx *db.Tx) error { return v.DeclineIn(ctx, tx, held.ID) }), fault.Conflict)
	if h := must(v.Held(ctx, v.ann, held.PID))(t); h.State != Declined || !strings.Contains(h.Source, "canaryhoney") {
		t.Errorf("%+v", h)
	}
	if len(must(v.OwnHeld(ctx, v.ann))(t)) != 0 {
		t.Error("it waits")
	}
	want(t, "undo", v.in(func(tx *db.Tx) error { return v.UndoDeclineIn(ctx, tx, held.ID) }), fault.Internal)
	want(t, "decline", v.in(func(tx *db.Tx) error { return v.DeclineIn(ctx, tx, held.ID) }), fault.Internal)
	v.clock.pass(DeclinedKept - time.Hour)
	want(t, "tidy", v.Tidy(ctx), fault.Internal)
	if h := must(v.Held(ctx, v.ann, held.PID))(t); h.Source == "" {
		t.Error("its words went too early")
	}
	v.clock.pass(2 * time.Hour)
	want(t, "tidy", v.Tidy(ctx), fault.Internal)
	if h := must(v.Held(ctx, v.ann, held.PID))(t); h.Source != "" {
		t.Errorf("%+v", h)
	}
	want(t, "undo", v.in(func(tx *db.Tx) error { return v.UndoDeclineIn(ctx, tx, held.ID) }), fault.Gone)
	want(t, "purge", d.Purge(ctx), fault.Internal)
	if found := rawFiles(t, file, "canaryhoney"); len(found) > 0 {
		t.Errorf("its words stand in %v", found)
	}
}

// What waits leaves with its author, whatever they chose for their words, is handed
// over to them, and leads from one of their names to no other.
func TestHeldLeavesAndIsHandedOver(t *testing.T) {
	for _, choice := range []account.Choice{account.RemoveWords, account.KeepWords, account.KeepName} {
		v := villageOn(t, dbtest.Open(t)).screened()
		ctx := t.Context()
		opening := v.opening(v.thread(v.board("chemotherapy", Public), v.ben))
		held := v.heldReply(newcomer(v.ann), opening, NewReply{Words: withLink, Name: "Grey Umbrella"})
		all := must(v.Export(ctx, v.ann))(t)
		if len(all) != 2 || len(all[0].Held) != 0 || len(all[1].Held) != 1 || all[1].Held[0].Words != withLink {
			t.Errorf("%+v", all)
		}
		if w := must(v.Disclose(ctx, v.ann.Name))(t); len(w.Held) != 0 {
			t.Error("what is disclosed of one name leads to another")
		}
		v.leave(t, held.By.ID, choice)
		if n := v.count(`SELECT count(*) FROM held WHERE form <> '' OR state = 'waiting'`); n != 0 {
			t.Errorf("%s: something waits for nobody", choice)
		}
	}
}
