package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"time"
)

// purgeSQLite writes the database anew and then empties its log. Until nobody
// reads from the log any more, it tries again.
func purgeSQLite(ctx context.Context, d *DB) error {
	if err := forgetCopies(d, time.Now()); err != nil {
		return fmt.Errorf("purge: %w", err)
	}
	if err := d.onWriter(ctx, rewrite); err != nil {
		return fmt.Errorf("purge: %w", err)
	}
	for {
		var busy bool
		err := d.onWriter(ctx, func(ctx context.Context, conn *sql.Conn) (err error) {
			busy, err = emptyLog(ctx, conn)
			return err
		})
		if err != nil {
			return fmt.Errorf("purge: %w", err)
		}
		if !busy {
			return nil
		}
		select {
		case <-time.After(100 * time.Millisecond): // the writers' turn
		case <-ctx.Done():
			return fmt.Errorf("purge: the log is still being read: %w", ctx.Err())
		}
	}
}

func rewrite(ctx context.Context, conn *sql.Conn) error {
	if _, err := conn.ExecContext(ctx, `PRAGMA temp_store = FILE`); err != nil { // a whole database is too much to hold in memory
		return err
	}
	_, err := conn.ExecContext(ctx, `VACUUM`)
	return err
}

// emptyLog moves what is in the log to where it belongs and cuts the log to
// nothing, unless somebody is still reading from it.
func emptyLog(ctx context.Context, conn *sql.Conn) (busy bool, err error) {
	if _, err := conn.ExecContext(ctx, `PRAGMA busy_timeout = 100`); err != nil { // milliseconds in which nobody can write
		return false, err
	}
	var frames, moved int
	err = conn.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &frames, &moved)
	return busy, err
}

// onWriter lends the writer's connection to do, which may change its settings:
// afterwards it is closed.
func (d *DB) onWriter(ctx context.Context, do func(context.Context, *sql.Conn) error) error {
	conn, err := d.writes.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	defer conn.Raw(func(any) error { return driver.ErrBadConn })
	return do(ctx, conn)
}
