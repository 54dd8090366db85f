package db_test

import (
	"context"
	"database/sql"
	"errors"
	neturl "net/url"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

const holder = `SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
	WHERE locktype = 'advisory' AND granted AND datname = current_database()`

// endHold makes the server end the session that has the database for d.
func endHold(t *testing.T, d *db.DB) {
	t.Helper()
	pid, err := db.One(t.Context(), d, db.Value[int], holder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.One(t.Context(), d, db.Value[bool], `SELECT pg_terminate_backend($1, 5000)`, pid); err != nil {
		t.Fatal(err)
	}
}

// The server starts again, and everything goes on.
func TestHoldIsTakenAgain(t *testing.T) {
	if !postgres {
		t.Skip("SQLite's hold is the system's own, and cannot be lost")
	}
	address, ctx := dbtest.Address(t), t.Context()
	d := reopen(t, address)
	endHold(t, d)
	for { // until the hold is back; refused meanwhile
		if _, err := db.One(ctx, d, db.Value[int], holder); err == nil {
			break
		} else if !errors.Is(err, db.ErrNone) {
			t.Fatal(err)
		}
	}
	for {
		err := d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, "after") })
		if err == nil {
			break
		}
		if !errors.Is(err, db.ErrNotSaved) {
			t.Fatal(err)
		}
	}
	if _, err := db.OpenTest(ctx, address); !errors.Is(err, db.ErrInUse) {
		t.Errorf("opened beside it: %v", err)
	}
}

// Another process took the database in that moment. What this one keeps in memory
// may be old, so it writes no more, even when the other has gone.
func TestHoldOfAnother(t *testing.T) {
	if !postgres {
		t.Skip("SQLite's hold is the system's own, and cannot be lost")
	}
	address, ctx := dbtest.Address(t), t.Context()
	d := reopen(t, address)
	pool, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	other, err := pool.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	took := make(chan error, 1)
	go func() {
		_, err := other.ExecContext(ctx, `SELECT pg_advisory_lock($1)`, int64(db.Owning))
		took <- err
	}()
	for waiting := false; !waiting; {
		if waiting, err = db.One(ctx, d, db.Value[bool], `SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`); err != nil {
			t.Fatal(err)
		}
	}
	endHold(t, d)
	if err := <-took; err != nil {
		t.Fatal(err)
	}
	write := func() error {
		return d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, "late "+time.Now().String()) })
	}
	for err = write(); !errors.Is(err, db.ErrInUse); err = write() {
		if err != nil && !errors.Is(err, db.ErrNotSaved) {
			t.Fatal(err)
		}
	}
	if _, err := other.ExecContext(ctx, `SELECT pg_advisory_unlock($1)`, int64(db.Owning)); err != nil {
		t.Fatal(err)
	}
	if err := write(); !errors.Is(err, db.ErrInUse) || !errors.Is(err, db.ErrNotSaved) {
		t.Errorf("wrote after another had: %v", err)
	}
}

// On PostgreSQL a caller who loses patience ends their statement, or their waiting,
// and holds nobody up.
func TestCancelOnPostgres(t *testing.T) {
	if !postgres {
		t.Skip("on SQLite a statement is never ended: group_test.go")
	}
	d := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	waiting := make(chan error, 1)
	err := d.Tx(ctx, func(tx *db.Tx) error {
		if err := addBoard(ctx, tx, "slow"); err != nil {
			return err
		}
		go func() { // behind this one, and cancelled with it
			waiting <- d.Tx(ctx, func(tx *db.Tx) error { t.Error("it ran all the same"); return nil })
		}()
		time.AfterFunc(20*time.Millisecond, cancel)
		_, err := tx.Exec(ctx, `SELECT pg_sleep(60)`)
		return err
	})
	for _, err := range []error{err, <-waiting} {
		if !errors.Is(err, context.Canceled) || errors.Is(err, db.ErrUnknown) {
			t.Errorf("answered %v, want Canceled", err)
		}
	}
	if err := d.Tx(t.Context(), func(tx *db.Tx) error { return addBoard(t.Context(), tx, "next") }); err != nil {
		t.Error(err)
	}
	if got := boards(t, d); len(got) != 1 || !got["next"] {
		t.Errorf("boards = %v, want only the next", got)
	}
}

// A database that cannot hold every letter is refused before anybody writes.
func TestEncodingIsRefused(t *testing.T) {
	if !postgres {
		t.Skip("SQLite holds every letter")
	}
	address := dbtest.Address(t)
	url, err := neturl.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	name := url.Path[1:]
	url.Path = "/postgres"
	pool, err := sql.Open("pgx", url.String())
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	for _, q := range []string{`DROP DATABASE ` + name, `CREATE DATABASE ` + name + ` TEMPLATE template0 LOCALE 'C' ENCODING 'LATIN1'`} {
		if _, err := pool.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	d, err := db.OpenTest(t.Context(), address)
	if err == nil {
		d.Close()
		t.Fatal("a database in LATIN1 was opened")
	}
	if !strings.Contains(err.Error(), "UTF8") {
		t.Error(err)
	}
}
