// Package dbtest gives a test its own empty database.
package dbtest

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"

	"github.com/kindword/kindword/pkg/db"
)

var count atomic.Int64

// Open returns a fresh database for t: PostgreSQL when KINDWORD_TEST_POSTGRES
// holds the address of a server, otherwise SQLite in a temporary file.
func Open(t testing.TB) *db.DB {
	t.Helper()
	d, err := db.Open(t.Context(), Address(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// Address returns where a fresh, empty database for t is kept, for tests that open
// it twice or from another process.
func Address(t testing.TB) string {
	t.Helper()
	server := os.Getenv("KINDWORD_TEST_POSTGRES")
	if server == "" {
		return "sqlite:" + filepath.Join(t.TempDir(), "kindword.db")
	}
	admin, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("kindword_%d_%d", os.Getpid(), count.Add(1))
	if _, err := admin.Exec(`CREATE DATABASE ` + name + ` TEMPLATE template0 LOCALE 'C' ENCODING 'UTF8'`); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		admin.Exec(`DROP DATABASE ` + name + ` WITH (FORCE)`)
		admin.Close()
	})
	return strings.Replace(server, "/postgres?", "/"+name+"?", 1)
}
