package db_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

// A test that needs another process starts this one again, with the name of a
// child and the address of a database.
func TestMain(m *testing.M) {
	if child := children[os.Getenv("KINDWORD_TEST_CHILD")]; child != nil {
		if err := child(context.Background(), os.Getenv("KINDWORD_TEST_ADDRESS")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

var children = map[string]func(ctx context.Context, address string) error{
	"open":             openAndClose,
	"write":            writeForEver,
	"report":           writeAndReport,
	"write carelessly": writeCarelessly,
	"write slowly":     writeSlowly,
	"upgrade":          upgrade,
}

// open returns a fresh database with this package's own tables.
func open(t *testing.T) *db.DB {
	t.Helper()
	return reopen(t, dbtest.Address(t))
}

func reopen(t *testing.T, address string) *db.DB {
	t.Helper()
	d, err := db.OpenTest(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// addBoard adds a board called slug: the smallest thing a transaction can write.
func addBoard(ctx context.Context, tx *db.Tx, slug string) error {
	_, err := tx.Exec(ctx, `INSERT INTO board (slug, title) VALUES ($1, $2)`, slug, "A board")
	return err
}

func boards(t *testing.T, d *db.DB) map[string]bool {
	t.Helper()
	slugs, err := db.All(t.Context(), d, db.Value[string], `SELECT slug FROM board`)
	if err != nil {
		t.Fatal(err)
	}
	are := map[string]bool{}
	for _, slug := range slugs {
		are[slug] = true
	}
	return are
}

// INSERT … RETURNING is a query too; outside a transaction both databases refuse it.
func TestReadersCannotWrite(t *testing.T) {
	d := open(t)
	if _, err := db.One(t.Context(), d, db.Value[int64], `INSERT INTO board (slug, title) VALUES ('a', 'A') RETURNING id`); err == nil {
		t.Error("a write went through without a transaction")
	}
}

func TestTaken(t *testing.T) {
	d := open(t)
	add := func() error {
		return d.Tx(t.Context(), func(tx *db.Tx) error { return addBoard(t.Context(), tx, "sleep") })
	}
	if err := add(); err != nil || d.Taken(err) {
		t.Fatalf("a new slug: %v", err)
	}
	if err := add(); !d.Taken(err) {
		t.Errorf("the same slug again: %v, want it to be taken", err)
	}
}
