package db_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/kindword/kindword/pkg/db"
)

// writeAndReport has eight people write eighty boards each, and prints what each
// was answered.
func writeAndReport(ctx context.Context, address string) error {
	d, err := db.OpenTest(ctx, address)
	if err != nil {
		return err
	}
	var crowd sync.WaitGroup
	for writer := range 8 {
		crowd.Go(func() {
			for round := range 80 {
				slug := fmt.Sprintf("%d-%d", writer, round)
				err := d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, slug) })
				switch {
				case err == nil:
					fmt.Println("saved", slug)
				case errors.Is(err, db.ErrUnknown):
					fmt.Println("unknown", slug)
				case errors.Is(err, db.ErrNotSaved):
					fmt.Println("not", slug)
				default:
					fmt.Println("other", slug, err)
				}
			}
		})
	}
	crowd.Wait()
	return nil // and the process ends as it is, with nothing closed
}

// The disk fails under a process that writes, in many ways. Whatever it answered is
// so: saved is there, not saved is not there, and not known is either. Afterwards
// the database is sound and takes new words.
func TestDiskFaults(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace, which makes a disk fail, is not here")
	}
	for _, test := range []struct{ fault, expect string }{
		{"fsync:error=EIO:when=12", "unknown"},
		{"fsync:error=EIO:when=12+5", "unknown"},
		{"fsync:error=ENOSPC:when=15", "unknown"},
		{"pwrite64:error=ENOSPC:when=150..400", "not"},
		{"pwrite64:error=ENOSPC:when=150+", "not"},
		{"pwrite64:error=EIO:when=150+40", "unknown"},
		{"pread64:error=EIO:when=20+9", ""},
		{"ftruncate:error=EIO:when=2+", ""},
	} {
		t.Run(test.fault, func(t *testing.T) {
			t.Parallel()
			file := sqliteOnly(t)
			reopen(t, "sqlite:"+file).Close()
			cmd := child(t, "report", "sqlite:"+file)
			call, _, _ := strings.Cut(test.fault, ":")
			cmd.Args = append([]string{strace, "-f", "--seccomp-bpf", "-o", file + ".strace", "-e", "trace=" + call, "-e", "inject=" + test.fault}, cmd.Args...)
			cmd.Path = strace
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			answers := map[string]string{}
			count := map[string]int{}
			for lines := bufio.NewScanner(out); lines.Scan(); {
				answer, rest, _ := strings.Cut(lines.Text(), " ")
				slug, _, _ := strings.Cut(rest, " ")
				answers[slug] = answer
				if count[answer]++; answer == "other" {
					t.Error(lines.Text())
				}
			}
			if err := cmd.Wait(); err != nil {
				t.Skip("strace could not do this here: ", err)
			}
			d := reopen(t, "sqlite:"+file)
			there := boards(t, d)
			if err := d.Backup(t.Context(), file+".copy"); err != nil { // which reads it all
				t.Error(err)
			}
			if err := d.Tx(t.Context(), func(tx *db.Tx) error { return addBoard(t.Context(), tx, "after") }); err != nil {
				t.Error(err)
			}
			for slug, answer := range answers {
				if answer == "saved" && !there[slug] || answer == "not" && there[slug] {
					t.Errorf("%s was answered %q, and there is %v", slug, answer, there[slug])
				}
			}
			t.Log(count)
			if len(answers) != 8*80 || count["saved"] == 0 || test.expect != "" && count[test.expect] == 0 {
				t.Errorf("answers: %v, want some %q", count, test.expect)
			}
		})
	}
}
