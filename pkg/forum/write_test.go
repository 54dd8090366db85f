package forum

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// open opens a thread as a page would.
func (v *village) open(board BoardID, by account.Account, form NewThread) Thread {
	v.t.Helper()
	v.clock.pass(time.Minute)
	if form.Title == "" {
		form.Title = "First chemo on Thursday"
	}
	if form.Words == "" {
		form.Words = "What do you wish you had known?"
	}
	return must(v.Open(v.t.Context(), by, board, form))(v.t)
}

// reply answers as a page would.
func (v *village) reply(to Post, by account.Account, words string) Post {
	v.t.Helper()
	v.clock.pass(time.Minute)
	return must(v.Reply(v.t.Context(), by, to.PID, NewReply{Words: words}))(v.t)
}

func (v *village) opening(t Thread) Post { return v.findPost(t.Opening) }

func TestOpenAndReply(t *testing.T) {
	v := newVillage(t)
	board := v.board("chemo", Public)
	thread := v.open(board, v.ann, NewThread{Title: " First  chemo ", Words: "**Hello**", Wish: Shared, Note: "needles"})
	if thread.Title != "First chemo" || thread.Wish != Shared || thread.Audience != Public || thread.OpenedBy.Shown != "ann" || !thread.Waiting() {
		t.Errorf("the thread is %+v", thread)
	}
	opening := v.opening(thread)
	if opening.Source != "**Hello**" || opening.Note != "needles" || !opening.Opening() || opening.Depth != 0 || opening.Seq != 1 || opening.Root != 0 {
		t.Errorf("its opening is %d %q depth %d seq %d", opening.ID, opening.Source, opening.Depth, opening.Seq)
	}
	one := v.reply(opening, v.ben, "one")
	two := v.reply(one, v.ann, "two")
	three := v.reply(two, v.cat, "three")
	for i, p := range []Post{one, two, three} {
		if p.Depth != i+1 || p.Root != one.ID || p.Seq != int64(i+2) {
			t.Errorf("reply %d: depth %d root %d seq %d", i+1, p.Depth, p.Root, p.Seq)
		}
	}
	thread = v.findThread(thread.ID)
	if thread.Replies != 3 || thread.Others != 2 || !thread.LastAt.Equal(three.WrittenAt) || thread.LastSeq != 4 || thread.Waiting() {
		t.Errorf("replies %d others %d last %v seq %d", thread.Replies, thread.Others, thread.LastAt, thread.LastSeq)
	}
	if p := v.findPost(one.ID); p.Children != 1 || p.Descendants != 2 {
		t.Errorf("one has %d children and %d under it", p.Children, p.Descendants)
	}
}

func TestAThreadIsNeverWiderThanItsBoard(t *testing.T) {
	v := newVillage(t)
	for _, c := range []struct{ board, asked, want Audience }{
		{Public, "", Public}, {Public, Public, Public}, {Public, Members, Members},
		{Members, "", Members}, {Members, Public, Members}, {Members, Members, Members},
	} {
		board := v.board(string(c.board)+string(c.asked), c.board)
		if got := v.open(board, v.ann, NewThread{Audience: c.asked}).Audience; got != c.want {
			t.Errorf("a board for %s, asked for %q: got %s", c.board, c.asked, got)
		}
	}
}

func TestWhoMayWrite(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	newcomer := v.settle("newcomer", account.Member)
	newcomer.Step = account.New
	open := func(board BoardID, by account.Account) error {
		_, err := v.Open(ctx, by, board, NewThread{Title: "A", Words: "b"})
		return err
	}
	set := func(board BoardID, column, value string) {
		v.tx(func(tx *db.Tx) error {
			_, err := tx.Exec(ctx, `UPDATE board SET `+column+` = `+value+` WHERE id = $1`, board)
			return err
		})
	}
	all, steady, few, shut := v.board("all", Public), v.board("steady", Public), v.board("few", Public), v.board("shut", Public)
	set(steady, "opens", "'steady'")
	set(few, "opens", "'moderators'")
	thread := v.open(shut, v.ann, NewThread{})
	set(shut, "archived_at", "1")
	for _, c := range []struct {
		what string
		err  error
		want fault.Kind
	}{
		{"a guest opens", open(all, guest), fault.SignIn},
		{"a newcomer opens", open(all, newcomer), fault.Internal},
		{"a newcomer opens among the steady", open(steady, newcomer), fault.Forbidden},
		{"ann opens among the steady", open(steady, v.ann), fault.Internal},
		{"ann opens where moderators do", open(few, v.ann), fault.Forbidden},
		{"mo opens where moderators do", open(few, v.mo), fault.Internal},
		{"mo opens on an archived board", open(shut, v.mo), fault.Forbidden},
		{"ann opens on no board", open(404, v.ann), fault.NotFound},
	} {
		want(t, c.what, c.err, c.want)
	}
	opening := v.opening(thread)
	reply := func(by account.Account) error {
		_, err := v.Reply(ctx, by, opening.PID, NewReply{Words: "hello"})
		return err
	}
	want(t, "a guest replies", reply(guest), fault.SignIn)
	want(t, "ben replies on an archived board", reply(v.ben), fault.Internal)
	v.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE thread SET locked_at = 1 WHERE id = $1`, thread.ID)
		return err
	})
	want(t, "ben replies in a locked thread", reply(v.ben), fault.Forbidden)
	want(t, "mo replies in a locked thread", reply(v.mo), fault.Internal)
	v.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE thread SET locked_at = NULL WHERE id = $1`, thread.ID)
		return err
	})
	if err := v.TakeBack(ctx, v.ann, opening.PID); err != nil {
		t.Fatal(err)
	}
	want(t, "ben answers what was taken back", reply(v.ben), fault.Gone)
}

