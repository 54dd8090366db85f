package db_test

import (
	"testing"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

func TestNewerDatabaseIsRefused(t *testing.T) {
	address, ctx := dbtest.Address(t), t.Context()
	d, err := db.OpenTest(ctx, address)
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
	if d, err := db.OpenTest(ctx, address); err == nil {
		d.Close()
		t.Error("a database newer than this Kindword was opened")
	} else {
		t.Log(err)
	}
}
