package db_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// Words are written, changed and moved from page to page as in a forum that is
// used, and then erased. After Purge they are in no raw file.
func TestPurge(t *testing.T) {
	file := sqliteOnly(t)
	d, ctx, luck := reopen(t, "sqlite:"+file), t.Context(), rand.New(rand.NewPCG(1, 2))
	folder := filepath.Dir(file)
	if err := d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, "sleep") }); err != nil {
		t.Fatal(err)
	}
	for range 40 {
		if err := d.Tx(ctx, func(tx *db.Tx) error {
			for range 100 {
				words := fmt.Sprintf("w%dx ", luck.Int())
				if luck.IntN(10) == 0 {
					words = "CANARY "
				}
				if _, err := tx.Exec(ctx, `INSERT INTO thread (id, board, words) VALUES ($1, 1, $2)`,
					luck.Int64(), strings.Repeat(words, 1+luck.IntN(120))); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Tx(ctx, func(tx *db.Tx) error {
		if _, err := tx.Exec(ctx, `UPDATE thread SET words = '' WHERE substr(words, 1, 6) = 'CANARY' AND id % 2 = 0`); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `DELETE FROM thread WHERE substr(words, 1, 6) = 'CANARY'`)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if holds(t, folder, "CANARY") == 0 {
		t.Fatal("nothing was left to purge, so this test proves nothing")
	}

	// While somebody is reading what was, the log stays.
	reading, stop := context.WithCancel(ctx)
	started, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		db.All(context.Background(), d, func(db.Row) (bool, error) {
			if reading.Err() == nil {
				close(started)
				<-reading.Done()
			}
			return true, nil
		}, `SELECT words FROM thread`)
	}()
	<-started
	soon, cancel := context.WithTimeout(ctx, 300*time.Millisecond)
	defer cancel()
	if err := d.Purge(soon); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("purged while somebody was reading: %v", err)
	}
	if err := d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, "meanwhile") }); err != nil {
		t.Errorf("nobody could write: %v", err)
	}
	stop()
	<-ended
	if err := d.Purge(ctx); err != nil {
		t.Fatal(err)
	}
	if n := holds(t, folder, "CANARY"); n > 0 {
		t.Errorf("erased words are there %d times", n)
	}
	if err := d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, "after") }); err != nil {
		t.Error(err)
	}
	if got := boards(t, d); !got["meanwhile"] || !got["after"] {
		t.Errorf("boards = %v", got)
	}
}

func TestPurgeOnPostgres(t *testing.T) {
	if !postgres {
		t.Skip()
	}
	if err := open(t).Purge(t.Context()); err != nil {
		t.Error(err)
	}
}
