package forum

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/text"
)

// parted is a public thread of cat's in which ann and ben answer each other, ben under
// a name for the thread too, and cat quotes both; ann then chose not to see ben.
type parted struct {
	*village
	board               BoardID
	thread              Thread
	ann1, ben1, ann2    Post // ben answers ann, ann answers ben
	quoteAnn, quoteBen  Post // cat quotes them
	masked, annMasked   Post // in a thread of mo's, ben and ann under other names
	masks               Thread
	byAnn, byBen, byCat Thread // threads that they opened
}

func newParted(t *testing.T) *parted {
	v := newVillage(t)
	ctx := t.Context()
	p := &parted{village: v, board: v.board("chemo", Public)}
	p.thread = v.open(p.board, v.cat, NewThread{Title: "Of all"})
	opening := v.opening(p.thread)
	p.ann1 = v.reply(opening, v.ann, "annwords one")
	p.ben1 = v.reply(p.ann1, v.ben, "benwords one")
	p.ann2 = v.reply(p.ben1, v.ann, "annwords two")
	p.quoteAnn = v.reply(opening, v.cat, must(v.Quote(ctx, v.cat, p.ann1.PID, ""))(t).String()+"\n\nSo says she.")
	p.quoteBen = v.reply(opening, v.cat, must(v.Quote(ctx, v.cat, p.ben1.PID, ""))(t).String()+"\n\nSo says he.")
	p.masks = v.open(p.board, v.mo, NewThread{Title: "Of masks"})
	p.masked = must(v.Reply(ctx, v.ben, v.opening(p.masks).PID, NewReply{Words: "benwords masked", Name: "Corner Lamp"}))(t)
	p.annMasked = must(v.Reply(ctx, v.ann, v.opening(p.masks).PID, NewReply{Words: "annwords masked", Name: "Soft Hat"}))(t)
	p.byAnn, p.byBen, p.byCat = v.open(p.board, v.ann, NewThread{Title: "annwords title"}), v.open(p.board, v.ben, NewThread{Title: "benwords title"}), v.open(p.board, v.cat, NewThread{})
	if err := v.accounts.Unsee(ctx, v.ann, v.ben.Name.ID); err != nil {
		t.Fatal(err)
	}
	return p
}

// sights reads thread as by in every way there is, and returns which of its posts they
// do not see, and whose choice that was. It holds that of those nothing is left.
func (p *parted) sights(t *testing.T, by account.Account, thread Thread) map[string]account.Whose {
	t.Helper()
	ctx, apart := t.Context(), map[string]account.Whose{}
	thread = p.findThread(thread.ID)
	views := []View{{}, {Order: NewestFirst}, {Order: Flat}, {Order: OneByOne}}
	whole := must(p.ThreadPage(ctx, by, thread, View{Order: Flat}))(t)
	for _, r := range whole.InOrder() {
		views = append(views, View{Order: OneByOne, From: r.PID}, View{Root: r.PID})
	}
	look := func(how string, r *Reply) {
		if known, ok := apart[r.PID]; ok && known != r.Apart {
			t.Errorf("%s: post %d is %q here and %q elsewhere", how, r.ID, r.Apart, known)
		}
		apart[r.PID] = r.Apart
		if r.Apart != "" && (r.By != account.Name{} || r.Source != "" || r.HTML != (text.HTML{}) || r.KindWords() > 0) {
			t.Errorf("%s: of post %d something is left: %v", how, r.ID, r.By)
		}
		if r.Apart == "" && r.By.ID == 0 {
			t.Errorf("%s: post %d is nobody's", how, r.ID)
		}
		if r.To != nil && (r.To.Apart != "") != (r.To.By == account.Name{}) {
			t.Errorf("%s: post %d answers %+v", how, r.ID, r.To)
		}
		if r.To != nil && apart[r.To.PID] != r.To.Apart && apart[r.To.PID] != "" {
			t.Errorf("%s: post %d names whom it answers", how, r.ID)
		}
	}
	for _, view := range views {
		page := must(p.ThreadPage(ctx, by, thread, view))(t)
		for _, r := range page.all() {
			look(fmt.Sprintf("%+v", view), r)
		}
	}
	for pid := range maps.Clone(apart) {
		_, r, err := p.Post(ctx, by, pid)
		if err != nil {
			t.Fatal(err)
		}
		if by.Role != account.Moderator {
			look("alone", r)
		}
	}
	maps.DeleteFunc(apart, func(_ string, whose account.Whose) bool { return whose == "" })
	return apart
}

