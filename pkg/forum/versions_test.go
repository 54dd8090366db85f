package forum

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

func TestAVersionIsRaisedBeforeWhoeverWroteIsAnswered(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.open(v.board("chemo", Public), v.ann, NewThread{})
	opening := v.opening(thread)
	if _, ok := v.Version(thread.PID); ok {
		t.Error("a thread that nobody has read has a card")
	}
	must(v.Thread(ctx, guest, thread.PID))(t)
	first, ok := v.Version(thread.PID)
	if !ok || first.Version != thread.Version || !SeesCard(guest, first) {
		t.Fatalf("the card is %+v", first)
	}
	p := v.reply(opening, v.ben, "hello")
	last := first.Version
	for what, do := range map[string]func() error{
		"reply":     func() error { _, err := v.Reply(ctx, v.ben, opening.PID, NewReply{Words: "more"}); return err },
		"edit":      func() error { _, err := v.Edit(ctx, v.ben, p.PID, Change{Revision: 1, Words: "other"}); return err },
		"take back": func() error { return v.TakeBack(ctx, v.ann, opening.PID) },
		"put back":  func() error { return v.PutBack(ctx, v.ann, opening.PID) },
	} {
		if what == "put back" {
			want(t, "first take back", v.TakeBack(ctx, v.ann, opening.PID), fault.Internal)
		}
		want(t, what, do(), fault.Internal)
		now, _ := v.Version(thread.PID)
		if found := v.findThread(thread.ID); now.Version <= last || now.Version != found.Version {
			t.Errorf("%s: the card says %d, it was %d and is %d", what, now.Version, last, found.Version)
		}
		last = now.Version
	}
}

// forget empties the memory, as time would.
func (v *versions) forget() {
	v.mu.Lock()
	defer v.mu.Unlock()
	clear(v.young)
	clear(v.old)
}

// TestACardIsNeverOlderThanAnAnswer has readers fill an empty memory while others
// write: what was read before somebody wrote must not be kept after.
func TestACardIsNeverOlderThanAnAnswer(t *testing.T) {
	v := newVillage(t)
	ctx := context.WithoutCancel(t.Context())
	thread := v.open(v.board("chemo", Public), v.ann, NewThread{})
	opening := v.opening(thread)
	var answered atomic.Int64
	var writers, readers sync.WaitGroup
	done := make(chan struct{})
	for range 4 {
		writers.Go(func() {
			for range 25 {
				must(v.Reply(ctx, v.ben, opening.PID, NewReply{Words: "hello"}))(t)
				answered.Add(1)
			}
		})
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				must(v.Thread(ctx, guest, thread.PID))(t)
				least := thread.Version + answered.Load()
				if card, ok := v.Version(thread.PID); ok && card.Version < least {
					t.Errorf("the card says %d after %d was answered for", card.Version, least)
				}
				v.current.forget()
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
}

func TestWhatWasReadBeforeAWriteIsNotKept(t *testing.T) {
	v := newVillage(t)
	thread := v.open(v.board("chemo", Public), v.ann, NewThread{})
	ticket := v.current.ticket(thread.PID)
	v.reply(v.opening(thread), v.ben, "hello")
	v.current.keep(ticket, thread)
	if card, ok := v.Version(thread.PID); ok {
		t.Errorf("the card says %d", card.Version)
	}
}

func TestListVersionsTellGuestsNothingOfMembers(t *testing.T) {
	v := newVillage(t)
	board, other := v.board("chemo", Public), v.board("other", Public)
	thread := v.open(board, v.ann, NewThread{Audience: Members})
	opening := v.opening(thread)
	all, here, there := v.ListVersion(guest, 0), v.ListVersion(guest, board), v.ListVersion(guest, other)
	mine, theirs := v.ListVersion(v.ben, board), v.ListVersion(v.ben, other)
	v.reply(opening, v.cat, "hello")
	if v.ListVersion(guest, 0) != all || v.ListVersion(guest, board) != here || v.ListVersion(guest, other) != there {
		t.Error("a guest can tell that members talk")
	}
	if v.ListVersion(v.ben, board) <= mine || v.ListVersion(v.ben, other) != theirs {
		t.Error("a member's list has no new version, or another board's has")
	}
	v.reply(v.opening(v.open(board, v.ann, NewThread{})), v.cat, "hello")
	if v.ListVersion(guest, 0) <= all || v.ListVersion(guest, board) <= here || v.ListVersion(guest, other) != there {
		t.Error("a guest's list has no new version")
	}
}

func TestCardsAreBounded(t *testing.T) {
	v := newVersions(time.Now())
	for range 3 * maxCards {
		v.keep(0, Thread{PID: seal.PublicID(), Version: 1})
	}
	if n := len(v.young) + len(v.old); n > 2*maxCards {
		t.Errorf("%d cards", n)
	}
}
