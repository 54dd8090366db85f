package db_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

func child(t *testing.T, name, address string) *exec.Cmd {
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), "KINDWORD_TEST_CHILD="+name, "KINDWORD_TEST_ADDRESS="+address)
	cmd.Stderr = os.Stderr
	return cmd
}

// writeForEver adds boards from many goroutines, and prints the name of each
// when, and only when, its transaction has been answered.
func writeForEver(ctx context.Context, address string) error {
	d, err := db.OpenTest(ctx, address)
	if err != nil {
		return err
	}
	var crowd sync.WaitGroup
	for writer := range 16 {
		crowd.Go(func() {
			for round := 0; ; round++ {
				slug := fmt.Sprintf("%d-%d", writer, round)
				if err := d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, slug) }); err != nil {
					panic(err)
				}
				fmt.Println(slug)
			}
		})
	}
	crowd.Wait()
	return nil
}

// The process is killed in the middle of its work. Everything it had answered
// for is there when the next one starts.
func TestAnsweredIsKept(t *testing.T) {
	address := dbtest.Address(t)
	for range 3 {
		t.Run("killed", func(t *testing.T) { killWhileWriting(t, address) })
	}
}

func killWhileWriting(t *testing.T, address string) {
	d, err := db.OpenTest(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Tx(t.Context(), func(tx *db.Tx) error { _, err := tx.Exec(t.Context(), `DELETE FROM board`); return err }); err != nil {
		t.Fatal(err)
	}
	d.Close()

	cmd := child(t, "write", address)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var answered []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if answered = append(answered, lines.Text()); len(answered) == 300 {
			cmd.Process.Kill()
		}
	}
	cmd.Wait()

	if d, err = db.OpenTest(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	there := boards(t, d)
	for _, slug := range answered {
		if !there[slug] {
			t.Errorf("%s was answered for and is gone", slug)
		}
	}
	if len(answered) < 300 {
		t.Errorf("the child answered only %d times", len(answered))
	}
	t.Logf("%d answered, %d there", len(answered), len(there))
}
