package db_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

// sqliteOnly returns the file of a fresh SQLite database.
func sqliteOnly(t *testing.T) string {
	t.Helper()
	if postgres {
		t.Skip("PostgreSQL's copies are made with pg_dump")
	}
	return strings.TrimPrefix(dbtest.Address(t), "sqlite:")
}

func TestBackupIsForSQLite(t *testing.T) {
	if !postgres {
		t.Skip()
	}
	if err := open(t).Backup(t.Context(), filepath.Join(t.TempDir(), "copy")); err == nil || !strings.Contains(err.Error(), "pg_dump") {
		t.Errorf("answered %v", err)
	}
}

// While sixteen people write, a copy holds what was answered for before it began,
// and nothing by halves.
func TestBackupWhileBusy(t *testing.T) {
	file := sqliteOnly(t)
	d, ctx := reopen(t, "sqlite:"+file), t.Context()
	stop := make(chan struct{})
	var crowd sync.WaitGroup
	for writer := range 16 {
		crowd.Go(func() {
			for round := 0; ; round++ {
				select {
				case <-stop:
					return
				default:
				}
				if err := d.Tx(ctx, func(tx *db.Tx) error {
					return errors.Join(addBoard(ctx, tx, fmt.Sprint(writer, " ", round, " a")), addBoard(ctx, tx, fmt.Sprint(writer, " ", round, " b")))
				}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for i := range 3 {
		before, to := boards(t, d), fmt.Sprint(file, ".copy", i)
		if err := os.WriteFile(to+".part", []byte("what a copy that was cut short has left"), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := d.Backup(ctx, to); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(to); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("mode %v, %v", info.Mode(), err)
		}
		if err := d.Backup(ctx, to); !errors.Is(err, fs.ErrExist) {
			t.Errorf("over a copy that is there: %v", err)
		}
		there := boards(t, reopen(t, "sqlite:"+to))
		for slug := range before {
			if !there[slug] {
				t.Errorf("%s was answered for and is not in the copy", slug)
			}
		}
		for slug := range there {
			if pair := slug[:len(slug)-1]; !there[pair+"a"] || !there[pair+"b"] {
				t.Errorf("%s is there without the other", slug)
			}
		}
	}
	close(stop)
	crowd.Wait()
	if left, _ := filepath.Glob(file + ".*.part"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Before its tables change, a database is copied; the program before can go on
// with the copy, and names it.
func TestCopyBeforeUpgrade(t *testing.T) {
	file, ctx := sqliteOnly(t), t.Context()
	d := reopen(t, "sqlite:"+file)
	if err := d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, "first") }); err != nil {
		t.Fatal(err)
	}
	d.Close()
	if made, _ := filepath.Glob(file + ".v*"); len(made) != 0 {
		t.Errorf("a new database was copied: %v", made)
	}
	for range 2 { // the second has nothing to change
		d, err := db.OpenWith(ctx, "sqlite:"+file, later())
		if err != nil {
			t.Fatal(err)
		}
		d.Close()
	}
	made, _ := filepath.Glob(file + ".v3.*.backup")
	if len(made) != 1 {
		t.Fatalf("copies: %v", made)
	}
	if _, err := db.OpenTest(ctx, "sqlite:"+file); err == nil || !strings.Contains(err.Error(), made[0]) {
		t.Errorf("the refusal %q does not name %s", err, made[0])
	}
	if got := boards(t, reopen(t, "sqlite:"+made[0])); !got["first"] {
		t.Errorf("the copy holds %v", got)
	}
}

// A database that cannot be copied soundly is not changed.
func TestUnsoundIsNotUpgraded(t *testing.T) {
	file, ctx := sqliteOnly(t), t.Context()
	reopen(t, "sqlite:"+file).Close()
	pool, err := sql.Open("sqlite3", file) // where references are not held
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pool.Exec(`INSERT INTO thread (board, words) VALUES (404, 'of a board that is not there')`); err != nil {
		t.Fatal(err)
	}
	pool.Close()
	if d, err := db.OpenWith(ctx, "sqlite:"+file, later()); err == nil {
		d.Close()
		t.Fatal("it was upgraded")
	} else if !strings.Contains(err.Error(), "nothing was changed") {
		t.Error(err)
	}
	if left, _ := filepath.Glob(file + ".v*"); len(left) != 0 {
		t.Errorf("a copy that is not sound was kept: %v", left)
	}
	reopen(t, "sqlite:"+file)
}

// Copies go after thirty days, since erased words are in them too, and when there are
// two newer ones; parts of copies go at once; what is somebody else's stays.
func TestOldCopiesGo(t *testing.T) {
	file, now := sqliteOnly(t), time.Now().UTC()
	name := func(days int, end string) string {
		return fmt.Sprint(file, ".v2.", now.AddDate(0, 0, -days).Format("20060102T150405.000Z"), end)
	}
	gone := []string{name(29, ".backup"), name(31, ".backup"), name(400, ".backup"), name(1, ".backup.part")}
	stay := []string{name(1, ".backup"), name(28, ".backup"), file + ".v2.old.backup", strings.Replace(name(29, ".backup"), ".v2", ".v1", 1), filepath.Join(filepath.Dir(file), "other.db.v2.20200101T000000.000Z.backup")}
	d := reopen(t, "sqlite:"+file)
	for round := range 2 {
		for _, f := range append(gone, stay...) {
			if err := os.WriteFile(f, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if round == 0 {
			if err := d.Purge(t.Context()); err != nil {
				t.Fatal(err)
			}
		} else {
			d.Close()
			reopen(t, "sqlite:"+file)
		}
		for _, f := range gone {
			if _, err := os.Stat(f); err == nil {
				t.Errorf("%s is still there", f)
			}
		}
		for _, f := range stay {
			if _, err := os.Stat(f); err != nil {
				t.Error(err)
			}
		}
	}
}

// holds counts how often word stands in the raw files of a folder.
func holds(t *testing.T, folder, word string) (n int) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		raw, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		n += bytes.Count(raw, []byte(word))
	}
	return n
}