func TestFormsThatNeedAnotherLook(t *testing.T) {
	v := newVillage(t)
	board := v.board("chemo", Public)
	long := strings.Repeat("a", 10_001)
	today := account.DayOf(v.clock.now())
	for _, c := range []struct {
		field string
		form  NewThread
	}{
		{"title", NewThread{Words: "b"}},
		{"title", NewThread{Title: strings.Repeat("a", 121), Words: "b"}},
		{"words", NewThread{Title: "a", Words: " \n "}},
		{"words", NewThread{Title: "a", Words: long}},
		{"wish", NewThread{Title: "a", Words: "b", Wish: "likes"}},
		{"note", NewThread{Title: "a", Words: "b", Note: long[:MaxNote+1]}},
		{"ask_on", NewThread{Title: "a", Words: "b", AskOn: today}},
		{"ask_on", NewThread{Title: "a", Words: "b", AskOn: today + 1000}},
	} {
		_, err := v.Open(t.Context(), v.ann, board, c.form)
		if f := fault.Of(err); f.Field != c.field {
			t.Errorf("want a fault of field %s, got %v", c.field, err)
		}
	}
	opening := v.opening(v.open(board, v.ann, NewThread{AskOn: today + 14}))
	for _, c := range []struct {
		field string
		form  NewReply
	}{
		{"words", NewReply{}},
		{"know", NewReply{Words: "a", Know: "doctor"}},
		{"link", NewReply{Words: "a", Know: Read, Link: "javascript:alert(1)"}},
		{"link", NewReply{Words: "a", Know: Read, Link: "https://user@example.org/"}},
	} {
		_, err := v.Reply(t.Context(), v.ben, opening.PID, c.form)
		if f := fault.Of(err); f.Field != c.field {
			t.Errorf("want a fault of field %s, got %v", c.field, err)
		}
	}
}

func TestHowDoYouKnowIsForMedicalBoards(t *testing.T) {
	v := newVillage(t)
	medical, personal := v.board("chemo", Public), v.board("feelings", Public)
	v.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `UPDATE board SET category = 'personal' WHERE id = $1`, personal)
		return err
	})
	for _, c := range []struct {
		board BoardID
		form  NewReply
		know  Know
		link  string
	}{
		{medical, NewReply{Know: Lived, Link: "https://example.org/"}, Lived, ""},
		{medical, NewReply{Know: Read, Link: "https://example.org/"}, Read, "https://example.org/"},
		{personal, NewReply{Know: Lived}, NoKnow, ""},
	} {
		c.form.Words = "words"
		p := must(v.Reply(t.Context(), v.ben, v.opening(v.open(c.board, v.ann, NewThread{})).PID, c.form))(t)
		if p.Know != c.know || p.KnowLink != c.link {
			t.Errorf("%+v: got %q %q", c.form, p.Know, p.KnowLink)
		}
	}
}

func TestSentTwicePostedOnce(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemo", Public)
	first := must(v.Open(ctx, v.ann, board, NewThread{Key: "k", Title: "a", Words: "b", Name: "Quiet Heron"}))(t)
	again := must(v.Open(ctx, v.ann, board, NewThread{Key: "k", Title: "a", Words: "b", Name: "Quiet Heron"}))(t)
	if first.ID != again.ID {
		t.Error("the second send opened another thread")
	}
	if other := must(v.Open(ctx, v.ben, board, NewThread{Key: "k", Title: "a", Words: "b"}))(t); other.ID == first.ID {
		t.Error("somebody else's form led to ann's thread")
	}
	opening := v.opening(first)
	var sent sync.WaitGroup
	pids := make([]string, 16)
	for i := range pids {
		sent.Go(func() {
			p, err := v.Reply(ctx, v.ben, opening.PID, NewReply{Key: "r", Words: "hello"})
			if err != nil {
				t.Error(err)
			}
			pids[i] = p.PID
		})
	}
	sent.Wait()
	for _, pid := range pids {
		if pid != pids[0] {
			t.Errorf("one form became %s and %s", pids[0], pid)
		}
	}
	if n := v.findThread(first.ID).Replies; n != 1 {
		t.Errorf("one form became %d replies", n)
	}
}

func TestAFreshNameForOneThread(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemo", Public)
	thread := v.open(board, v.ann, NewThread{Name: "Quiet Heron"})
	if thread.OpenedBy.Shown != "Quiet Heron" || !thread.OpenedBy.OneThread() || thread.OpenedBy.Role != "" {
		t.Errorf("opened by %+v", thread.OpenedBy)
	}
	opening := v.opening(thread)
	if p := v.reply(opening, v.ann, "me again"); p.By.ID != thread.OpenedBy.ID {
		t.Errorf("ann answers as %s", p.By.Shown)
	}
	if may := must(v.MayBeFresh(ctx, v.ben, thread))(t); !may {
		t.Error("ben, who is new here, may not be fresh")
	}
	p := must(v.Reply(ctx, v.ben, opening.PID, NewReply{Words: "hello", Name: "Copper Kettle"}))(t)
	if p.By.Shown != "Copper Kettle" {
		t.Errorf("ben answers as %s", p.By.Shown)
	}
	if may := must(v.MayBeFresh(ctx, v.ben, thread))(t); may {
		t.Error("ben may be fresh twice")
	}
	v.reply(opening, v.cat, "as cat")
	_, err := v.Reply(ctx, v.cat, opening.PID, NewReply{Words: "as another", Name: "Lantern Moss"})
	if fault.Of(err).Key != "fault.name_too_late" {
		t.Errorf("cat, who has written here as cat, took a fresh name: %v", err)
	}
	if n := v.count(`SELECT count(*) FROM name WHERE shown = 'Lantern Moss'`); n != 0 {
		t.Error("and the name is used up")
	}
}
