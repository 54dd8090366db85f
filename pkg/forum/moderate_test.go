package forum

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// recorded returns what was written down, the latest first.
func (v *village) recorded() []string {
	v.t.Helper()
	var acts []string
	for _, e := range must(audit.Recent(v.t.Context(), v.db, 100))(v.t) {
		acts = append(acts, strings.TrimSpace(e.Act+" "+e.Reason))
	}
	return acts
}

// To anybody but a moderator of its board, nothing can be done to a thread, and
// what is answered is what is answered for a thread that does not exist.
func TestModeratorsOnly(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	here, elsewhere := v.board("chemotherapy", Public), v.board("radiotherapy", Public)
	other := v.mo
	other.Boards = []int64{int64(elsewhere)}
	unarmed := v.mo
	unarmed.SecondFactor = false
	thread := v.thread(here, v.ann, v.ben)
	reply := v.post(thread.ID, thread.Opening, v.ben.Name)
	second := v.thread(here, v.ann)
	acts := map[string]func(by account.Account, thread, post string) error{
		"lock":           func(by account.Account, t, p string) error { return v.Lock(ctx, by, t, "heated") },
		"unlock":         func(by account.Account, t, p string) error { return v.Unlock(ctx, by, t) },
		"pin":            func(by account.Account, t, p string) error { return v.Pin(ctx, by, t) },
		"unpin":          func(by account.Account, t, p string) error { return v.Unpin(ctx, by, t) },
		"move":           func(by account.Account, t, p string) error { return v.Move(ctx, by, t, "radiotherapy", "") },
		"merge":          func(by account.Account, t, p string) error { return v.Merge(ctx, by, t, second.PID) },
		"remove":         func(by account.Account, t, p string) error { return v.Remove(ctx, by, p, "unkind") },
		"restore":        func(by account.Account, t, p string) error { return v.Restore(ctx, by, p) },
		"remove thread":  func(by account.Account, t, p string) error { return v.RemoveThread(ctx, by, t, "unkind") },
		"restore thread": func(by account.Account, t, p string) error { return v.RestoreThread(ctx, by, t) },
		"split":          func(by account.Account, t, p string) error { _, err := v.Split(ctx, by, p, "A title"); return err },
	}
	for name, act := range acts {
		for who, by := range map[string]account.Account{"a guest": guest, "ann": v.ann, "ben": v.ben, "another board's": other, "without a second factor": unarmed} {
			if err := act(by, thread.PID, reply.PID); !fault.Is(err, fault.NotFound) || err.Error() != notHere().Error() {
				t.Errorf("%s, %s: %v", name, who, err)
			}
		}
		want(t, name+", mo, of nothing", act(v.mo, "nothing", "nothing"), fault.NotFound)
	}
	if acts := v.recorded(); len(acts) != 0 {
		t.Errorf("written down: %v", acts)
	}
}

func TestLock(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.thread(v.board("chemotherapy", Public), v.ann)
	want(t, "without a reason", v.Lock(ctx, v.mo, thread.PID, ""), fault.Invalid)
	want(t, "for a reason of another list", v.Lock(ctx, v.mo, thread.PID, "selling"), fault.Invalid)
	want(t, "lock", v.Lock(ctx, v.mo, thread.PID, "heated"), fault.Internal)
	if got := v.findThread(thread.ID); !got.Locked() || got.Version == thread.Version {
		t.Errorf("locked: %+v", got)
	}
	want(t, "unlock", v.Unlock(ctx, v.mo, thread.PID), fault.Internal)
	if got := v.findThread(thread.ID); got.Locked() {
		t.Error("still locked")
	}
	if acts := v.recorded(); fmt.Sprint(acts) != "[thread.unlocked thread.locked heated]" {
		t.Errorf("written down: %v", acts)
	}
}

func TestPin(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	one, two, three := v.thread(board, v.ann), v.thread(board, v.ann), v.thread(board, v.ann)
	for _, thread := range []Thread{one, two, two} {
		want(t, "pin", v.Pin(ctx, v.mo, thread.PID), fault.Internal)
	}
	want(t, "a third", v.Pin(ctx, v.mo, three.PID), fault.Conflict)
	want(t, "take down", v.RemoveThread(ctx, v.mo, one.PID, "unkind"), fault.Internal)
	want(t, "pin what was taken down", v.Pin(ctx, v.mo, one.PID), fault.NotFound)
	want(t, "a third, when one is gone", v.Pin(ctx, v.mo, three.PID), fault.Internal)
	want(t, "unpin", v.Unpin(ctx, v.mo, three.PID), fault.Internal)
	if page := must(v.Threads(ctx, v.ann, board, ByLatest, ""))(t); len(page.Pinned) != 1 || page.Pinned[0].ID != two.ID {
		t.Errorf("pinned: %v", page.Pinned)
	}
}

