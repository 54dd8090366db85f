package moderation

import (
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/forum"
)

// The numbers are counted by hand beside what they say.
func TestNumbers(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	soon := w.opens(w.Ann, "Answered within the hour.", "")
	late := w.opens(w.Ann, "Answered after two days.", "")
	w.opens(w.Ann, "Answered by nobody but its author.", "")
	told := w.opens(w.Ann, "Hopes for no answer.", "")
	w.must(w.forum.SetWish(ctx, w.Ann, told.PID, forum.Telling))
	w.pass(time.Hour)
	post := w.answers(w.Ben, soon, "Me too.")
	w.flag(w.Cat, post)
	w.pass(30 * time.Minute)
	c := w.first(InFlagged)
	w.pass(30 * time.Minute)
	made := w.decides(w.Mo, c, choose(c, Remove))
	must(w.Undo(ctx, w.Mo, made.PID))(t)
	w.pass(30 * time.Minute)
	again := w.first(InFlagged)
	w.decides(w.Mo, again, choose(again, Keep))
	w.pass(45*time.Hour + 30*time.Minute)
	w.answers(w.Ben, late, "Only now.")

	n := must(w.Numbers(ctx, w.Mo))(t)
	this := n.Weeks[0]
	if this.Opened != 3 || this.Soon != 1 || this.FirstReply != (time.Hour+48*time.Hour)/2 {
		t.Errorf("threads: %d opened, %d soon, %v; want 3, 1, 24h30m", this.Opened, this.Soon, this.FirstReply)
	}
	if this.FirstLook != 30*time.Minute || this.Decided != 90*time.Minute || this.Decisions != 2 || this.Undone != 1 || this.Granted != 0 {
		t.Errorf("cases: %+v", this)
	}
	if len(n.Loads) != 1 || n.Loads[0].Name.ID != w.Mo.Name.ID || n.Loads[0].Decisions != 2 {
		t.Errorf("what mo sees of loads: %+v", n.Loads)
	}
	if may := must(w.Numbers(ctx, w.May))(t); len(may.Loads) != 0 {
		t.Errorf("may sees another's load: %+v", may.Loads)
	}
	if all := must(w.Numbers(ctx, w.Ola))(t); len(all.Loads) != 1 {
		t.Errorf("an operator sees %+v", all.Loads)
	}
	w.pass(8 * 24 * time.Hour)
	if n := must(w.Numbers(ctx, w.Mo))(t); n.Weeks[0].Opened != 0 || n.Weeks[1].Opened != 3 {
		t.Errorf("a week later: %+v", n.Weeks[:2])
	}
	_, err := w.Numbers(ctx, w.Ann)
	want(t, "a member's", err, "fault.not_here")
}
