package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
)

// A Copy is a backup that is read where it lies: it is neither changed nor brought
// up to date, and needs nobody's leave.
type Copy struct{ pool *sql.DB }

// OpenCopy opens the backup in file, which [DB.Backup] wrote.
func OpenCopy(file string) (*Copy, error) {
	if err := isCopy(file); err != nil {
		return nil, fmt.Errorf("open the backup: %w", err)
	}
	return &Copy{sql.OpenDB(newConnector(file, "&mode=ro&immutable=1", []setting{readOnly}))}, nil
}

// Close lets go of the file.
func (c *Copy) Close() error { return c.pool.Close() }

func (c *Copy) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	return c.pool.QueryContext(ctx, q, args...)
}

// magic is what every SQLite database begins with.
const magic = "SQLite format 3\x00"

func isCopy(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	var first [len(magic)]byte
	if _, err := io.ReadFull(f, first[:]); err != nil || string(first[:]) != magic {
		return errors.New("it is no SQLite database")
	}
	return nil
}