// An audience never widens by moving, and a narrowed thread is gone at once.
func TestMove(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	public, members := v.board("introductions", Public), v.board("stories", Members)
	for _, test := range []struct {
		from BoardID
		to   string
		want Audience
	}{
		{public, "stories", Members},
		{members, "introductions", Members},
	} {
		thread := v.thread(test.from, v.ann, v.ben)
		if _, err := v.Thread(ctx, v.ann, thread.PID); err != nil {
			t.Fatal(err)
		}
		want(t, "to where it is", v.Move(ctx, v.mo, thread.PID, must(v.BoardID(ctx, test.from))(t).Slug, ""), fault.Invalid)
		want(t, "to nowhere", v.Move(ctx, v.mo, thread.PID, "nowhere", ""), fault.NotFound)
		want(t, "with a long note", v.Move(ctx, v.mo, thread.PID, test.to, strings.Repeat("x", 201)), fault.Invalid)
		before := v.ListVersion(guest, test.from)
		want(t, "move", v.Move(ctx, v.mo, thread.PID, test.to, "  It fits\nbetter here. "), fault.Internal)
		got := v.findThread(thread.ID)
		if got.Audience != test.want || got.MovedFrom != test.from || got.MovedWords != "It fits better here." || got.Board == test.from {
			t.Errorf("moved to %s: %+v", test.to, got)
		}
		if _, err := v.Thread(ctx, guest, thread.PID); !fault.Is(err, fault.NotFound) {
			t.Error("a guest still reads what is for members")
		}
		if card, ok := v.Version(thread.PID); !ok || card.Audience != Members {
			t.Errorf("memory says %+v", card)
		}
		if test.from == public && v.ListVersion(guest, test.from) == before {
			t.Error("the list it left is remembered as it was")
		}
	}
}

func TestRemoveAndRestore(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.thread(v.board("chemotherapy", Public), v.ann, v.cat, v.cat)
	reply := v.post(thread.ID, thread.Opening, v.ben.Name)
	want(t, "without a reason", v.Remove(ctx, v.mo, reply.PID, ""), fault.Invalid)
	want(t, "remove", v.Remove(ctx, v.mo, reply.PID, "unkind"), fault.Internal)
	want(t, "remove twice", v.Remove(ctx, v.mo, reply.PID, "unkind"), fault.Conflict)
	v.agree(t)
	got := v.findPost(reply.ID)
	if got.RemovedBy != ByModerator || got.RemovedFor != "unkind" || v.findThread(thread.ID).Replies != 2 {
		t.Errorf("removed: %+v", got)
	}
	for _, by := range []account.Account{v.ben, v.mo, v.ola} {
		if p := must(v.RemovedWords(ctx, by, reply.PID))(t); p.Source != reply.Source {
			t.Errorf("%s reads %q", by.Name.Shown, p.Source)
		}
	}
	for _, by := range []account.Account{v.ann, v.cat, guest} {
		_, err := v.RemovedWords(ctx, by, reply.PID)
		want(t, "another reads it", err, fault.NotFound)
	}
	want(t, "restore", v.Restore(ctx, v.mo, reply.PID), fault.Internal)
	want(t, "restore twice", v.Restore(ctx, v.mo, reply.PID), fault.Conflict)
	v.agree(t)
	if p := v.findPost(reply.ID); p.Removed() || p.Source != reply.Source {
		t.Errorf("restored: %+v", p)
	}

	want(t, "taken back", v.TakeBack(ctx, v.ben, reply.PID), fault.Internal)
	want(t, "restore what its author took back", v.Restore(ctx, v.mo, reply.PID), fault.Conflict)
	want(t, "remove what its author took back", v.Remove(ctx, v.mo, reply.PID, "unkind"), fault.Conflict)
	if acts := v.recorded(); fmt.Sprint(acts) != "[post.restored post.removed unkind]" {
		t.Errorf("written down: %v", acts)
	}
}

