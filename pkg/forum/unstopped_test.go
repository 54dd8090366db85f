package forum

import (
	"context"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/site"
)

// With every kind of filter, a storm in which newcomers only read, the trap, the clock
// and a moderator who wants to see their posts first: somebody in danger is heard at
// once, and everybody else meets what was switched on.
func TestNothingStopsSomebodyInDanger(t *testing.T) {
	for _, does := range append([]screen.Does{""}, screen.AllDoes...) {
		v := newVillage(t)
		ctx := t.Context()
		of := must(site.Open(ctx, v.db, site.Defaults(), func(context.Context, *db.Tx, site.Actor, string, string) error { return nil }, v.clock.now))(t)
		s := must(screen.Open(ctx, v.db, of, v.keys, func(context.Context, *db.Tx, account.Account, string, string) error { return nil }, v.clock.now))(t)
		v.Forum = New(v.db, v.queue, v.accounts, v.keys, v.clock.now, WithScreen(s))
		bens := v.opening(v.thread(v.board("chemotherapy", Public), v.ben))
		if does == "" {
			if err := of.NewcomersRead(ctx, v.ola, 4); err != nil {
				t.Fatal(err)
			}
		} else if _, err := s.AddFilter(ctx, v.ola, screen.Filter{Pattern: "tonight", Does: does, Words: "Say it in other words."}); err != nil {
			t.Fatal(err)
		}
		ann := newcomer(v.ann)
		ann.Standing.HeldFirst = true
		p, err := v.Reply(ctx, ann, bens.PID, NewReply{Words: despair, Trap: true, Fast: true})
		if err != nil {
			t.Errorf("with %q on: %v", does, err)
			continue
		}
		if seen := v.findPost(p.ID); seen.Removed() || seen.Folded() {
			t.Errorf("with %q on, others do not see it", does)
		}
		_, err = v.Reply(ctx, newcomer(v.ann), bens.PID, NewReply{Words: "I will sleep at my sister’s tonight."})
		stopped := err != nil
		if want := does == "" || does == screen.DoesHold || does == screen.DoesRefuse; stopped != want || does == "" && !fault.Is(err, fault.TooOften) {
			t.Errorf("with %q on, ordinary words: %v", does, err)
		}
	}
}
