// Package dbtest gives a test its own empty database, and holds what a query may
// cost.
package dbtest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/kindword/kindword/pkg/db"
)

// server is the address of the PostgreSQL on which tests run, or none.
var server = os.Getenv("KINDWORD_TEST_POSTGRES")

// Open returns a fresh database with the forum's tables for t: PostgreSQL when
// KINDWORD_TEST_POSTGRES holds the address of a server, otherwise SQLite in a
// temporary file.
func Open(t testing.TB) *db.DB {
	t.Helper()
	d, err := db.Open(t.Context(), Ready(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// Address returns where a fresh database with no tables in it is kept for t, for
// tests that open it themselves.
func Address(t testing.TB) string {
	t.Helper()
	if server != "" {
		return create(t, "template0", `LOCALE 'C' ENCODING 'UTF8'`)
	}
	return "sqlite:" + filepath.Join(t.TempDir(), "kindword.db")
}

// Ready is [Address] with the forum's tables already there. They are made once a
// process, and copied.
func Ready(t testing.TB) string {
	t.Helper()
	if server != "" {
		return create(t, postgresTemplate(t), "")
	}
	file := filepath.Join(t.TempDir(), "kindword.db")
	if err := os.WriteFile(file, sqliteTemplate(t), 0o600); err != nil {
		t.Fatal(err)
	}
	return "sqlite:" + file
}
