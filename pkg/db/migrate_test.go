package db_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

func TestNewerDatabaseIsRefused(t *testing.T) {
	address, ctx := dbtest.Address(t), t.Context()
	d := reopen(t, address)
	if err := d.Tx(ctx, func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO migration (version_id, is_applied) VALUES (9999, $1)`, true)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	d.Close()
	d, err := db.OpenTest(ctx, address)
	if err == nil {
		d.Close()
		t.Fatal("a database newer than this Kindword was opened")
	}
	for _, word := range []string{"9999", "newer"} {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%q does not say %s", err, word)
		}
	}
}

// later is this package's tables with one step more, long and of many parts.
func later() fs.FS {
	all := fstest.MapFS{"0004_thread_html.sql": {Data: []byte(`-- +goose Up
ALTER TABLE thread ADD COLUMN html TEXT;
UPDATE thread SET html = words || '!';
CREATE INDEX thread_by_html ON thread (html);
CREATE TABLE thread2 (
	id    INTEGER PRIMARY KEY,
	board INTEGER NOT NULL REFERENCES board,
	words TEXT NOT NULL,
	html  TEXT NOT NULL
) STRICT;
INSERT INTO thread2 (id, board, words, html) SELECT id, board, words, html FROM thread;
DROP TABLE thread;
ALTER TABLE thread2 RENAME TO thread;
`)}}
	own := os.DirFS("testdata/migrations")
	names, _ := fs.Glob(own, "*.sql")
	for _, name := range names {
		text, _ := fs.ReadFile(own, name)
		all[name] = &fstest.MapFile{Data: text}
	}
	return all
}

func upgrade(ctx context.Context, address string) error {
	d, err := db.OpenWith(ctx, address, later())
	if err != nil {
		return err
	}
	return d.Close()
}

const manyThreads = 20_000

func addThreads(ctx context.Context, tx *db.Tx) error {
	board, err := db.One(ctx, tx, db.Value[int64], `INSERT INTO board (slug, title) VALUES ('sleep', 'Sleep') RETURNING id`)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `
		WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < CAST($1 AS BIGINT))
		INSERT INTO thread (board, words) SELECT CAST($2 AS BIGINT), 'words of some length, as people write them' FROM n`, manyThreads, board)
	return err
}

// A start that upgrades the tables is killed, later and later, until one goes
// through. In between the tables are always the old ones, and nothing is missing.
func TestUpgradeIsKilled(t *testing.T) {
	address, ctx := dbtest.Address(t), t.Context()
	d := reopen(t, address)
	if err := d.Tx(ctx, func(tx *db.Tx) error { return addThreads(ctx, tx) }); err != nil {
		t.Fatal(err)
	}
	d.Close()
	before := 0
	for delay := 4 * time.Millisecond; ; delay = delay * 3 / 2 {
		cmd := child(t, "upgrade", address)
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		killer := time.AfterFunc(delay, func() { cmd.Process.Kill() })
		whole := cmd.Wait() == nil
		if !whole && cmd.ProcessState.Exited() {
			t.Fatalf("it was not killed, it failed: %s", said.String())
		}
		killer.Stop()
		upgraded := checkThreads(t, address)
		if whole && !upgraded {
			t.Fatal("the upgrade ended well and did nothing")
		}
		if upgraded {
			break
		}
		before++
	}
	t.Logf("killed %d times before it went through", before)
	if before < 3 {
		t.Errorf("killed only %d times before it went through", before)
	}
}

// checkThreads fails t unless the tables are wholly the old ones or wholly the
// later ones, and says which.
func checkThreads(t *testing.T, address string) (upgraded bool) {
	t.Helper()
	driver, source := "pgx", address
	if file, ok := strings.CutPrefix(address, "sqlite:"); ok {
		driver, source = "sqlite3", file
	}
	pool, err := sql.Open(driver, source)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	if driver == "sqlite3" {
		var sound string
		if err := pool.QueryRow(`PRAGMA integrity_check`).Scan(&sound); err != nil || sound != "ok" {
			t.Fatalf("the database is %s, %v", sound, err)
		}
	}
	var version, threads, html int
	if err := pool.QueryRow(`SELECT max(version_id) FROM migration`).Scan(&version); err != nil {
		t.Fatal(err)
	}
	if err := pool.QueryRow(`SELECT count(*) FROM thread`).Scan(&threads); err != nil || threads != manyThreads {
		t.Fatalf("%d threads, %v", threads, err)
	}
	missing := pool.QueryRow(`SELECT count(html) FROM thread`).Scan(&html)
	leftover := pool.QueryRow(`SELECT count(*) FROM thread2`).Scan(new(int))
	if upgraded = version == 4; upgraded != (missing == nil) || upgraded && html != manyThreads || leftover == nil {
		t.Fatalf("half a migration: version %d, html %v (%d), thread2 %v", version, missing, html, leftover)
	}
	return upgraded
}

// A step that fails leaves nothing of itself, and the one before it stays.
func TestFailingStep(t *testing.T) {
	broken := later().(fstest.MapFS)
	broken["0005_broken.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\nALTER TABLE board ADD COLUMN more TEXT;\nINSERT INTO nowhere (id) VALUES (1);\n")}
	address, ctx := dbtest.Address(t), t.Context()
	if d, err := db.OpenWith(ctx, address, broken); err == nil {
		d.Close()
		t.Fatal("a step that failed was passed over")
	}
	d, err := db.OpenWith(ctx, address, later())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if version, err := db.One(ctx, d, db.Value[int], `SELECT max(version_id) FROM migration`); err != nil || version != 4 {
		t.Errorf("version %d, %v", version, err)
	}
	if _, err := db.All(ctx, d, db.Value[string], `SELECT more FROM board`); err == nil {
		t.Error("half of the failed step is there")
	} else if !strings.Contains(fmt.Sprint(err), "more") {
		t.Error(err)
	}
}
