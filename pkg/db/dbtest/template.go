package dbtest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	neturl "net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"

	"github.com/kindword/kindword/pkg/db"
)

func sqliteTemplate(t testing.TB) []byte {
	t.Helper()
	file, err := makeSQLite()
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// makeSQLite returns a database file with the forum's tables.
var makeSQLite = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "kindword-template-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	file := filepath.Join(folder, "kindword.db")
	d, err := db.Open(context.Background(), "sqlite:"+file)
	if err != nil {
		return nil, err
	}
	if err := d.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(file)
})

var (
	admin = sync.OnceValues(func() (*sql.DB, error) { return sql.Open("pgx", server) })
	count atomic.Int64
)

// create makes a database from template and returns its address. It goes with t.
func create(t testing.TB, template, more string) string {
	t.Helper()
	pool, err := admin()
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("kindword_%d_%d", os.Getpid(), count.Add(1))
	if _, err := pool.Exec(`CREATE DATABASE ` + name + ` TEMPLATE ` + template + ` ` + more); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := pool.Exec(`DROP DATABASE ` + name + ` WITH (FORCE)`); err != nil {
			t.Error(err)
		}
	})
	return address(name)
}

// address is server's with another database's name.
func address(name string) string {
	url, err := neturl.Parse(server)
	if err != nil {
		panic("KINDWORD_TEST_POSTGRES is not a URL")
	}
	url.Path = "/" + name
	return url.String()
}

func postgresTemplate(t testing.TB) string {
	t.Helper()
	name, err := makePostgres()
	if err != nil {
		t.Fatal(err)
	}
	return name
}

const templatePrefix = "kindword_template_"

// makePostgres makes a database with the forum's tables and returns its name. It
// outlives this process, so those of processes that have ended are dropped.
var makePostgres = sync.OnceValues(func() (string, error) {
	pool, err := admin()
	if err != nil {
		return "", err
	}
	if err := dropOldTemplates(pool); err != nil {
		return "", err
	}
	name := fmt.Sprint(templatePrefix, os.Getpid())
	if _, err := pool.Exec(`CREATE DATABASE ` + name + ` TEMPLATE template0 LOCALE 'C' ENCODING 'UTF8'`); err != nil {
		return "", err
	}
	d, err := db.Open(context.Background(), address(name))
	if err != nil {
		return "", err
	}
	return name, d.Close()
})

func dropOldTemplates(pool *sql.DB) error {
	var all sql.NullString
	if err := pool.QueryRow(`SELECT string_agg(datname, ' ') FROM pg_database WHERE starts_with(datname, $1)`, templatePrefix).Scan(&all); err != nil {
		return err
	}
	for _, name := range strings.Fields(all.String) {
		var owner int
		if n, _ := fmt.Sscanf(name, templatePrefix+"%d", &owner); n == 1 && errors.Is(syscall.Kill(owner, 0), syscall.ESRCH) {
			if _, err := pool.Exec(`DROP DATABASE IF EXISTS ` + name); err != nil {
				return err
			}
		}
	}
	return nil
}
