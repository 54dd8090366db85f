package db_test

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

// released are the product's own migrations whose name comes before last.
func released(t *testing.T, last string) fs.FS {
	t.Helper()
	own, all := os.DirFS("migrations"), fstest.MapFS{}
	names, err := fs.Glob(own, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if name >= last {
			break
		}
		text, err := fs.ReadFile(own, name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: text}
	}
	return all
}

// A record that was written before there was a chain is whole after the upgrade,
// is linked by the first start, and refuses change before and after.
func TestTheRecordIsLinkedAfterAnUpgrade(t *testing.T) {
	address, ctx := dbtest.Address(t), t.Context()
	old, err := db.OpenWith(ctx, address, released(t, "0004"))
	if err != nil {
		t.Fatal(err)
	}
	err = old.Tx(ctx, func(tx *db.Tx) error {
		if _, err := tx.Exec(ctx, `INSERT INTO name (id, pid, shown, since) VALUES (7, 'mo', 'Mo', 0)`); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `
			WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
			INSERT INTO audit (at, actor, act, subject, reason) SELECT 1793707200000 + i, 7, 'thread.locked', 'thread abc', 'heated' FROM n`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	d, err := db.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for range 2 { // before the first start has linked them, and after
		for _, q := range []string{`UPDATE audit SET board = 1`, `DELETE FROM audit`} {
			if err := d.Tx(ctx, func(tx *db.Tx) error { _, err := tx.Exec(ctx, q); return err }); err == nil {
				t.Errorf("%s was allowed", q)
			}
		}
		if err := audit.Chain(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	found, err := audit.Verify(ctx, d, audit.Hash{})
	if err != nil || found.Broken != nil || found.Newest.N != 1500 {
		t.Errorf("%+v, %v", found, err)
	}
	if counts, err := audit.Counts(ctx, d, 0); err != nil || len(counts) != 1 || counts[0].N != 1500 {
		t.Errorf("%v, %v", counts, err)
	}
}
