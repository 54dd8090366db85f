package db_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"github.com/kindword/kindword/pkg/db"
)

// TestPowerCut cuts the power of a disk under a process that writes, over and over:
// what was not flushed when the cut came is gone. Everything answered for must be
// there afterwards; and with synchronous=NORMAL something must be missing, or the
// test itself proves nothing.
//
// It makes file systems on loop devices, so it needs root on Linux, and is run by
// KINDWORD_TEST_POWERCUT=ROUNDS.
func TestPowerCut(t *testing.T) {
	rounds, _ := strconv.Atoi(os.Getenv("KINDWORD_TEST_POWERCUT"))
	if rounds == 0 || postgres {
		t.Skip("needs root and KINDWORD_TEST_POWERCUT=ROUNDS")
	}
	for _, how := range []string{"write", "write slowly", "write carelessly"} {
		t.Run(how, func(t *testing.T) {
			failed := 0
			for range rounds {
				answered, lost := cutPower(t, how)
				t.Logf("%d answered for, %d of them lost", answered, lost)
				if lost > 0 {
					failed++
				}
			}
			if careless := how == "write carelessly"; careless && failed < (rounds+1)/2 || !careless && failed > 0 {
				t.Errorf("words were lost in %d of %d rounds", failed, rounds)
			}
		})
	}
}

// writeSlowly is writeForEver for one person, who fills no log: what is in it stays
// where only the answer's own flush could have put it on the disk.
func writeSlowly(ctx context.Context, address string) error {
	d, err := db.OpenTest(ctx, address)
	if err != nil {
		return err
	}
	for at := range time.Tick(5 * time.Millisecond) {
		slug := fmt.Sprint(at.UnixNano())
		if err := d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, slug) }); err != nil {
			return err
		}
		fmt.Println(slug)
	}
	return nil
}

// writeCarelessly is writeSlowly with the setting that most programs have.
func writeCarelessly(ctx context.Context, address string) error {
	db.BeCareless()
	return writeSlowly(ctx, address)
}

func cutPower(t *testing.T, how string) (answered, lost int) {
	t.Helper()
	run := func(name string, args ...string) {
		t.Helper()
		if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
	}
	folder := t.TempDir()
	image, disk := filepath.Join(folder, "image"), filepath.Join(folder, "disk")
	run("truncate", "-s", "400M", image)
	run("mkfs.ext4", "-q", "-F", image)
	run("mkdir", disk)
	run("mount", "-o", "loop", image, disk)
	defer exec.Command("umount", disk).Run()

	cmd := child(t, how, "sqlite:"+filepath.Join(disk, "kindword.db"))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var said []string
	over := make(chan struct{})
	cut := time.AfterFunc(time.Hour, func() {
		// Not a thread may go on: ext4 can answer a flush that it no longer makes.
		cmd.Process.Signal(syscall.SIGSTOP)
		syscall.Wait4(cmd.Process.Pid, nil, syscall.WUNTRACED, nil)
		shutDown(disk)
		cmd.Process.Kill()
		close(over)
	})
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if said = append(said, lines.Text()); len(said) == 100 {
			cut.Reset(300 * time.Millisecond)
		}
	}
	if cmd.Wait(); !cut.Stop() {
		<-over
	}
	run("umount", disk)
	run("mount", "-o", "loop", image, disk)

	there, err := read(t.Context(), filepath.Join(disk, "kindword.db"), filepath.Join(folder, "copy"))
	if err != nil {
		t.Log(err)
		return len(said), len(said)
	}
	kept := map[string]bool{}
	for _, slug := range there {
		kept[slug] = true
	}
	for _, slug := range said {
		if !kept[slug] {
			lost++
		}
	}
	return len(said), lost
}

// read returns the boards in file, which is copied to look at all of it.
func read(ctx context.Context, file, copied string) ([]string, error) {
	d, err := db.OpenTest(ctx, "sqlite:"+file)
	if err != nil {
		return nil, err
	}
	defer d.Close()
	if err := d.Backup(ctx, copied); err != nil {
		return nil, err
	}
	return db.All(ctx, d, db.Value[string], `SELECT slug FROM board`)
}

// shutDown ends a file system with nothing more written: FS_IOC_SHUTDOWN, without
// flushing its log.
func shutDown(disk string) {
	f, err := os.Open(disk)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	how := uint32(2) // EXT4_GOING_FLAGS_NOLOGFLUSH
	if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), 0x8004587d, uintptr(unsafe.Pointer(&how))); errno != 0 {
		fmt.Fprintln(os.Stderr, "the disk was not cut off:", errno)
	}
}
