package moderation

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
)

// What somebody said at the desk's doors, and what they were told there, is theirs to
// take along: nobody else's flag, nor what was never told them.
func TestWrittenAtTheDesk(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	bens := w.answers(w.Ben, w.opens(w.Dan, "Words", ""), "Some words")
	must(w.Flag(ctx, w.Ann, Target{OnPost, bens.PID}, ConductDoor, Other, "This is ann's own."))(t)
	must(w.Flag(ctx, w.Ann, Target{OnName, bens.By.PID}, CareDoor, Worried, "I worry about ben."))(t)

	lamp := w.post(w.opens(w.Ann, "Words under a mask", "Night Heron").Opening)
	must(w.Flag(ctx, w.Ben, Target{OnPost, lamp.PID}, ConductDoor, Unkind, "This is ben's."))(t)
	c := must(w.Case(ctx, w.Mo, w.caseOf(lamp.PID)))(t)
	form := choose(c, Remove)
	form.Message = "A letter to the heron."
	x := w.decides(w.Mo, c, form)
	w.must(w.Appeal(ctx, w.Ann, x.PID, "Look again, says the heron."))

	own := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Words of her own")
	for _, ends := range []func(pid string, version int64){
		func(pid string, _ int64) { must(w.Undo(ctx, w.Mo, pid))(t) },
		func(pid string, version int64) { must(w.Second(ctx, w.May, pid, version, false))(t) },
		func(string, int64) {}, // it waits
	} {
		if w.count(`SELECT COUNT(*) FROM flag_case c JOIN post p ON p.id = c.target WHERE p.pid = $1 AND c.state = 'open'`, own.PID) == 0 {
			must(w.Flag(ctx, w.Ben, Target{OnPost, own.PID}, ConductDoor, Unkind, ""))(t)
		}
		c := must(w.Case(ctx, w.Mo, w.caseOf(own.PID)))(t)
		ban := choose(c, Ban)
		ban.Message = "A letter that never went."
		x := w.decides(w.Mo, c, ban)
		ends(x.PID, must(w.Case(ctx, w.Mo, c.PID))(t).Version)
	}

	all := must(w.Export(ctx, w.Ann))(t)
	if len(all) != 2 || len(all[0].Flags) != 2 || len(all[0].Decided) != 0 || len(all[1].Decided) != 1 || all[1].Decided[0].Appeal == nil {
		t.Fatalf("%+v", all)
	}
	for who, tc := range map[string]struct {
		of          any
		has, hasNot []string
	}{
		"all of ann's": {all, []string{"ann's own", "I worry about ben", "letter to the heron", "Look again", `"verdict":"remove"`, lamp.PID, bens.PID},
			[]string{"This is ben's", "never went"}},
		"ann's own name": {must(w.Disclose(ctx, w.Ann.Name))(t), []string{"ann's own"}, []string{"heron", "Heron"}},
		"the heron":      {must(w.Disclose(ctx, lamp.By))(t), []string{"letter to the heron"}, []string{"ann's own", w.Ann.Name.Shown}},
		"ben":            {must(w.Export(ctx, w.Ben))(t), []string{"This is ben's"}, []string{"ann's own", "I worry"}},
	} {
		said := string(must(json.Marshal(tc.of))(t))
		for _, part := range tc.has {
			if !strings.Contains(said, part) {
				t.Errorf("%s lacks %q: %s", who, part, said)
			}
		}
		for _, part := range tc.hasNot {
			if strings.Contains(said, part) {
				t.Errorf("%s holds %q: %s", who, part, said)
			}
		}
	}
	if none := must(w.Export(ctx, account.Account{}))(t); len(none) != 0 {
		t.Errorf("a guest takes along %+v", none)
	}
}

// caseOf returns the open case about conduct in a post.
func (w *town) caseOf(post string) string {
	w.t.Helper()
	for _, c := range must(w.Desk.Queue(w.t.Context(), w.Mo, InFlagged, Filter{}, ""))(w.t).Cases {
		if whole := must(w.Case(w.t.Context(), w.Mo, c.PID))(w.t); whole.Post.PID == post {
			return c.PID
		}
	}
	w.t.Fatalf("no case is open about %s", post)
	return ""
}
