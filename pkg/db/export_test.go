package db

import (
	"context"
	"io/fs"
	"os"
)

// The tests of this package have tables of their own, so that they say nothing of
// the forum's.
var steps = os.DirFS("testdata/migrations")

func init() { patience = "400ms" }

// OpenTest opens the database at url with this package's own tables.
func OpenTest(ctx context.Context, url string) (*DB, error) { return open(ctx, url, steps) }

// OpenWith opens the database at url with the migrations of steps.
func OpenWith(ctx context.Context, url string, steps fs.FS) (*DB, error) {
	return open(ctx, url, steps)
}

// Owning is the lock of the process that has a PostgreSQL database.
const Owning = owning

// BeCareless has every SQLite connection of this process answer before the disk has.
func BeCareless() {
	for i, s := range settings {
		if s.pragma == "synchronous" {
			settings[i] = setting{"synchronous", "NORMAL", int64(1)}
		}
	}
}
