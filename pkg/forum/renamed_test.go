package forum

import (
	"context"
	"testing"

	"github.com/kindword/kindword/pkg/account"
)

// What is remembered of a thread goes when a name in it, or the role beside it, is
// another; and only then.
func TestAnotherNameIsShownEverywhere(t *testing.T) {
	v := newVillage(t)
	thread := v.thread(v.board("open", Public), v.ann, v.ben)
	other := v.thread(v.board("closed", Members), v.ann)
	for name, change := range map[string]func(context.Context) error{
		"renamed": func(ctx context.Context) error { return v.Renamed(ctx, account.Renamed{Name: v.ben.Name.ID}) },
		"trusted": func(ctx context.Context) error {
			return v.RoleChanged(ctx, account.RoleChanged{Name: v.ben.Name.ID, Is: account.Moderator})
		},
	} {
		before, elsewhere := v.findThread(thread.ID).Version, v.findThread(other.ID).Version
		if err := change(t.Context()); err != nil {
			t.Fatal(err)
		}
		if v.findThread(thread.ID).Version == before {
			t.Errorf("%s: the thread with the name keeps its old pages", name)
		}
		if v.findThread(other.ID).Version != elsewhere {
			t.Errorf("%s: a thread without the name was made anew", name)
		}
	}
}
