package forum

import (
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// What is said before a merge is what it then does.
func TestMergingSaysWhatMergeDoes(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	public, members := v.board("chemotherapy", Public), v.board("stories", Members)
	one, other, quiet := v.thread(public, v.ann, v.ben, v.cat), v.thread(public, v.ben, v.ann), v.thread(members, v.ann)
	gone := v.thread(public, v.ben)
	want(t, "take down", v.RemoveThread(ctx, v.mo, gone.PID, "double"), fault.Internal)
	pat := v.mo
	pat.Boards = []int64{int64(public)}

	m := must(v.Merging(ctx, v.mo, one.PID, other.PID))(t)
	if m.Posts != 3 || m.From.ID != one.ID || m.Into.ID != other.ID {
		t.Errorf("%+v", m)
	}
	for name, tc := range map[string]struct {
		by         account.Account
		from, into string
		kind       fault.Kind
		key        string
	}{
		"a guest":                 {guest, one.PID, other.PID, fault.NotFound, "fault.not_here"},
		"ann":                     {v.ann, one.PID, other.PID, fault.NotFound, "fault.not_here"},
		"into nothing":            {v.mo, one.PID, "nothing", fault.Invalid, "fault.merge_nothing"},
		"into another's board":    {pat, one.PID, quiet.PID, fault.Invalid, "fault.merge_not_yours"},
		"from another's board":    {pat, quiet.PID, one.PID, fault.NotFound, "fault.not_here"},
		"into itself":             {v.mo, one.PID, one.PID, fault.Invalid, "fault.merge_itself"},
		"what was written closed": {v.mo, quiet.PID, one.PID, fault.Invalid, "fault.merge_wider"},
		"into what is gone":       {v.mo, one.PID, gone.PID, fault.Conflict, "fault.merge_removed"},
	} {
		_, err := v.Merging(ctx, tc.by, tc.from, tc.into)
		if want(t, name, err, tc.kind); fault.Of(err).Key != tc.key {
			t.Errorf("%s: %v", name, err)
		}
		if fault.Is(err, fault.NotFound) && v.Merge(ctx, tc.by, tc.from, tc.into) == nil {
			t.Errorf("%s: it was merged all the same", name)
		}
	}
	before := v.findThread(other.ID).Replies
	want(t, "merge", v.Merge(ctx, v.mo, one.PID, other.PID), fault.Internal)
	if got := v.findThread(other.ID).Replies - before; got != m.Posts {
		t.Errorf("%d posts moved, and %d were promised", got, m.Posts)
	}
}

func TestBoardHolds(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	public, members := v.board("chemotherapy", Public), v.board("stories", Members)
	one, two := v.thread(public, v.ann), v.thread(public, v.ben)
	v.thread(members, v.ann)
	want(t, "pin", v.Pin(ctx, v.mo, one.PID), fault.Internal)
	want(t, "take down", v.RemoveThread(ctx, v.mo, two.PID, "double"), fault.Internal)
	for slug, holds := range map[string]BoardHolds{"chemotherapy": {1, 1, 1}, "stories": {1, 0, 0}} {
		if got := must(v.BoardHolds(ctx, v.ola, slug))(t); got != holds {
			t.Errorf("%s: %+v", slug, got)
		}
	}
	for _, by := range []account.Account{guest, v.ann, v.mo} {
		_, err := v.BoardHolds(ctx, by, "stories")
		want(t, by.Name.Shown, err, fault.NotFound)
	}
	acts := must(v.Acts(ctx, v.ola, 0))(t)
	if len(acts) != 2 || acts[0].Act != "thread.removed" || acts[0].By.Shown != v.mo.Name.Shown {
		t.Errorf("%+v", acts)
	}
	if older := must(v.Acts(ctx, v.ola, acts[0].ID))(t); len(older) != 1 || older[0].Act != "thread.pinned" {
		t.Errorf("%+v", older)
	}
}

// Who looks after some boards reads what was done on those; who looks after all
// reads everything; to others there is no record.
func TestWhoReadsTheRecord(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	here, there := v.board("chemotherapy", Public), v.board("stories", Members)
	one, two := v.thread(here, v.ann), v.thread(there, v.ben)
	reply := v.post(two.ID, two.Opening, v.ann.Name)
	want(t, "pin", v.Pin(ctx, v.mo, one.PID), fault.Internal)
	want(t, "lock", v.Lock(ctx, v.mo, two.PID, "heated"), fault.Internal)
	want(t, "take down", v.Remove(ctx, v.mo, reply.PID, "unkind"), fault.Internal)
	want(t, "label", v.SetLabels(ctx, v.mo, one.PID, nil), fault.Internal)
	want(t, "move", v.Move(ctx, v.mo, one.PID, "stories", ""), fault.Internal)
	want(t, "merge", v.Merge(ctx, v.mo, one.PID, two.PID), fault.Internal)
	must(v.AddLabel(ctx, v.ola, "money"))(t)
	of := func(boards ...BoardID) account.Account {
		by := v.mo
		for _, b := range boards {
			by.Boards = append(by.Boards, int64(b))
		}
		return by
	}
	for _, test := range []struct {
		who  string
		by   account.Account
		want string
	}{
		{"chemotherapy's", of(here), "thread.moved thread.labelled thread.pinned"},
		{"stories'", of(there), "thread.joined thread.merged post.removed thread.locked"},
		{"of both", of(there, here), "thread.joined thread.merged thread.moved thread.labelled post.removed thread.locked thread.pinned"},
		{"of all", v.mo, "label.added thread.joined thread.merged thread.moved thread.labelled post.removed thread.locked thread.pinned"},
		{"an operator", v.ola, "label.added thread.joined thread.merged thread.moved thread.labelled post.removed thread.locked thread.pinned"},
	} {
		var acts []string
		for _, a := range must(v.Acts(ctx, test.by, 0))(t) {
			acts = append(acts, a.Act)
		}
		if got := strings.Join(acts, " "); got != test.want {
			t.Errorf("%s: %s", test.who, got)
		}
	}
	unarmed := v.mo
	unarmed.SecondFactor = false
	for _, by := range []account.Account{guest, v.ann, unarmed} {
		_, err := v.Acts(ctx, by, 0)
		want(t, by.Name.Shown, err, fault.NotFound)
	}
}
