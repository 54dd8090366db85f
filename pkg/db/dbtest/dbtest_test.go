package dbtest

import (
	"slices"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/db"
)

// shelf returns a database with two tables of this test's own.
func shelf(t *testing.T) *db.DB {
	t.Helper()
	d, ctx := Open(t), t.Context()
	if err := d.Tx(ctx, func(tx *db.Tx) error {
		for _, q := range []string{
			`CREATE TABLE shelf (id BIGINT PRIMARY KEY, title TEXT NOT NULL)`,
			`CREATE TABLE book (id BIGINT PRIMARY KEY, shelf BIGINT NOT NULL, title TEXT NOT NULL)`,
			`CREATE INDEX book_by_shelf ON book (shelf, id)`,
		} {
			if _, err := tx.Exec(ctx, q); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return d
}

// Each test has a database for itself.
func TestOpen(t *testing.T) {
	for range 2 {
		d := shelf(t)
		if n, err := db.One(t.Context(), d, db.Value[int], `SELECT count(*) FROM book`); err != nil || n != 0 {
			t.Errorf("%d books, %v", n, err)
		}
	}
}

func TestNoScan(t *testing.T) {
	d := shelf(t)
	for _, test := range []struct {
		q    string
		args []any
		want string // a word of what is wrong, or none
	}{
		{`SELECT title FROM book WHERE id = $1`, []any{1}, ""},
		{`SELECT title FROM book WHERE shelf = $1 AND id > $2 ORDER BY id LIMIT 20`, []any{1, 2}, ""},
		{`SELECT b.title, s.title FROM book b JOIN shelf s ON s.id = b.shelf WHERE b.id IN ($1, $2)`, []any{1, 2}, ""},
		{`UPDATE book SET title = $1 WHERE id = $2`, []any{"A", 1}, ""},
		{`WITH RECURSIVE up (id, shelf) AS (
			SELECT id, shelf FROM book WHERE id = $1
			UNION ALL SELECT b.id, b.shelf FROM up JOIN book b ON b.id = up.shelf)
			SELECT id FROM up`, []any{1}, ""},
		{`SELECT title FROM book WHERE title = $1`, []any{"A"}, "whole"},
		{`SELECT b.id FROM book b WHERE b.title = $1`, []any{"A"}, "whole"},
		{`DELETE FROM book WHERE title = $1`, []any{"A"}, "whole"},
		{`SELECT title FROM book WHERE shelf = $1 ORDER BY title LIMIT 20`, []any{1}, "sorts"},
		{`SELECT title FROM book WHERE shelf = $1 ORDER BY id LIMIT 20 OFFSET 40`, []any{1}, "OFFSET"},
	} {
		wrong := strings.Join(scans(test.q, Plan(t, d, test.q, test.args...)), "; ")
		if test.want == "" && wrong != "" || !strings.Contains(wrong, test.want) {
			t.Errorf("%s: %q, want %q\n\t%s", test.q, wrong, test.want, strings.Join(Plan(t, d, test.q, test.args...), "\n\t"))
		}
	}
}

func TestStatements(t *testing.T) {
	d, ctx := shelf(t), t.Context()
	count := func() {
		if _, err := db.One(ctx, d, db.Value[int], "SELECT count(*)\n\t\tFROM book"); err != nil {
			t.Error(err)
		}
	}
	got := Statements(d, func() {
		if err := d.Tx(ctx, func(tx *db.Tx) error {
			if _, err := tx.Exec(ctx, `INSERT INTO shelf (id, title) VALUES ($1, $2)`, 1, "A"); err != nil {
				return err
			}
			_, err := db.One(ctx, tx, db.Value[int], `SELECT count(*) FROM shelf`)
			return err
		}); err != nil {
			t.Error(err)
		}
		count()
	})
	count()
	want := []string{`INSERT INTO shelf (id, title) VALUES ($1, $2)`, `SELECT count(*) FROM shelf`, `SELECT count(*) FROM book`}
	if !slices.Equal(got, want) {
		t.Errorf("heard %q, want %q", got, want)
	}
}