func (p *parted) expect(t *testing.T, who string, by account.Account, thread Thread, want map[string]account.Whose) {
	t.Helper()
	if got := p.sights(t, by, thread); !maps.Equal(got, want) {
		t.Errorf("%s does not see %v, want %v", who, got, want)
	}
}

type unseenPosts = map[string]account.Whose

func TestTwoDoNotSeeEachOther(t *testing.T) {
	p := newParted(t)
	p.expect(t, "ann", p.ann, p.thread, unseenPosts{p.ben1.PID: account.Mine})
	p.expect(t, "ben", p.ben, p.thread, unseenPosts{p.ann1.PID: account.Theirs, p.ann2.PID: account.Theirs})
	for who, by := range map[string]account.Account{"cat": p.cat, "mo": p.mo, "a guest": guest} {
		p.expect(t, who, by, p.thread, unseenPosts{})
	}
	if err := p.accounts.Unsee(t.Context(), p.mo, p.ann.Name.ID); err != nil {
		t.Fatal(err)
	}
	if err := p.accounts.Unsee(t.Context(), p.ann, p.mo.Name.ID); err != nil {
		t.Fatal(err)
	}
	p.expect(t, "mo, who chose not to see ann", p.mo, p.thread, unseenPosts{p.ann1.PID: account.Mine, p.ann2.PID: account.Mine})
	if _, r, err := p.Post(t.Context(), p.mo, p.ann1.PID); err != nil || r.Source == "" {
		t.Errorf("mo has ann's post in hand and does not see it: %v", err)
	}
	if err := p.accounts.SeeAgain(t.Context(), p.mo, p.ann.Name.ID); err != nil {
		t.Fatal(err)
	}
	p.expect(t, "mo, whom ann does not see", p.mo, p.thread, unseenPosts{})
}

// What somebody writes under a name for one thread never vanishes with their own name.
func TestNoTwoNamesVanishTogether(t *testing.T) {
	p := newParted(t)
	for who, by := range map[string]account.Account{"ann": p.ann, "ben": p.ben} {
		p.expect(t, who, by, p.masks, unseenPosts{})
	}
	if err := p.accounts.SeeAgain(t.Context(), p.ann, p.ben.Name.ID); err != nil {
		t.Fatal(err)
	}
	own := p.reply(p.findPost(p.findThread(p.masks.ID).Opening), p.cat, "catwords")
	if err := p.accounts.Unsee(t.Context(), p.cat, p.masked.By.ID); err != nil {
		t.Fatal(err)
	}
	p.expect(t, "cat, who chose ben's other name", p.cat, p.masks, unseenPosts{p.masked.PID: account.Mine})
	p.expect(t, "ben, under that name", p.ben, p.masks, unseenPosts{own.PID: account.Theirs})
	p.expect(t, "cat", p.cat, p.thread, unseenPosts{})
	p.expect(t, "ben, under his own", p.ben, p.thread, unseenPosts{})
}

func TestListsLeaveOutWhoIsNotSeen(t *testing.T) {
	p := newParted(t)
	ctx := t.Context()
	if err := p.Pin(ctx, p.mo, p.byBen.PID); err != nil {
		t.Fatal(err)
	}
	listed := func(by account.Account) map[string]bool {
		pids := map[string]bool{}
		for _, order := range []ListOrder{ByLatest, ByNewest, ByWaiting} {
			page := must(p.Threads(ctx, by, p.board, order, ""))(t)
			for _, thread := range append(page.Pinned, page.Threads...) {
				pids[thread.PID] = true
			}
		}
		for _, list := range []func() (ListPage, error){
			func() (ListPage, error) { return p.Waiting(ctx, by, "") }, func() (ListPage, error) { return p.Awake(ctx, by, "") }} {
			for _, thread := range must(list())(t).Threads {
				pids[thread.PID] = true
			}
		}
		return pids
	}
	for who, at := range map[string]struct {
		by       account.Account
		ann, ben bool
	}{"ann": {p.ann, true, false}, "ben": {p.ben, false, true}, "cat": {p.cat, true, true}, "mo": {p.mo, true, true}, "a guest": {guest, true, true}} {
		pids := listed(at.by)
		if pids[p.byAnn.PID] != at.ann || pids[p.byBen.PID] != at.ben || !pids[p.byCat.PID] || !pids[p.thread.PID] {
			t.Errorf("%s: ann's thread %v, ben's %v", who, pids[p.byAnn.PID], pids[p.byBen.PID])
		}
	}
	page := must(p.ThreadPage(ctx, p.ann, p.findThread(p.byBen.ID), View{}))(t)
	if page.Thread.Title != "" || page.Thread.Apart != account.Mine || page.Thread.OpenedBy.Shown != "" {
		t.Errorf("ann reads ben's thread: %q by %q", page.Thread.Title, page.Thread.OpenedBy.Shown)
	}
	if thread, _, err := p.Post(ctx, p.ben, p.opening(p.byAnn).PID); err != nil || thread.Title != "" || thread.Apart != account.Theirs {
		t.Errorf("ben reads ann's thread: %q, %v", thread.Title, err)
	}
}

