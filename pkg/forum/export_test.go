package forum

import (
	"encoding/json"
	"strings"
	"testing"
)

// Whoever asks for their words gets every one of them, under each of their names,
// and none of anybody else's.
func TestExport(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	v.sing(t)
	thread := v.thread(v.board("radiotherapy", Public), v.ben)
	must(v.Reply(ctx, v.ann, v.findPost(thread.Opening).PID, NewReply{Words: "thank you @ben"}))(t)
	all := must(v.Export(ctx, v.ann))(t)
	raw := string(must(json.Marshal(all))(t))
	for _, where := range []string{"title-2", "title-1", "title-3", "title-4", "title-5", "opening", "changed", "note-2", "note-3", "short", "ending", "reply", "link",
		"taken-back", "taken-down", "merged", "removed", "masked", "draft", "draft-2"} {
		if !strings.Contains(raw, `"`+canary(where)+`"`) && !strings.Contains(raw, `/`+canary(where)+`"`) {
			t.Errorf("her %s is not in it", where)
		}
	}
	for _, theirs := range []string{"ben answers", "words 1", `"name":"ben"`} {
		if strings.Contains(raw, theirs) {
			t.Errorf("it holds %q, which is another's", theirs)
		}
	}
	if !strings.Contains(raw, "thank you @ben") {
		t.Error("she mentioned ben, and it says so in a way that nobody can read")
	}
	if len(all) != 2 || all[0].Address != v.ann.Name.PID || !all[1].OneThread || len(all[0].KindWords) != 1 || len(all[0].Acts) != 1 || len(all[0].Threads) != 3 {
		t.Errorf("%d names: %s", len(all), raw)
	}
	if none := must(v.Export(ctx, guest))(t); len(none) != 0 {
		t.Error("a guest has written something")
	}

	// What an operator has to say of one name leads to no other.
	for id, other := range map[string]string{all[0].Address: canary("masked"), all[1].Address: canary("opening")} {
		for _, name := range must(v.accounts.NamesOf(ctx, v.db, v.ann.ID))(t) {
			if name.PID != id {
				continue
			}
			held := string(must(json.Marshal(must(v.Disclose(ctx, name))(t)))(t))
			if strings.Contains(held, other) {
				t.Errorf("what is held about %s leads to another name", id)
			}
		}
	}
}