func TestRemoveThread(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.thread(v.board("chemotherapy", Public), v.ann, v.ben)
	opening := v.findPost(thread.Opening)
	must(v.Thread(ctx, guest, thread.PID))(t)
	want(t, "remove", v.RemoveThread(ctx, v.mo, thread.PID, "harm"), fault.Internal)
	want(t, "remove twice", v.RemoveThread(ctx, v.mo, thread.PID, "harm"), fault.Conflict)
	for _, test := range []struct {
		by   account.Account
		want fault.Kind
	}{{guest, fault.NotFound}, {v.ben, fault.NotFound}, {v.ann, fault.Gone}, {v.mo, fault.Internal}} {
		_, err := v.Thread(ctx, test.by, thread.PID)
		want(t, "reading by "+test.by.Name.Shown, err, test.want)
	}
	if p := must(v.RemovedWords(ctx, v.ann, opening.PID))(t); p.Source != opening.Source {
		t.Error("ann cannot read her own words")
	}
	_, err := v.RemovedWords(ctx, v.cat, opening.PID)
	want(t, "another reads them", err, fault.NotFound)
	want(t, "restore", v.RestoreThread(ctx, v.mo, thread.PID), fault.Internal)
	want(t, "restore twice", v.RestoreThread(ctx, v.mo, thread.PID), fault.Conflict)
	must(v.Thread(ctx, guest, thread.PID))(t)
}

// There is no act without its entry: when it cannot be written down, it is not done.
func TestNothingHappensUnrecorded(t *testing.T) {
	v := newVillage(t)
	thread := v.thread(v.board("chemotherapy", Public), v.ann)
	stranger := v.mo
	stranger.Name.ID = 404 // no such name, so the entry is refused
	if err := v.Lock(t.Context(), stranger, thread.PID, "heated"); err == nil {
		t.Error("locked without an entry")
	}
	if v.findThread(thread.ID).Locked() {
		t.Error("locked")
	}
}

// bush plants a thread with replies three deep, and returns it with a reply in its
// middle: under that are two, and beside it others.
func (v *village) bush(board BoardID, by account.Account) (Thread, Post) {
	v.t.Helper()
	thread := v.thread(board, by, v.ben, v.cat)
	top := v.post(thread.ID, thread.Opening, v.cat.Name)
	middle := v.post(thread.ID, top.ID, v.ben.Name)
	v.post(thread.ID, top.ID, v.ann.Name)
	under := v.post(thread.ID, middle.ID, v.ann.Name)
	v.post(thread.ID, under.ID, v.cat.Name)
	gone := v.post(thread.ID, middle.ID, v.cat.Name)
	v.tx(func(tx *db.Tx) error {
		return v.takeDown(v.t.Context(), tx, v.findThread(thread.ID), gone, ByAuthor, "", v.now())
	})
	return v.findThread(thread.ID), v.findPost(middle.ID)
}

func TestMerge(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	one, middle := v.bush(board, v.ann)
	zero := v.thread(board, v.ben)
	want(t, "an earlier merge", v.Merge(ctx, v.mo, zero.PID, one.PID), fault.Internal)
	one = v.findThread(one.ID)
	other, _ := v.bush(board, v.ben)
	posts := v.count(`SELECT count(*) FROM post`)
	want(t, "merge", v.Merge(ctx, v.mo, one.PID, other.PID), fault.Internal)
	v.agree(t)
	if n := v.count(`SELECT count(*) FROM post WHERE thread = $1`, other.ID); n != posts {
		t.Errorf("%d posts of %d", n, posts)
	}
	for _, pid := range []string{zero.PID, one.PID, other.PID} {
		if got := must(v.Thread(ctx, guest, pid))(t); got.ID != other.ID {
			t.Errorf("%s leads to %v", pid, got)
		}
	}
	if place := must(v.Place(ctx, guest, middle.PID))(t); place.Thread.ID != other.ID {
		t.Error("a post cannot be found at its address")
	}
	if page := must(v.Threads(ctx, guest, board, ByLatest, ""))(t); len(page.Threads) != 1 {
		t.Errorf("the board lists %v", page.Threads)
	}
	page := must(v.ThreadPage(ctx, guest, v.findThread(other.ID), View{}))(t)
	got := 0
	for _, reply := range page.InOrder() {
		got += 1 + reply.CarryOn
	}
	if got != posts-1 {
		t.Errorf("the page leads to %d replies of %d", got, posts-1)
	}
	want(t, "merge what is merged", v.Merge(ctx, v.mo, one.PID, other.PID), fault.Invalid)
}

