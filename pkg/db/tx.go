package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
)

var (
	// ErrUnknown says that the database failed while it was committing: what the
	// transaction wrote may be there, or may not. Look before trying again.
	ErrUnknown = errors.New("it is not known whether this was saved")

	// ErrNotSaved says that the database could not do its work just now, as when
	// its disk is full. Nothing of the transaction was written.
	ErrNotSaved = errors.New("not saved")
)

// A Tx is a transaction: the only thing in the house that can write. A function
// that takes a *Tx may change the database; one that takes a [Reader] cannot.
type Tx struct {
	db    *DB
	conn  conn
	after []func()
}

// conn is what carries a transaction's statements.
type conn interface {
	ExecContext(ctx context.Context, q string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, q string, args ...any) (*sql.Rows, error)
}

// Tx runs do in a transaction: all of it happens, or none of it, and when Tx
// returns nil it is on the disk. An error or a panic of do undoes what do did.
//
// Everybody else who writes is waiting for do, so it must be short. It may run a
// second time, when SQLite undid the first one for another's fault, so it must
// touch nothing but tx. It must not ask for another transaction: it has one.
func (d *DB) Tx(ctx context.Context, do func(tx *Tx) error) error {
	refuseNested()
	d.door.RLock()
	defer d.door.RUnlock()
	if d.closed {
		return ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := d.hold.lost(); err != nil {
		return fmt.Errorf("%w: %w", ErrNotSaved, err)
	}
	var last *Tx // the run that counts
	err := d.writer.tx(ctx, func(tx *Tx) error {
		tx.db, last = d, tx
		return do(tx)
	})
	switch {
	case err == nil, errors.Is(err, ErrUnknown):
		for _, f := range last.after {
			f()
		}
	case !errors.Is(err, ErrNotSaved) && d.dialect.unwell(err):
		err = fmt.Errorf("%w: %w", ErrNotSaved, err)
	}
	return err
}

// After asks that f run when what the transaction wrote is on the disk, before
// [DB.Tx] answers: the place to raise the version of something kept in memory. It
// does not run when nothing was written, and does run when that is not known
// ([ErrUnknown]), so f may forget or raise, but must not add. It must not ask for
// a transaction. Those who wrote at the same time run theirs side by side.
func (tx *Tx) After(f func()) { tx.after = append(tx.after, f) }

// refuseNested panics when its caller, Tx, is already further down the stack. On
// SQLite the inner call would wait for ever for the outer one; on PostgreSQL for
// the lock that the outer one has.
func refuseNested() {
	var stack [256]uintptr
	n := runtime.Callers(2, stack[:])
	tx := runtime.FuncForPC(stack[0] - 1).Entry()
	for _, pc := range stack[1:n] {
		if f := runtime.FuncForPC(pc - 1); f != nil && f.Entry() == tx {
			panic("db: Tx was called inside a transaction; hand on the *db.Tx you have instead")
		}
	}
}

// Exec runs a statement and returns how many rows it changed.
func (tx *Tx) Exec(ctx context.Context, q string, args ...any) (int64, error) {
	checkOrder(q)
	tx.db.hear(q)
	res, err := tx.conn.ExecContext(ctx, q, args...)
	if err != nil {
		return 0, failed(q, err)
	}
	return res.RowsAffected()
}

func (tx *Tx) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	tx.db.hear(q)
	return tx.conn.QueryContext(ctx, q, args...)
}
