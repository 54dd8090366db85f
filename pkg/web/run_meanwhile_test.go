package web

import (
	"net/http"
	"testing"

	"github.com/kindword/kindword/pkg/account"
)

// Two operators have the same form open. The second to save is told so, keeps what
// they typed, sees what the first set, and may then put theirs in its place.
func TestTwoOperatorsAtOnce(t *testing.T) {
	w := newTown(t)
	w.settle("oda", account.Operator)
	site := w.serve()
	for _, form := range []struct{ path, field, other string }{
		{"/run/site", "run_by", "contact"},
		{"/run/board/chemotherapy", "purpose", "safety"},
	} {
		ola, oda := w.visit(site, "ola"), w.visit(site, "oda")
		ola.goTo(form.path)
		oda.goTo(form.path)
		ola.press("Save", form.field, "What Ola set.")
		ola.wants("Saved.")
		oda.press("Save", form.field, "What Oda typed.", form.other, "Also typed.")
		if oda.status != http.StatusConflict {
			t.Errorf("%s: %d for the second", form.path, oda.status)
		}
		oda.wants("Somebody else saved this while you had it open", "Somebody else set meanwhile: What Ola set.", "Somebody else set meanwhile: nothing")
		oda.holds(form.field, "What Oda typed.", form.other, "Also typed.")
		oda.press("Save")
		oda.wants("Saved.")
		oda.goTo(form.path)
		oda.holds(form.field, "What Oda typed.", form.other, "Also typed.")
	}
	// A board that only moved to another place is not another board.
	oda := w.visit(site, "oda")
	w.board("surgery", "Surgery", w.chemo.Category, w.chemo.Audience)
	oda.goTo("/run/board/chemotherapy")
	w.does("ola", "/run/boards", "Saved in the new order.", "board", "surgery", "do", "up")
	oda.press("Save", "purpose", "Another purpose.")
	oda.wants("Saved.")
}
