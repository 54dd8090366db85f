package db_test

import (
	"errors"
	"testing"

	"github.com/kindword/kindword/pkg/db"
)

// PostgreSQL can fail to commit in two ways: it says no, or it says nothing.
func TestCommitFailsOnPostgres(t *testing.T) {
	if !postgres {
		t.Skip("this is about PostgreSQL alone; group_test.go has SQLite's")
	}
	d, ctx := open(t), t.Context()
	for _, test := range []struct {
		name    string
		spoil   func(tx *db.Tx) error
		unknown bool
	}{
		{"a failed statement passed over", func(tx *db.Tx) error { addBoard(ctx, tx, "first"); return nil }, false},
		{"the server ends the connection", func(tx *db.Tx) error {
			pid, err := db.One(ctx, tx, db.Value[int], `SELECT pg_backend_pid()`)
			if err != nil {
				return err
			}
			_, err = db.One(ctx, d, db.Value[bool], `SELECT pg_terminate_backend($1, 5000)`, pid)
			return err
		}, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := d.Tx(ctx, func(tx *db.Tx) error {
				if err := addBoard(ctx, tx, "first"); err != nil {
					return err
				}
				return test.spoil(tx)
			})
			if err == nil || errors.Is(err, db.ErrUnknown) != test.unknown {
				t.Errorf("answered %v", err)
			}
			if got := boards(t, d); len(got) != 0 {
				t.Errorf("boards = %v, want none", got)
			}
		})
	}
}
