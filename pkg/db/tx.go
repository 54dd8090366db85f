package db

import (
	"context"
	"database/sql"
	"errors"
	"runtime"
)

var (
	// ErrUnknown says that the database failed while it was committing: what the
	// transaction wrote may be there, or may not. Look before trying again.
	ErrUnknown = errors.New("it is not known whether this was written")

	// ErrLost says that SQLite undid a whole group by itself, as it does when the
	// disk is full. Nothing of it was written.
	ErrLost = errors.New("SQLite undid the whole transaction; nothing was written")
)

// A Tx is a transaction: the only thing in the house that can write. A function
// that takes a *Tx may change the database; one that takes a [Reader] cannot.
type Tx struct {
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
// On SQLite everybody else who writes is waiting for do, so it must be short. On
// PostgreSQL it runs again when another transaction got in the way, so it must
// touch nothing but tx. On both it must not ask for another transaction: it has one.
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
	var last *Tx // do may run more than once; this is the run that counts
	err := d.writer.tx(ctx, func(tx *Tx) error {
		last = tx
		return do(tx)
	})
	if last != nil && (err == nil || errors.Is(err, ErrUnknown)) {
		for _, f := range last.after {
			f()
		}
	}
	return err
}

// After asks that f run when what the transaction wrote is on the disk, before
// [DB.Tx] answers: the place to raise the version of something kept in memory. It
// does not run when nothing was written, and does run when that is not known
// ([ErrUnknown]), so it may forget or raise, but must not add. It must not ask for
// a transaction. Those who wrote at the same time run theirs side by side.
func (tx *Tx) After(f func()) { tx.after = append(tx.after, f) }

// refuseNested panics when its caller, Tx, is already further down the stack. On
// SQLite the inner call would wait for ever for the outer one; on PostgreSQL it
// would be a second transaction that the first cannot undo.
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
	res, err := tx.conn.ExecContext(ctx, q, args...)
	if err != nil {
		return 0, failed(q, err)
	}
	return res.RowsAffected()
}

func (tx *Tx) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	return tx.conn.QueryContext(ctx, q, args...)
}
