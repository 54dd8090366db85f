package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// backupSQLite copies the database into the file to. It stands under another name
// until it is whole, checked and on the disk.
func backupSQLite(ctx context.Context, d *DB, to string) error {
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(fmt.Errorf("backup: %s: %w", to, fs.ErrExist), err)
	}
	part := to + ".part"
	if err := write(ctx, d, part); err != nil {
		return errors.Join(fmt.Errorf("backup: %w", err), os.Remove(part))
	}
	if err := errors.Join(os.Rename(part, to), flush(filepath.Dir(to))); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return nil
}

func write(ctx context.Context, d *DB, part string) error {
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := closed(private(part)); err != nil { // or SQLite would make it for everybody to read
		return err
	}
	from := sql.OpenDB(newConnector(d.address, "", settings))
	defer from.Close()
	if _, err := from.ExecContext(ctx, `VACUUM INTO $1`, part); err != nil {
		return err
	}
	if err := checkCopy(ctx, part); err != nil {
		return err
	}
	return flush(part)
}

// checkCopy reads every page of the database in file and compares every index, rule
// and reference in it.
func checkCopy(ctx context.Context, file string) error {
	pool := sql.OpenDB(newConnector(file, "&mode=ro", []setting{readOnly}))
	defer pool.Close()
	for check, want := range map[string]string{
		`SELECT group_concat(integrity_check) FROM pragma_integrity_check`: "ok",
		`SELECT count(*) FROM pragma_foreign_key_check`:                    "0",
	} {
		var found string
		if err := pool.QueryRowContext(ctx, check).Scan(&found); err != nil {
			return err
		}
		if found != want {
			return fmt.Errorf("the copy is not sound: %s, from %s", found, check)
		}
	}
	return nil
}

// flush waits until a file, or the names in a folder, are on the disk.
func flush(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// A copy made before an upgrade stands beside the database, named for the version
// it can be put back to and the moment it was made.
const (
	copyName = "%s.v%d.%s.backup"
	copyTime = "20060102T150405.000Z"
)

// copyDays is how long such a copy is kept: erased words must leave it too. It is
// the number of days that the retention table gives backups.
const copyDays = 30

// copiesKept bounds the copies of one version, should a start fail over and over.
const copiesKept = 2

func copyBeforeUpgrade(ctx context.Context, d *DB, has int64) error {
	to := fmt.Sprintf(copyName, d.address, has, time.Now().UTC().Format(copyTime))
	if err := backupSQLite(ctx, d, to); err != nil {
		return err
	}
	slog.InfoContext(ctx, "a copy was made before the tables change", "file", to, "version", has)
	return nil
}

// A copied database is one such copy, or the part of one that was cut short.
type copied struct {
	file    string
	version int64
	made    time.Time
	whole   bool
}

// copies returns the copies beside the database, oldest first.
func copies(d *DB) []copied {
	folder, name := filepath.Split(d.address)
	entries, _ := os.ReadDir(folder) // what cannot be listed cannot be offered
	var all []copied
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), name)
		var version int64
		var made string
		if n, _ := fmt.Sscanf(rest, ".v%d.%20s.backup", &version, &made); !ours || n != 2 {
			continue
		}
		if at, err := time.Parse(copyTime, made); err == nil {
			all = append(all, copied{folder + e.Name(), version, at, strings.HasSuffix(rest, ".backup")})
		}
	}
	slices.SortFunc(all, func(a, b copied) int { return a.made.Compare(b.made) })
	return all
}

func earlierCopy(d *DB, knows int64) string {
	var newest string
	for _, c := range copies(d) {
		if c.whole && c.version <= knows {
			newest = c.file
		}
	}
	return newest
}

// forgetCopies removes the copies that have stood there long enough or are too many,
// and the parts.
func forgetCopies(d *DB, now time.Time) error {
	var failed []error
	kept := map[int64]int{}
	for _, c := range slices.Backward(copies(d)) {
		if !c.whole || kept[c.version] == copiesKept || now.Sub(c.made) > copyDays*24*time.Hour {
			failed = append(failed, os.Remove(c.file))
			continue
		}
		kept[c.version]++
	}
	return errors.Join(failed...)
}