func TestNothingOfTheirsIsNew(t *testing.T) {
	p := newParted(t)
	ctx := t.Context()
	for _, by := range []account.Account{p.ann, p.ben, p.cat} {
		must(p.Visit(ctx, by, p.thread, 1))(t)
	}
	p.clock.pass(VisitEnds + 1)
	thread := p.findThread(p.thread.ID)
	for who, at := range map[string]struct {
		by    account.Account
		count int
		first Post
	}{"ann": {p.ann, 2, p.quoteAnn}, "ben": {p.ben, 2, p.quoteAnn}, "cat": {p.cat, 3, p.ann1}} {
		if n := must(p.NewIn(ctx, at.by, thread))(t)[thread.ID]; n != at.count {
			t.Errorf("%s is told of %d, want %d", who, n, at.count)
		}
		if n := must(p.CountNew(ctx, at.by, thread, 1))(t); n != at.count {
			t.Errorf("%s is told of %d in the thread, want %d", who, n, at.count)
		}
		if pid, isNew, err := p.FirstNew(ctx, at.by, thread); err != nil || !isNew || pid != at.first.PID {
			t.Errorf("the first that is new to %s is %s, %v", who, pid, err)
		}
	}
	// A thread in which only they write holds nothing new, however much it is.
	for range MostNew + 5 {
		p.post(p.byCat.ID, p.byCat.Opening, p.ben.Name)
	}
	last := p.reply(p.findPost(p.byCat.Opening), p.mo, "mowords")
	must(p.Visit(ctx, p.ann, p.byCat, 1))(t)
	p.clock.pass(VisitEnds + 1)
	long := p.findThread(p.byCat.ID)
	if n := must(p.NewIn(ctx, p.ann, long, thread))(t); n[long.ID] != 1 || n[thread.ID] != 2 {
		t.Errorf("new to ann: %v", n)
	}
	if pid, isNew, err := p.FirstNew(ctx, p.ann, long); err != nil || !isNew || pid != last.PID {
		t.Errorf("the first that is new to ann is %s, %v", pid, err)
	}
}

func TestQuotesOfThemAreFolded(t *testing.T) {
	p := newParted(t)
	read := func(by account.Account, post Post) string {
		living := must(p.Living(t.Context(), by, link, post.HTML))(t)
		living.Gone, living.Unseen = "gone", "out of sight"
		html := string(post.HTML.With(living))
		if folded := strings.Contains(html, "out of sight"); folded != living.Personal || folded && (strings.Contains(html, "annwords") || strings.Contains(html, "benwords")) {
			t.Errorf("%s reads %s, personal: %v", by.Name.Shown, html, living.Personal)
		}
		return html
	}
	for _, at := range []struct {
		who  string
		by   account.Account
		post Post
		sees bool
	}{
		{"ann", p.ann, p.quoteAnn, true}, {"ann", p.ann, p.quoteBen, false},
		{"ben", p.ben, p.quoteAnn, false}, {"ben", p.ben, p.quoteBen, true},
		{"cat", p.cat, p.quoteAnn, true}, {"mo", p.mo, p.quoteAnn, true}, {"a guest", guest, p.quoteBen, true},
	} {
		if html := read(at.by, at.post); strings.Contains(html, "words one") != at.sees {
			t.Errorf("%s reads a quote as %s", at.who, html)
		}
	}
}

// Kind words of theirs do not reach one either, and answering is refused to nobody.
func TestTheirKindWordsDoNotReach(t *testing.T) {
	p := newParted(t)
	ctx := t.Context()
	for _, by := range []account.Account{p.ben, p.cat} {
		if err := p.SendKindWord(ctx, by, p.ann2.PID, Thanks); err != nil {
			t.Fatal(err)
		}
	}
	if from := must(p.KindWordsTo(ctx, p.ann, p.ann2.PID))(t); len(from) != 1 || from[0].By.ID != p.cat.Name.ID {
		t.Errorf("ann is told of %+v", from)
	}
	answer := p.reply(p.ann1, p.ben, "benwords again")
	if _, r, err := p.Post(ctx, p.ann, answer.PID); err != nil || r.Apart != account.Mine {
		t.Errorf("ann sees the answer: %+v, %v", r, err)
	}
}
