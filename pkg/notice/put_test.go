package notice

import (
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// A name is told of one thing once, and whoever left is told nothing.
func TestPutIn(t *testing.T) {
	w := newTown(t)
	w.put(w.Ann.Name.ID, "decision one")
	w.put(w.Ann.Name.ID, "decision one")
	w.put(w.Ann.Name.ID, "decision two")
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `UPDATE name SET state = 'former', account = NULL WHERE id = $1`, w.Ben.Name.ID)
		return err
	})
	w.put(w.Ben.Name.ID, "decision one")
	w.put(account.NameID(1), "decision one")
	if n := must(db.One(t.Context(), w.db, db.Value[int64], `SELECT COUNT(*) FROM notice`))(t); n != 2 {
		t.Errorf("%d notices, want 2", n)
	}
	for what, n := range map[string]Notice{
		"no kind":  {Name: w.Ann.Name.ID, About: "x", At: w.clock},
		"no about": {Name: w.Ann.Name.ID, Kind: Decided, At: w.clock},
		"no time":  {Name: w.Ann.Name.ID, Kind: Decided, About: "x"},
	} {
		if err := w.db.Tx(t.Context(), func(tx *db.Tx) error { return PutIn(t.Context(), tx, n) }); err == nil {
			t.Errorf("%s: it was put", what)
		}
	}
}
