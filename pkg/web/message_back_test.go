package web

import (
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/moderation"
)

// decidesFirst has mo decide on the first case of a queue, for a reason that will do.
func (w *town) decidesFirst(q moderation.Queue, v moderation.Verdict) {
	w.t.Helper()
	ctx, mo := w.t.Context(), w.people["mo"]
	mo.SecondFactor = true
	for did := true; did; {
		var err error
		did, err = w.queue.Step(ctx)
		w.must(err)
	}
	page, err := w.Desk.Queue(ctx, mo, q, moderation.Filter{}, "")
	w.must(err)
	if len(page.Cases) == 0 {
		w.t.Fatalf("nothing is in %s", q)
	}
	c, err := w.Desk.Case(ctx, mo, page.Cases[0].PID)
	w.must(err)
	_, err = w.Desk.Decide(ctx, mo, c.PID, moderation.Choice{Version: c.Version, Revision: c.Revision, Verdict: v, Reason: "spam", Message: "A word to you."})
	w.must(err)
}

// newestMessage is the path of the newest message of somebody.
func (w *town) newestMessage(as string) string {
	w.t.Helper()
	return "/you/messages/" + strings.Split(hiddenIn(w.t.(*testing.T), w.get(as, "/you/messages"), `href="/you/messages/`), "?")[0]
}

// What was not posted is given back whole, to be changed and posted again.
func TestDeclinedWordsComeBack(t *testing.T) {
	w := newTown(t)
	thread := w.open("ben", w.chemo, "A question", "What helped you?")
	w.step("ann", account.New)
	w.send("ann", postPath(w.opening(thread))+"/reply", "words", linked2, "key", "one", "do", "post")
	w.decidesFirst(moderation.InHeld, moderation.Decline)
	path := w.newestMessage("ann")
	if page := w.get("ann", path); !strings.Contains(page, "canaryhold") || !strings.Contains(page, "Change it and post it again") {
		t.Errorf("the words are not given back: %s", mainOf(t, page))
	}
	if form := w.does("ann", path+"/again", "Here are your words."); !strings.Contains(form, "canaryhold") {
		t.Error("the form is empty")
	}
}

// Of several posts that went together each is given back, and each can be posted again.
func TestEachOfManyComesBack(t *testing.T) {
	w := newTown(t)
	thread := w.open("ben", w.chemo, "A question", "What helped you?")
	first := w.reply("ann", w.opening(thread), "The canaryfirst words.")
	w.reply("ann", w.opening(thread), "The canarysecond words.")
	_, err := w.Desk.Flag(t.Context(), w.people["ben"], moderation.Target{Kind: moderation.OnName, PID: w.people["ann"].Name.PID}, moderation.ConductDoor, moderation.Spam, "")
	w.must(err)
	w.decidesFirst(moderation.InFlagged, moderation.RemoveAll)
	path := w.newestMessage("ann")
	page := w.get("ann", path)
	if !strings.Contains(page, "canaryfirst") || !strings.Contains(page, "canarysecond") || strings.Count(page, "Change it and post it again") != 2 {
		t.Errorf("not each of them is given back: %s", mainOf(t, page))
	}
	form := w.does("ann", path+"/again?post="+first.PID, "Here are your words.")
	if !strings.Contains(form, "canaryfirst") || strings.Contains(form, "canarysecond") {
		t.Error("the form holds other words")
	}
}
