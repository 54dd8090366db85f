package db

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// A lockFile keeps other processes from the database beside it. The system lets it
// go when the process ends, however it ends.
type lockFile struct{ *os.File }

func (lockFile) lost() error      { return nil }
func (l lockFile) release() error { return l.Close() }

// holdSQLite takes the database in file for this process, and shuts its files to
// everybody but the user it runs as. SQLite gives what it makes beside the
// database the mode that the database has.
func holdSQLite(_ context.Context, file string) (hold, error) {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return nil, err
	}
	lock, err := private(file + ".lock")
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		lock.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, fmt.Errorf("%w: %s", ErrInUse, file)
		}
		return nil, fmt.Errorf("lock %s: %w", lock.Name(), err)
	}
	if err := errors.Join(closed(private(file)), shut(file+"-wal"), shut(file+"-shm")); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return lockFile{lock}, nil
}

// private opens file for its owner alone, made if it is not there. It must not be
// a database that this process has open: closing it would let go SQLite's locks.
func private(file string) (*os.File, error) {
	f, err := os.OpenFile(file, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := f.Chmod(0o600); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

func closed(f *os.File, err error) error {
	if err != nil {
		return err
	}
	return f.Close()
}

// shut takes file, if it is there, away from everybody but its owner.
func shut(file string) error {
	if err := os.Chmod(file, 0o600); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
