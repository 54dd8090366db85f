package moderation

import (
	"context"
	"slices"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/screen"
)

// watched is a town whose words are looked at before they are shown.
func watched(t *testing.T) *town {
	w := newTown(t)
	look := must(screen.Open(t.Context(), w.db, w.site, w.Keys, func(context.Context, *db.Tx, account.Account, string, string) error { return nil }, w.now))(t)
	w.screen = look
	forum.WithScreen(look)(w.forum)
	return w
}

// taught is how many texts the screen has learnt from: spam, and what stood.
func (w *town) taught() [2]int {
	return [2]int{w.count(`SELECT COALESCE(SUM(spam), 0) FROM spam_token WHERE token = $1`, make([]byte, 8)),
		w.count(`SELECT COALESCE(SUM(ham), 0) FROM spam_token WHERE token = $1`, make([]byte, 8))}
}

// What is taken down as spam teaches, what may stand teaches, the rest does not; undone,
// it is as if nothing had been learnt.
func TestDecisionsTeach(t *testing.T) {
	for _, tc := range []struct {
		verdict Verdict
		reason  string
		taught  [2]int
	}{
		{Remove, "spam", [2]int{1, 0}},
		{Remove, "selling", [2]int{1, 0}},
		{Remove, "unkind", [2]int{}},
		{RemoveAll, "spam", [2]int{2, 0}},
		{Keep, "", [2]int{0, 1}},
		{Fold, "spam", [2]int{}},
	} {
		w := watched(t)
		ctx := t.Context()
		thread := w.opens(w.Dan, "Words", "")
		p := w.answers(w.Ann, thread, "Buy our wonderful mushroom powder today")
		w.answers(w.Ann, thread, "It is good for everybody")
		on := Target{OnPost, p.PID}
		if tc.verdict == RemoveAll {
			on = Target{OnName, w.Ann.Name.PID}
		}
		must(w.Flag(ctx, w.Ben, on, ConductDoor, Spam, ""))(t)
		c := w.first(InFlagged)
		form := choose(c, tc.verdict)
		form.Reason = tc.reason
		x := w.decides(w.Mo, c, form)
		if got := w.taught(); got != tc.taught {
			t.Errorf("%s for %q taught %v, want %v", tc.verdict, tc.reason, got, tc.taught)
		}
		must(w.Undo(ctx, w.Mo, x.PID))(t)
		if n := w.count(`SELECT COUNT(*) FROM spam_token WHERE spam <> 0 OR ham <> 0`); n != 0 {
			t.Errorf("%s for %q: %d words are still learnt", tc.verdict, tc.reason, n)
		}
	}
}

// What a newcomer sent teaches when it is declined or posted, and its case says what
// speaks for spam; of somebody who has been here a while it says nothing.
func TestHeldTeaches(t *testing.T) {
	const advert = "Subscribe now and click here https://pills.example/ buy cheap pills!! Only today!!"
	for verdict, taught := range map[Verdict][2]int{Decline: {1, 0}, Release: {0, 1}} {
		w := watched(t)
		ctx := t.Context()
		w.setStep(&w.Cat, account.New)
		up := w.post(w.opens(w.Dan, "Words", "").Opening)
		if _, err := w.forum.Reply(ctx, w.Cat, up.PID, forum.NewReply{Words: advert}); err == nil {
			t.Fatal("it was not held")
		}
		w.steps()
		c := w.first(InHeld)
		if !slices.Contains(c.Spam, screen.SpamLinks) || !slices.Contains(c.Spam, screen.SpamNew) {
			t.Errorf("the case says %v", c.Spam)
		}
		form := choose(c, verdict)
		if verdict == Decline {
			form.Reason = "spam"
		}
		x := w.decides(w.Mo, c, form)
		if got := w.taught(); got != taught {
			t.Errorf("%s taught %v", verdict, got)
		}
		must(w.Undo(ctx, w.Mo, x.PID))(t)
		if n := w.count(`SELECT COUNT(*) FROM spam_token WHERE spam <> 0 OR ham <> 0`); n != 0 {
			t.Errorf("%s: %d words are still learnt", verdict, n)
		}
	}
	w := watched(t)
	w.flag(w.Ben, w.answers(w.Ann, w.opens(w.Dan, "Words", ""), advert))
	if c := w.first(InFlagged); len(c.Spam) > 0 {
		t.Errorf("of somebody who has been here a while it says %v", c.Spam)
	}
}
