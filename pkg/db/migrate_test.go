package db_test

import (
	"context"
	"sync"
	"testing"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

func openAndClose(ctx context.Context, address string) error {
	d, err := db.Open(ctx, address)
	if err != nil {
		return err
	}
	return d.Close()
}

// Several processes start at once on an empty database; each finds it ready, and
// every migration ran once.
func TestStartTogether(t *testing.T) {
	address := dbtest.Address(t)
	var crowd sync.WaitGroup
	for range 6 {
		crowd.Go(func() {
			if err := child(t, "open", address).Run(); err != nil {
				t.Error(err)
			}
		})
	}
	crowd.Wait()
	d, err := db.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	twice, err := db.All(t.Context(), d, db.Value[int], `SELECT version_id FROM migration GROUP BY version_id HAVING count(*) > 1`)
	if err != nil || len(twice) > 0 {
		t.Errorf("migrations %v ran more than once, %v", twice, err)
	}
}

func TestNewerDatabaseIsRefused(t *testing.T) {
	address, ctx := dbtest.Address(t), t.Context()
	d, err := db.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Tx(ctx, func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO migration (version_id, is_applied) VALUES (9999, $1)`, true)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	d.Close()
	if d, err := db.Open(ctx, address); err == nil {
		d.Close()
		t.Error("a database newer than this Kindword was opened")
	} else {
		t.Log(err)
	}
}
