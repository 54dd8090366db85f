package db_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

// A backup is read where it lies, and reading leaves it and its folder as they were.
func TestCopyIsRead(t *testing.T) {
	address, ctx := dbtest.Address(t), t.Context()
	if !strings.HasPrefix(address, "sqlite:") {
		t.Skip("a PostgreSQL database is copied with pg_dump")
	}
	d := reopen(t, address)
	if err := d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, "sleep") }); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "what? copy.db")
	if err := d.Backup(ctx, file); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c, err := db.OpenCopy(file)
	if err != nil {
		t.Fatal(err)
	}
	if slug, err := db.One(ctx, c, db.Value[string], `SELECT slug FROM board`); err != nil || slug != "sleep" {
		t.Errorf("%q, %v", slug, err)
	}
	if _, err := db.All(ctx, c, db.Value[string], `DELETE FROM board RETURNING slug`); err == nil {
		t.Error("a copy was written to")
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(file)
	if left, _ := os.ReadDir(folder); err != nil || string(after) != string(before) || len(left) != 1 {
		t.Errorf("reading changed it, or left something: %v, %v", left, err)
	}
	none := filepath.Join(folder, "none")
	if err := os.WriteFile(none, []byte("words"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{none, folder, filepath.Join(folder, "missing")} {
		if _, err := db.OpenCopy(file); err == nil {
			t.Errorf("%s was opened", file)
		}
	}
}
