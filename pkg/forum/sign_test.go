package forum

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/fault"
)

const despair = "I can’t go on. I want to kill myself tonight, I have saved up all my pills to take them. Ring me on 07700 900142 or see https://pact.example/room"

// heard collects the signs that are told.
func (v *village) heard() *[]Signed {
	var all []Signed
	events.On(v.queue, "test.signed", func(_ context.Context, e Signed) error { all = append(all, e); return nil })
	return &all
}

func (v *village) work() {
	v.t.Helper()
	for more := true; more; {
		more = must(v.queue.Step(v.t.Context()))(v.t)
	}
}

// A post in distress is posted at once, whatever would have another wait: its author
// reads all of it, others what harms nobody, and moderators are told.
func TestDistressIsPostedAtOnce(t *testing.T) {
	for _, with := range []bool{true, false} {
		v := newVillage(t)
		if with {
			v.screened()
		}
		ctx := t.Context()
		heard := v.heard()
		ann := newcomer(v.ann)
		ann.Standing.HeldFirst = true
		board := v.board("chemotherapy", Public)
		bens := v.opening(v.thread(board, v.ben))
		p, err := v.Reply(ctx, ann, bens.PID, NewReply{Words: despair, Trap: true, Fast: true})
		if err != nil {
			t.Fatalf("with a screen %v: %v", with, err)
		}
		thread := must(v.Open(ctx, ann, board, NewThread{Title: "I want to die", Words: "That is all.", Trap: true}))(t)
		v.work()
		classes := map[ThreadID]care.Class{}
		for _, e := range *heard {
			classes[e.Thread] = e.Class
		}
		if len(*heard) != 2 || classes[p.Thread] != care.Plan || classes[thread.ID] != care.Wish && classes[thread.ID] != care.Plan {
			t.Errorf("with a screen %v: told %+v", with, *heard)
		}
		whole := v.findPost(p.ID)
		for _, c := range whole.covers {
			passage := whole.Source[c.From:c.To]
			shown := v.shown(v.ben, whole)
			if c.Why != "link" && strings.Contains(shown, passage) || with && strings.Contains(shown, "<a ") {
				t.Errorf("others read %q in %s", passage, shown)
			}
		}
		if with && !whole.Covered() {
			t.Error("nothing is covered")
		}
		_, reply, err := v.Post(ctx, v.ben, p.PID)
		if err != nil || with && (strings.Contains(reply.Source, "07700") || reply.Whole.String() != "0 bytes of HTML") {
			t.Errorf("ben gets %q, %v", reply.Source, err)
		}
		if _, reply, err = v.Post(ctx, ann, p.PID); err != nil || with && !strings.Contains(string(reply.Whole.Template()), "07700") {
			t.Errorf("ann gets %v, %v", reply.Whole, err)
		}
		want(t, "fold by flags", v.in(func(tx *db.Tx) error { return v.FoldIn(ctx, tx, p.ID, ByFlags) }), fault.Internal)
		if v.findPost(p.ID).Folded() {
			t.Error("somebody who asks for help is put behind a door")
		}
		want(t, "uncover", v.in(func(tx *db.Tx) error { return v.UncoverIn(ctx, tx, p.ID) }), fault.Internal)
		if now := v.findPost(p.ID); now.Covered() || with && !strings.Contains(v.shown(v.ben, now), "07700 900142") {
			t.Errorf("%s", v.shown(v.ben, now))
		}
		must(v.Edit(ctx, v.ann, p.PID, Change{Revision: 1, Words: despair + " Sorry."}))(t)
		if now := v.findPost(p.ID); now.Covered() {
			t.Error("what a moderator has let stand is covered again")
		}
	}
}

// A quote shows of a covered post what its page shows.
func TestQuotesOfWhatIsCovered(t *testing.T) {
	v := newVillage(t).screened()
	ctx := t.Context()
	thread := v.open(v.board("chemotherapy", Public), v.ann, NewThread{Title: "A title", Words: despair})
	post := v.opening(thread)
	for _, words := range []string{"07700 900142", ""} {
		q := must(v.Quote(ctx, v.ben, post.PID, words))(t)
		reply := v.reply(post, v.ben, q.String()+"\n\nI am here")
		if shown := v.shown(v.cat, reply); strings.Contains(shown, "07700") || strings.Contains(shown, "900142") {
			t.Errorf("a quote of %q says %s", words, shown)
		}
	}
}

// An edit that a newcomer would have waited with is not a way around: its link leads
// nowhere and its number is for them alone, until a moderator has looked.
func TestALinkThatComesLater(t *testing.T) {
	v := newVillage(t).screened()
	ctx := t.Context()
	matched := 0
	events.On(v.queue, "test.matched", func(context.Context, Matched) error { matched++; return nil })
	thread := v.open(v.board("chemotherapy", Public), newcomer(v.ann), NewThread{Title: "A title", Words: "plain words"})
	post := v.opening(thread)
	must(v.Edit(ctx, newcomer(v.ann), post.PID, Change{Revision: 1, Title: "A title", Words: withLink + " or ring 07700 900142"}))(t)
	v.work()
	shown := v.shown(v.ben, v.findPost(post.ID))
	if strings.Contains(shown, "<a ") || strings.Contains(shown, "900142") || !strings.Contains(shown, "have a look at") || matched != 1 {
		t.Errorf("%d told, others read %s", matched, shown)
	}
	must(v.Edit(ctx, newcomer(v.ann), post.PID, Change{Revision: 2, Title: "A title", Words: "plain words again"}))(t)
	if v.findPost(post.ID).Covered() {
		t.Error("it stays covered")
	}
}

