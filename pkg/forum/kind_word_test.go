package forum

import (
	"sync"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

func TestKindWord(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.thread(v.board("chemotherapy", Members), v.ann, v.ben)
	opening := v.findPost(thread.Opening)
	for _, step := range []struct {
		by                     account.Account
		kind                   KindWord
		thinking, same, thanks int
	}{
		{v.ben, Thinking, 1, 0, 0},
		{v.ben, Thinking, 1, 0, 0}, // sent twice
		{v.cat, Thinking, 2, 0, 0},
		{v.ben, Thanks, 1, 0, 1}, // changed
		{v.cat, NoKindWord, 0, 0, 1},
		{v.cat, NoKindWord, 0, 0, 1},
		{v.mo, Same, 0, 1, 1},
	} {
		before := v.findThread(thread.ID).Version
		if err := v.SendKindWord(ctx, step.by, opening.PID, step.kind); err != nil {
			t.Fatal(err)
		}
		p := v.findPost(opening.ID)
		if p.Thinking != step.thinking || p.Same != step.same || p.Thanks != step.thanks {
			t.Errorf("after %+v: %d, %d, %d", step, p.Thinking, p.Same, p.Thanks)
		}
		if changed := p.Version != opening.Version; changed != (v.findThread(thread.ID).Version != before) {
			t.Error("the post and its thread changed apart")
		}
		opening = p
	}
	from := must(v.KindWordsTo(ctx, v.ann, opening.PID))(t)
	if len(from) != 2 || from[0].By.Shown != "mo" || from[0].Kind != Same || from[1].By.ID != v.ben.Name.ID {
		t.Errorf("ann sees %+v", from)
	}
	for _, by := range []account.Account{v.ben, v.mo, v.ola, guest} {
		_, err := v.KindWordsTo(ctx, by, opening.PID)
		want(t, "another looks who sent them", err, fault.NotFound)
	}
	mine := must(v.MyKindWords(ctx, v.ben, thread, opening.ID))(t)
	if len(mine) != 1 || mine[opening.ID] != Thanks {
		t.Errorf("ben has sent %v", mine)
	}
}

func TestKindWordFaults(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Members)
	thread := v.thread(board, v.ann, v.ben)
	opening := v.findPost(thread.Opening)
	name := v.fresh(v.ann, thread.ID, "Grey Umbrella")
	hers := v.post(thread.ID, opening.ID, name)
	gone := v.post(thread.ID, opening.ID, v.ben.Name)
	v.tx(func(tx *db.Tx) error {
		return v.takeDown(ctx, tx, v.findThread(thread.ID), gone, ByAuthor, "", v.now())
	})
	for _, test := range []struct {
		what string
		by   account.Account
		pid  string
		kind KindWord
		want fault.Kind
	}{
		{"a guest, where only members read", guest, opening.PID, Thanks, fault.NotFound},
		{"to her own words", v.ann, opening.PID, Thanks, fault.Forbidden},
		{"to her own words under another name", v.ann, hers.PID, Thanks, fault.Forbidden},
		{"to what is gone", v.cat, gone.PID, Thanks, fault.Gone},
		{"to nothing", v.cat, "nothing", Thanks, fault.NotFound},
		{"an unkind word", v.cat, opening.PID, "boo", fault.Invalid},
		{"to a name for one thread", v.cat, hers.PID, Thanks, fault.Internal},
	} {
		want(t, test.what, v.SendKindWord(ctx, test.by, test.pid, test.kind), test.want)
	}
	public := v.findPost(v.thread(v.board("introductions", Public), v.ann).Opening)
	want(t, "a guest", v.SendKindWord(ctx, guest, public.PID, Thanks), fault.SignIn)
}

// A kind word in a thread belongs to the name that its sender has there.
func TestKindWordUnderANameForOneThread(t *testing.T) {
	v := newVillage(t)
	thread := v.thread(v.board("chemotherapy", Members), v.ben)
	opening := v.findPost(thread.Opening)
	name := v.fresh(v.ann, thread.ID, "Grey Umbrella")
	want(t, "send", v.SendKindWord(t.Context(), v.ann, opening.PID, Same), fault.Internal)
	from := must(v.KindWordsTo(t.Context(), v.ben, opening.PID))(t)
	if len(from) != 1 || from[0].By.ID != name.ID {
		t.Errorf("sent by %+v", from)
	}
}

func TestManyKindWordsAtOnce(t *testing.T) {
	v := newVillage(t)
	opening := v.findPost(v.thread(v.board("chemotherapy", Members), v.ann).Opening)
	var crowd sync.WaitGroup
	for _, by := range []account.Account{v.ben, v.cat, v.mo, v.ola} {
		for _, kind := range []KindWord{Thinking, Same, Thanks, Thanks} {
			crowd.Go(func() {
				if err := v.SendKindWord(t.Context(), by, opening.PID, kind); err != nil {
					t.Error(err)
				}
			})
		}
	}
	crowd.Wait()
	if p := v.findPost(opening.ID); p.KindWords() != 4 || v.count(`SELECT count(*) FROM kind_word`) != 4 {
		t.Errorf("four people sent %d", p.KindWords())
	}
}
