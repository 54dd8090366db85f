package moderation

import (
	"context"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// A queue goes on where its page ended, and its filters let through what they say.
func TestQueuePagesAndFilters(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	w.plants(1, 90)
	seen := map[string]bool{}
	pages, last := 0, place{}
	for from := Cursor(""); ; pages++ {
		page := must(w.Desk.Queue(ctx, w.Mo, InFlagged, Filter{}, from))(t)
		for _, c := range page.Cases {
			at := place{c.Harm, c.OpenedAt.UnixMilli(), c.ID}
			if seen[c.PID] || at.harm < last.harm || at.harm == last.harm && at.at < last.at {
				t.Errorf("%s stands wrongly", c.PID)
			}
			seen[c.PID], last = true, at
		}
		if from = page.Next; !page.More {
			break
		}
	}
	if len(seen) != 90 || pages != 4 {
		t.Errorf("%d cases on %d pages", len(seen), pages+1)
	}
	some := w.Mo
	some.Boards = []int64{int64(w.board)}
	w.clock = time.UnixMilli(1000000000000 + 45).Add(time.Hour)
	for _, tc := range []struct {
		what string
		by   account.Account
		f    Filter
		n    int
	}{
		{"all", w.Mo, Filter{}, 90},
		{"a board", w.Mo, Filter{Board: w.other}, 45},
		{"a moderator of one board", some, Filter{}, 45},
		{"a kind", w.Mo, Filter{Kind: Spam}, 23},
		{"old", w.Mo, Filter{OlderThan: time.Hour}, 45},
		{"old on a board", w.Mo, Filter{OlderThan: time.Hour, Board: w.board}, 22},
		{"mine", w.Mo, Filter{Mine: true}, 10},
		{"another's", w.May, Filter{Mine: true}, 0},
		{"unclaimed", w.Mo, Filter{Unclaimed: true}, 80},
	} {
		all := 0
		for from, more := Cursor(""), true; more; {
			page := must(w.Desk.Queue(ctx, tc.by, InFlagged, tc.f, from))(t)
			if page.Count != tc.n {
				t.Errorf("%s: counted %d, want %d", tc.what, page.Count, tc.n)
			}
			all += len(page.Cases)
			from, more = page.Next, page.More
		}
		if all != tc.n {
			t.Errorf("%s: listed %d, want %d", tc.what, all, tc.n)
		}
	}
	for what, ask := range map[string]error{
		"another's board": func() error { _, err := w.Desk.Queue(ctx, some, InFlagged, Filter{Board: w.other}, ""); return err }(),
		"a member":        func() error { _, err := w.Desk.Queue(ctx, w.Ann, InFlagged, Filter{}, ""); return err }(),
		"no such queue":   func() error { _, err := w.Desk.Queue(ctx, w.Mo, "none", Filter{}, ""); return err }(),
		"no such page":    func() error { _, err := w.Desk.Queue(ctx, w.Mo, InFlagged, Filter{}, "x"); return err }(),
	} {
		want(t, what, ask, "fault.not_here")
	}
}

// A claim is seen by all, ends by itself, is renewed, let go and handed over, and stops
// nobody from deciding.
func TestClaims(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
	w.flag(w.Ben, p)
	pid := w.first(InFlagged).PID
	is := func(what string, by account.Account, claimed bool) {
		t.Helper()
		c := must(w.Case(ctx, w.Ola, pid))(t)
		if c.Claimed(w.now()) != claimed || claimed && c.ClaimedBy.ID != by.Name.ID {
			t.Errorf("%s: %v, by %s", what, c.Claimed(w.now()), c.ClaimedBy.Shown)
		}
	}
	want(t, "a member claims", w.Claim(ctx, w.Ben, pid), "fault.not_here")
	w.must(w.Claim(ctx, w.Mo, pid))
	is("claimed", w.Mo, true)
	w.pass(20 * time.Minute)
	w.must(w.Claim(ctx, w.Mo, pid))
	w.pass(20 * time.Minute)
	is("renewed", w.Mo, true)
	w.pass(20 * time.Minute)
	is("half an hour later", w.Mo, false)
	w.must(w.Claim(ctx, w.Mo, pid))
	w.must(w.Release(ctx, w.May, pid))
	is("let go by another", w.Mo, true)
	w.must(w.ReleaseAll(ctx, w.Mo))
	is("let go", w.Mo, false)
	want(t, "handed to a member", w.HandOver(ctx, w.Mo, pid, w.Ben.Name.PID, ""), "fault.choose_again")
	want(t, "handed to oneself", w.HandOver(ctx, w.Mo, pid, w.Mo.Name.PID, ""), "fault.choose_again")
	w.must(w.HandOver(ctx, w.Mo, pid, w.May.Name.PID, "Too close to home"))
	w.pass(time.Hour)
	is("handed over", w.May, true)
	if c := w.first(InFlagged); c.HandedTo.ID != w.May.Name.ID || len(c.Notes) != 1 || c.Notes[0].By.ID != w.Mo.Name.ID {
		t.Errorf("it says %+v", c)
	}
	if got := w.told(w.May.Name.ID); got != "handed_over" {
		t.Errorf("may was told %q", got)
	}
	c := w.first(InFlagged)
	w.decides(w.Mo, c, choose(c, Keep)) // a warning, not a lock
	want(t, "claiming what is decided", w.Claim(ctx, w.May, pid), "fault.desk_stale")
}

// Whoever has a desk open hears that something changed on their boards.
func TestWatch(t *testing.T) {
	w := newTown(t)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	elsewhere := w.May
	elsewhere.Boards = []int64{int64(w.other)}
	mo := must(w.Watch(ctx, w.Mo))(t)
	may := must(w.Watch(ctx, elsewhere))(t)
	_, err := w.Watch(ctx, w.Ann)
	want(t, "a member watches", err, "fault.not_here")
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
	w.flag(w.Ben, p)
	select {
	case <-mo:
	default:
		t.Error("mo heard nothing")
	}
	select {
	case <-may:
		t.Error("may heard of another board")
	default:
	}
	stop()
	for range mo { // ends
	}
}

// Published posts wait to be read once, but for moderators' own; reading, deciding and
// taking back take them away.
func TestUnread(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	thread := w.opens(w.Ann, "Words", "")
	var posts []forum.Post
	for range 3 {
		w.pass(time.Minute)
		posts = append(posts, w.answers(w.Ben, thread, "Some words"))
	}
	w.answers(w.Mo, thread, "A moderator’s")
	w.steps()
	page := must(w.Unread(ctx, w.May, ""))(t)
	if page.Count != 4 || len(page.Posts) != 4 || page.Posts[0].Post.ID != thread.Opening {
		t.Errorf("%d are unread, %d on the page", page.Count, len(page.Posts))
	}
	w.must(w.MarkRead(ctx, w.May, posts[0].PID, "none"))
	w.must(w.forum.TakeBack(ctx, w.Ben, posts[1].PID))
	w.steps()
	if page = must(w.Unread(ctx, w.May, ""))(t); page.Count != 2 {
		t.Errorf("%d are unread", page.Count)
	}
	w.flag(w.Cat, posts[2])
	c := w.first(InFlagged)
	w.decides(w.May, c, choose(c, Remove))
	if page = must(w.Unread(ctx, w.May, ""))(t); page.Count != 1 {
		t.Errorf("%d are unread after one was decided on", page.Count)
	}
	_, err := w.Unread(ctx, w.Ann, "")
	want(t, "a member", err, "fault.not_here")
}

// First-timers come first, then whoever has waited longest; an answer by oneself is none.
func TestUnanswered(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	wel := w.settle("Wren Basket", account.Welcomer)
	w.opens(w.Ann, "Words", "") // ann's first
	w.pass(time.Minute)
	old := w.opens(w.Ann, "Words of ann", "")
	w.pass(time.Minute)
	first := w.opens(w.Dan, "Words of dan", "")
	w.answers(w.Ann, old, "My own answer")
	answered := w.opens(w.Cat, "Words of cat", "")
	reply := w.answers(w.Ben, answered, "An answer")
	order := func() (all []forum.ThreadID) {
		for _, a := range must(w.Unanswered(ctx, wel, AloneFilter{}, ""))(t).Threads {
			all = append(all, a.ID)
		}
		return all
	}
	if got := order(); len(got) != 3 || got[1] != first.ID || got[2] != old.ID {
		t.Errorf("%v, want %v second and %v last", got, first.ID, old.ID)
	}
	w.must(w.forum.TakeBack(ctx, w.Ben, reply.PID))
	if got := order(); len(got) != 4 {
		t.Errorf("%d are unanswered once an answer is taken back", len(got))
	}
	w.must(w.TakeToAnswer(ctx, wel, old.PID))
	want(t, "two take it", w.TakeToAnswer(ctx, w.Mo, old.PID), "fault.desk_answering")
	w.must(w.LetGo(ctx, w.Mo, old.PID)) // not theirs to let go
	want(t, "two take it", w.TakeToAnswer(ctx, w.Mo, old.PID), "fault.desk_answering")
	w.must(w.LetGo(ctx, wel, old.PID))
	w.must(w.TakeToAnswer(ctx, w.Mo, old.PID))
	w.pass(AnsweringFor)
	w.must(w.TakeToAnswer(ctx, wel, old.PID))
	_, err := w.Unanswered(ctx, w.Ann, AloneFilter{}, "")
	want(t, "a member", err, "fault.not_here")
	_, err = w.Desk.Queue(ctx, wel, InFlagged, Filter{}, "")
	want(t, "a welcomer at the queues", err, "fault.not_here")
}

// Operators write reasons; nobody writes over another's change, and what was quoted stays.
func TestReasons(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	fresh := Reason{Slug: "too-long", Verdicts: []Verdict{Fold}, Words: map[string]ReasonWords{"en": {Title: "Too long", Agreement: "Be brief.", Message: "Hello."}}}
	want(t, "a moderator", w.AddReason(ctx, w.Mo, fresh), "fault.not_here")
	w.must(w.AddReason(ctx, w.Ola, fresh))
	want(t, "twice", w.AddReason(ctx, w.Ola, fresh), "fault.reason_taken")
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
	w.flag(w.Ben, p)
	c := w.first(InFlagged)
	form := choose(c, Fold)
	form.Reason = "too-long"
	x := w.decides(w.Mo, c, form)
	fresh.Version, fresh.Words = 1, map[string]ReasonWords{"en": {Title: "Far too long", Agreement: "Be briefer."}}
	w.must(w.ChangeReason(ctx, w.Ola, fresh))
	want(t, "an older one", w.ChangeReason(ctx, w.Ola, fresh), "fault.changed_meanwhile")
	if title, ok := w.ReasonTitle(ctx, "es", "too-long"); !ok || title != "Far too long" {
		t.Errorf("it is called %q", title)
	}
	w.must(w.ArchiveReason(ctx, w.Ola, "too-long", 2, true))
	must(w.Undo(ctx, w.Mo, x.PID))(t)
	c = w.first(InFlagged)
	form.Version, form.Key = c.Version, ""
	_, err := w.Decide(ctx, w.Mo, c.PID, form)
	want(t, "for an archived one", err, "fault.reason")
	if c.Decisions[0].Agreement != "Be brief." {
		t.Errorf("the decision quotes %q", c.Decisions[0].Agreement)
	}
	if title, _ := w.ReasonTitle(ctx, "es", "harm"); title != "es reason.harm" {
		t.Errorf("a planted one is called %q", title)
	}
}

// What was looked at that readers do not see is written down, once a visit.
func TestPrivateLooksAreWrittenDown(t *testing.T) {
	w := newTown(t)
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
	w.flag(w.Ben, p)
	looks := func() int { return w.count(`SELECT COUNT(*) FROM audit WHERE act = 'case.opened'`) }
	for range 3 {
		w.first(InFlagged)
	}
	if looks() != 0 {
		t.Error("reading what everybody reads was written down")
	}
	w.edit(w.Ann, p, "Other words")
	for range 3 {
		if c := w.first(InFlagged); len(c.Revisions) != 1 || c.SeenAt.IsZero() {
			t.Errorf("%+v", c.Revisions)
		}
	}
	if looks() != 1 {
		t.Errorf("%d looks were written down", looks())
	}
	w.pass(time.Hour)
	w.first(InFlagged)
	if looks() != 2 {
		t.Errorf("%d looks were written down an hour later", looks())
	}
}

// Everything by a spammer goes in one decision, after a look at what that is.
func TestRemoveAll(t *testing.T) {
	w := newTown(t)
	thread := w.opens(w.Dan, "Words", "")
	for range 25 {
		w.answers(w.Ann, thread, "Buy now")
	}
	sad := w.answers(w.Ann, thread, aWish)
	must(w.Flag(t.Context(), w.Ben, Target{OnName, w.Ann.Name.PID}, ConductDoor, Spam, ""))(t)
	c := w.first(InFlagged)
	seen := must(w.PreviewAll(t.Context(), w.Mo, c.PID))(t)
	if seen.N != 26 || len(seen.Posts) != previewed || seen.More {
		t.Errorf("the preview says %d, and shows %d", seen.N, len(seen.Posts))
	}
	x := w.decides(w.Mo, c, choose(c, RemoveAll))
	gone := func() int { return w.count(`SELECT COUNT(*) FROM post WHERE removed_at IS NOT NULL`) }
	if gone() != 25 || w.post(sad.ID).Removed() || !w.standing(w.Ann.Name.ID).HeldFirst {
		t.Errorf("%d are gone", gone())
	}
	must(w.Undo(t.Context(), w.Mo, x.PID))(t)
	if gone() != 0 || w.standing(w.Ann.Name.ID).HeldFirst {
		t.Errorf("%d are still gone", gone())
	}
}

// Who looks after some boards takes down what is on those, and is not shown what is
// elsewhere.
func TestRemoveAllKeepsToOnesBoards(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	here := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Buy now")
	there := must(w.forum.Open(ctx, w.Ann, w.other, forum.NewThread{Title: "A title", Words: "Buy now"}))(t)
	mo := w.Mo
	mo.Boards = []int64{int64(w.board)}
	must(w.Flag(ctx, w.Ben, Target{OnPost, here.PID}, ConductDoor, Spam, ""))(t)
	c := w.first(InFlagged)
	if seen := must(w.PreviewAll(ctx, mo, c.PID))(t); seen.N != 1 || seen.Posts[0].ID != here.ID {
		t.Errorf("mo is shown %d posts", seen.N)
	}
	w.decides(mo, c, choose(c, RemoveAll))
	if !w.post(here.ID).Removed() || w.post(there.Opening).Removed() {
		t.Error("what mo does not look after is gone, or what he does is not")
	}
}

// A pause that has ended is told; one that was undone before is not.
func TestEnded(t *testing.T) {
	w := newTown(t)
	for i, told := range []string{"decided ended", "decided ended decided undone"} {
		p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
		w.flag(w.Ben, p)
		c := w.first(InFlagged)
		form := choose(c, Pause)
		form.Days = 1
		x := w.decides(w.Mo, c, form)
		w.steps()
		if i == 1 {
			must(w.Undo(t.Context(), w.Mo, x.PID))(t)
		}
		w.pass(25 * time.Hour)
		w.steps()
		w.must(w.Ended(t.Context(), Ends{x.ID})) // told twice
		if got := w.told(w.Ann.Name.ID); got != told {
			t.Errorf("ann was told %q, want %q", got, told)
		}
	}
}

// A case goes where its thread goes, and who left leaves no words at the desk.
func TestCasesFollow(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	thread := w.opens(w.Ann, "Words", "")
	must(w.Flag(ctx, w.Ben, Target{OnPost, w.post(thread.Opening).PID}, ConductDoor, Unkind, "My words"))(t)
	w.must(w.forum.Move(ctx, w.Mo, thread.PID, "work", ""))
	w.steps()
	page := must(w.Desk.Queue(ctx, w.Mo, InFlagged, Filter{Board: w.other}, ""))(t)
	if len(page.Cases) != 1 {
		t.Errorf("%d cases are where the thread went", len(page.Cases))
	}
	w.must(w.NameLeft(ctx, account.Left{Name: w.Ben.Name.ID}))
	if c := w.first(InFlagged); len(c.Flags) != 1 || c.Flags[0].Words != "" {
		t.Errorf("%+v", c.Flags)
	}
}