func TestMergeFaults(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	public, members := v.board("introductions", Public), v.board("stories", Members)
	here := v.mo
	here.Boards = []int64{int64(public)}
	open, open2, closed := v.thread(public, v.ann), v.thread(public, v.ben), v.thread(members, v.cat)
	removed := v.thread(public, v.ben)
	want(t, "take down", v.RemoveThread(ctx, v.mo, removed.PID, "harm"), fault.Internal)
	for _, test := range []struct {
		what       string
		by         account.Account
		from, into Thread
		want       fault.Kind
	}{
		{"into a wider one", v.mo, closed, open, fault.Invalid},
		{"into itself", v.mo, open, open, fault.Invalid},
		{"a removed one", v.mo, removed, open, fault.Conflict},
		{"into a removed one", v.mo, open, removed, fault.Conflict},
		{"into another's board", here, open, closed, fault.NotFound},
		{"from another's board", here, closed, open, fault.NotFound},
		{"into a narrower one", v.mo, open, closed, fault.Internal},
		{"within a board", here, open2, v.thread(public, v.ann), fault.Internal},
	} {
		want(t, test.what, v.Merge(ctx, test.by, test.from.PID, test.into.PID), test.want)
	}
	v.agree(t)
	_, err := v.Thread(ctx, guest, open.PID)
	want(t, "a guest follows it to where members are", err, fault.NotFound)
}

func TestSplit(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	thread, middle := v.bush(board, v.ann)
	must(v.Visit(ctx, v.cat, thread, 4))(t)
	_, err := v.Split(ctx, v.mo, v.findPost(thread.Opening).PID, "A title")
	want(t, "at the opening", err, fault.Conflict)
	_, err = v.Split(ctx, v.mo, middle.PID, " \n")
	want(t, "without a title", err, fault.Invalid)
	made := must(v.Split(ctx, v.mo, middle.PID, "Another subject"))(t)
	v.agree(t)
	if made.Title != "Another subject" || made.Opening != middle.ID || made.OpenedBy.ID != v.ben.Name.ID || made.Replies != 2 || made.Others != 2 || made.LastSeq != 4 {
		t.Errorf("made %+v", made)
	}
	if place := must(v.Place(ctx, guest, middle.PID))(t); place.Thread.ID != made.ID {
		t.Error("the post leads to the old thread")
	}
	page := must(v.ThreadPage(ctx, guest, made, View{}))(t)
	if got := len(page.InOrder()); got != 3 {
		t.Errorf("the page shows %d replies", got)
	}
	// And back again.
	want(t, "merge", v.Merge(ctx, v.mo, made.PID, thread.PID), fault.Internal)
	v.agree(t)
}

// What is split from a thread for members is for members, whatever its board.
func TestSplitStaysNarrow(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("introductions", Public)
	thread, middle := v.bush(board, v.ann)
	v.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE thread SET audience = 'members' WHERE id = $1`, thread.ID)
		return err
	})
	if made := must(v.Split(ctx, v.mo, middle.PID, "A title"))(t); made.Audience != Members {
		t.Errorf("made for %s", made.Audience)
	}
}

// Nobody's own name appears in a thread because a moderator tidied up.
func TestNamesForOneThreadComeAlong(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Members)
	thread, middle := v.bush(board, v.ben)
	name := v.fresh(v.cat, thread.ID, "Grey Umbrella")
	hers := v.post(thread.ID, middle.ID, name)
	made := must(v.Split(ctx, v.mo, middle.PID, "A title"))(t)
	other := v.thread(board, v.ann)
	want(t, "merge", v.Merge(ctx, v.mo, made.PID, other.PID), fault.Internal)
	for what, id := range map[string]ThreadID{"where it was": thread.ID, "split and merged": other.ID} {
		if got := must(v.nameIn(ctx, v.db, v.cat, id))(t); got.ID != name.ID {
			t.Errorf("%s: cat writes as %s", what, got.Shown)
		}
		if got := must(v.nameIn(ctx, v.db, v.ann, id))(t); got.ID != v.ann.Name.ID {
			t.Errorf("%s: ann writes as %s", what, got.Shown)
		}
	}
	if owns := must(v.owns(ctx, v.db, v.cat, hers.By))(t); !owns {
		t.Error("cat lost her own words")
	}
	if owns := must(v.owns(ctx, v.db, v.ann, hers.By))(t); owns {
		t.Error("ann has another's words")
	}
}

func TestTidyHasALimit(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	one, middle := v.bush(board, v.ann)
	other := v.thread(board, v.ben)
	v.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE post SET descendants = $1`, MaxTidied)
		return err
	})
	want(t, "merge", v.Merge(ctx, v.mo, one.PID, other.PID), fault.TooLarge)
	_, err := v.Split(ctx, v.mo, middle.PID, "A title")
	want(t, "split", err, fault.TooLarge)
}
