package db_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

var postgres = os.Getenv("KINDWORD_TEST_POSTGRES") != ""

func openAndClose(ctx context.Context, address string) error {
	d, err := db.OpenTest(ctx, address)
	if err != nil {
		return err
	}
	return d.Close()
}

func TestOneProcessAtATime(t *testing.T) {
	address := dbtest.Address(t)
	d := reopen(t, address)
	if other, err := db.OpenTest(t.Context(), address); !errors.Is(err, db.ErrInUse) {
		if err == nil {
			other.Close()
		}
		t.Errorf("opened beside another: %v", err)
	}
	if err := d.Tx(t.Context(), func(tx *db.Tx) error { return addBoard(t.Context(), tx, "first") }); err != nil {
		t.Errorf("after another asked: %v", err)
	}
	d.Close()
	if got := boards(t, reopen(t, address)); !got["first"] {
		t.Errorf("boards = %v", got)
	}
}

// Several processes start at once on an empty database; each finds it ready or is
// told that another has it, and every migration ran once.
func TestStartTogether(t *testing.T) {
	address := dbtest.Address(t)
	var crowd sync.WaitGroup
	answers := make(chan error, 6)
	for range cap(answers) {
		crowd.Go(func() { answers <- sayWhy(child(t, "open", address)) })
	}
	crowd.Wait()
	opened := 0
	for range cap(answers) {
		err := <-answers
		if err == nil {
			opened++
		} else if !strings.Contains(err.Error(), db.ErrInUse.Error()) {
			t.Error(err)
		}
	}
	if opened == 0 {
		t.Error("nobody could open it")
	}
	twice, err := db.All(t.Context(), reopen(t, address), db.Value[int], `SELECT version_id FROM migration GROUP BY version_id HAVING count(*) > 1`)
	if err != nil || len(twice) > 0 {
		t.Errorf("migrations %v ran more than once, %v", twice, err)
	}
}

// sayWhy runs cmd and returns what it said when it failed.
func sayWhy(cmd *exec.Cmd) error {
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		return errors.New(said.String())
	}
	return nil
}
