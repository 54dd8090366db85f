package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// serial is PostgreSQL's writer. Transactions run beside each other; those that
// could tell are undone, and run again.
type serial struct {
	db *sql.DB
}

const tries = 10

func (s serial) tx(ctx context.Context, do func(tx *Tx) error) error {
	for try := 1; ; try++ {
		err := s.once(ctx, do)
		if try == tries || !collided(err) {
			return err
		}
		select {
		case <-time.After(time.Duration(try*try) * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (s serial) once(ctx context.Context, do func(tx *Tx) error) error {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelSerializable})
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback() // does nothing once committed
	if err := do(&Tx{conn: tx}); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err = tx.Commit(); err == nil || refused(err) {
		return err
	}
	return fmt.Errorf("commit: %w: %w", ErrUnknown, err)
}

func (serial) stop() {}

// refused reports that PostgreSQL itself said no to a commit. A connection that
// broke off, or a server that was going down, has said nothing.
func refused(err error) bool {
	var e *pgconn.PgError
	return errors.Is(err, pgx.ErrTxCommitRollback) || errors.As(err, &e) && e.SeverityUnlocalized == "ERROR"
}

func collided(err error) bool {
	state := sqlState(err)
	return state == "40001" || state == "40P01"
}
