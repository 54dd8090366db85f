package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// serial is PostgreSQL's writer. Every transaction takes the same lock before
// anything else and has it until it has ended, so they come one after another and
// none is ever undone for another's sake.
//
// READ COMMITTED is then not only enough, it is what is needed: each statement
// sees all that was committed when it began, and so all that the holders of the
// lock before it wrote. A stricter level would look at the tables as they were
// when the transaction began to wait.
type serial struct {
	db *sql.DB
}

// Advisory locks of the house: of the transaction that writes, and of the process
// that has the database.
const (
	writing = 0x6b696e64_0001 // "kind"
	owning  = 0x6b696e64_0002
)

func (s serial) tx(ctx context.Context, do func(tx *Tx) error) error {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer conn.Close()
	// Statements may be given up with ctx; a COMMIT that was sent is waited for.
	tx, err := conn.BeginTx(context.WithoutCancel(ctx), &sql.TxOptions{Isolation: sql.LevelReadCommitted})
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback() // does nothing once committed
	if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock($1)`, int64(writing)); err != nil {
		return fmt.Errorf("wait for the other writers: %w", err)
	}
	if err := do(&Tx{conn: tx}); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		if refused(err) {
			return err
		}
		return fmt.Errorf("commit: %w: %w", ErrUnknown, err)
	}
	return nil
}

func (serial) stop() {}

// refused reports that PostgreSQL itself said no to a commit. A connection that
// broke off, or a server that was going down, has said nothing.
func refused(err error) bool {
	var e *pgconn.PgError
	return errors.Is(err, pgx.ErrTxCommitRollback) || errors.As(err, &e) && e.SeverityUnlocalized == "ERROR"
}
