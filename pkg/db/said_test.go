package db_test

import (
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/db"
)

// An error says which query went wrong, and what in the query; never with which
// words of whose.
func TestErrorsHoldNobodysWords(t *testing.T) {
	d, ctx := open(t), t.Context()
	const secret = "recurrence"
	try := func(q string, args ...any) (err error) {
		d.Tx(ctx, func(tx *db.Tx) error {
			_, err = tx.Exec(ctx, q, args...)
			return err
		})
		return err
	}
	scan := func(r db.Row) (n int, err error) { err = r.Scan(&n); return n, err }
	_, scanned := db.One(ctx, d, scan, `SELECT CAST($1 AS TEXT)`, secret)
	errs := map[string]error{
		"scan":       scanned,
		"not a time": try(`INSERT INTO board (slug, title, opened_at) VALUES ('a', 'A', CAST($1 AS BIGINT))`, secret+` "quoted" `+secret),
		"strict":     try(`INSERT INTO board (slug, title, opened_at) VALUES ('a', 'A', $1)`, secret),
		"unique":     try(`INSERT INTO board (slug, title) VALUES ($1, 'A'), ($1, 'B')`, secret),
		"null":       try(`INSERT INTO board (slug, title) VALUES ($1, NULL)`, secret),
	}
	if !postgres {
		if err := try(`CREATE VIRTUAL TABLE found USING fts5 (words)`); err != nil {
			t.Fatal(err)
		}
		if err := d.Tx(ctx, func(tx *db.Tx) error {
			_, err := tx.Exec(ctx, `CREATE VIRTUAL TABLE found USING fts5 (words)`)
			return err
		}); err != nil && !strings.Contains(err.Error(), "exists") {
			t.Fatal(err)
		}
		for name, words := range map[string]string{"syntax": secret + `"`, "column": secret + `:x`, "near": `^` + secret + `*^`, "quotes": `a"b" ` + secret + `(`} {
			_, errs["search "+name] = db.All(ctx, d, db.Value[int64], `SELECT rowid FROM found WHERE found MATCH $1`, words)
		}
		delete(errs, "not a time") // SQLite makes a number of anything
	} else {
		errs["bytes"] = try(`INSERT INTO thread (board, words) VALUES ($1, 'a')`, []byte(secret))
		errs["time"] = try(`SELECT CAST($1 AS TIMESTAMP)`, secret)
	}
	for name, err := range errs {
		if err == nil {
			t.Errorf("%s: no error", name)
		} else if strings.Contains(err.Error(), secret) || !strings.Contains(err.Error(), ", in ") {
			t.Errorf("%s: %v", name, err)
		} else {
			t.Log(name, ": ", err)
		}
	}
	for _, q := range []string{`SELECT titel FROM board`, `SELECT id FROM titel`, `SELECT 1 FORM titel`} {
		if _, err := db.All(ctx, d, db.Value[int64], q); err == nil || strings.Count(err.Error(), "titel")+strings.Count(err.Error(), "FORM") < 2 {
			t.Errorf("whoever wrote %s learns only: %v", q, err)
		}
	}
}