// The card stands once a day above the first of somebody's posts that asks for it,
// under whichever name; once closed, it does not come back that day.
func TestCareCard(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	one := v.open(board, v.ann, NewThread{Title: "One", Words: despair})
	two := v.open(board, v.ann, NewThread{Title: "Two", Words: despair, Name: "Grey Umbrella"})
	where := func(by account.Account) (all []ThreadID) {
		for _, thread := range []Thread{one, two} {
			if must(v.CareCard(ctx, by, thread.ID))(t) != "" {
				all = append(all, thread.ID)
			}
		}
		return all
	}
	if got := where(v.ann); fmt.Sprint(got) != fmt.Sprint([]ThreadID{one.ID}) {
		t.Errorf("%v", got)
	}
	for who, by := range map[string]account.Account{"a guest": guest, "ben": v.ben, "mo": v.mo} {
		if got := where(by); len(got) != 0 {
			t.Errorf("%s sees it in %v", who, got)
		}
	}
	if n := v.count(`SELECT count(*) FROM care_card`); n != 2 {
		t.Errorf("%d rows: one that is missing links two names", n)
	}
	want(t, "ben closes it", v.CloseCard(ctx, v.ben, v.opening(one).PID), fault.Internal)
	if len(where(v.ann)) != 1 {
		t.Error("ben closed it")
	}
	for range 2 {
		want(t, "close", v.CloseCard(ctx, v.ann, v.opening(one).PID), fault.Internal)
	}
	if got := where(v.ann); len(got) != 0 {
		t.Errorf("closed, it stands in %v", got)
	}
	v.clock.pass(24 * time.Hour)
	two = v.open(board, v.ann, NewThread{Title: "Three", Words: despair})
	if got := where(v.ann); fmt.Sprint(got) != fmt.Sprint([]ThreadID{two.ID}) {
		t.Errorf("the next day: %v", got)
	}
	v.clock.pass(72 * time.Hour)
	want(t, "tidy", v.Tidy(ctx), fault.Internal)
	if n := v.count(`SELECT count(*) FROM care_card`); n != 0 || len(where(v.ann)) != 0 {
		t.Errorf("%d cards are left", n)
	}
}

// Who opens a thread and had written nothing before is marked so, and care lifts a
// thread above the others that nobody has answered.
func TestFirstTimersAndLifted(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	first := v.open(board, v.ann, NewThread{Title: "One", Words: "words"})
	second := v.open(board, v.ann, NewThread{Title: "Two", Words: "words"})
	masked := v.open(board, v.ann, NewThread{Title: "Three", Words: "words", Name: "Grey Umbrella"})
	for id, want := range map[ThreadID]int{first.ID: 1, second.ID: 0, masked.ID: 1} {
		if got := v.count(`SELECT first_time FROM thread WHERE id = $1`, id); got != want {
			t.Errorf("thread %d: %d", id, got)
		}
	}
	for _, on := range []bool{true, false} {
		want(t, "lift", v.in(func(tx *db.Tx) error { return v.LiftIn(ctx, tx, second.ID, on) }), fault.Internal)
		if got := v.count(`SELECT lift FROM thread WHERE id = $1`, second.ID); (got == 1) != on {
			t.Errorf("lifted %v: %d", on, got)
		}
	}
}

// Moderators are told again of a post that was changed when it says more than it did,
// and of nothing that they have read.
func TestAChangeIsToldWhenItSaysMore(t *testing.T) {
	const wish = "The scan is on Tuesday. I do not want to live any more. I wish I would not wake up."
	for _, tc := range []struct {
		what, from, to string
		told           bool
	}{
		{"a word put right", wish, strings.Replace(wish, "Tuesday", "Wednesday", 1), false},
		{"words around it", wish, "Hello. " + wish + " I made soup.", false},
		{"more in the same sentence", wish, strings.Replace(wish, "any more.", "any more, sorry to say.", 1), false},
		{"in another order", wish, "I wish I would not wake up. I do not want to live any more. The scan is on Tuesday.", false},
		{"some of it taken away", wish, "The scan is on Tuesday. I wish I would not wake up.", false},
		{"all of it taken away", wish, "The scan is on Tuesday.", false},
		{"the plan taken away", wish + " I have saved up my pills and I will take them all tonight.", wish, false},
		{"once more", wish, wish + " I do not want to live any more.", true},
		{"in another way", wish, wish + " I want to kill myself.", true},
		{"a plan", wish, wish + " I have saved up my pills and I will take them all tonight.", true},
		{"the first of it", "The scan is on Tuesday.", wish, true},
	} {
		for _, with := range []bool{true, false} {
			v := newVillage(t)
			if with {
				v.screened()
			}
			post := v.opening(v.open(v.board("chemotherapy", Public), v.ann, NewThread{Title: "A title", Words: tc.from}))
			v.work()
			want(t, "uncover", v.in(func(tx *db.Tx) error { return v.UncoverIn(t.Context(), tx, post.ID) }), fault.Internal)
			heard := v.heard()
			must(v.Edit(t.Context(), v.ann, post.PID, Change{Revision: 1, Title: "A title", Words: tc.to}))(t)
			v.work()
			if got := len(*heard) > 0; got != tc.told {
				t.Errorf("%s, with a screen %v: told %v", tc.what, with, got)
			}
		}
	}
}
