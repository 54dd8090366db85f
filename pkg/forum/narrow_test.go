package forum

import (
	"testing"

	"github.com/kindword/kindword/pkg/fault"
)

// Whoever opened a thread may keep it for members; nobody else may, and nothing
// opens it again.
func TestNarrow(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	thread := v.open(v.board("chemo", Public), v.ann, NewThread{})
	v.board("open", Public)
	before, members := v.ListVersion(guest, 0), v.ListVersion(v.ben, thread.Board)
	want(t, "ben", v.Narrow(ctx, v.ben, thread.PID), fault.Forbidden)
	want(t, "mo", v.Narrow(ctx, v.mo, thread.PID), fault.Forbidden)
	want(t, "a guest", v.Narrow(ctx, guest, thread.PID), fault.SignIn)
	for range 2 {
		want(t, "ann", v.Narrow(ctx, v.ann, thread.PID), fault.Internal)
	}
	_, err := v.Thread(ctx, guest, thread.PID)
	want(t, "a guest reads it", err, fault.NotFound)
	must(v.Thread(ctx, v.ben, thread.PID))(t)
	if v.ListVersion(guest, 0) == before || v.ListVersion(v.ben, thread.Board) == members {
		t.Error("lists that were made before would be shown again")
	}
	want(t, "moved to an open board", v.Move(ctx, v.mo, thread.PID, "open", ""), fault.Internal)
	_, err = v.Thread(ctx, guest, thread.PID)
	want(t, "a guest reads it there", err, fault.NotFound)
}
