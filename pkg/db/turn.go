package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/mattn/go-sqlite3"
)

// errUndone says that SQLite has undone a transaction by itself, as it does when
// the disk is full. Everything else in it is undone too.
var errUndone = errors.New("SQLite undid the whole transaction")

// A turn is one caller's time with the writing connection. It is taken on the
// caller's own goroutine, so a panic is the caller's, and so is its stack.
type turn struct {
	conn  chan *sql.Conn // lent
	ended chan error     // given back; an error says the transaction itself is gone
	saved chan error     // what became of it
	gone  bool           // its caller panicked, and waits for nothing any more
}

// take runs do inside a savepoint, so that its failure undoes only itself.
func (t *turn) take(conn *sql.Conn, do func(tx *Tx) error) (err error) {
	t.gone = true
	var lost error
	defer func() { t.ended <- lost }() // whatever do does, the next turn comes
	if lost = exec(conn, `SAVEPOINT turn`); lost != nil {
		t.gone = false
		return lost
	}
	mine, kept := &lent{conn: conn}, false
	defer func() {
		mine.over.Store(true)
		if kept {
			return
		}
		if lost = exec(conn, `ROLLBACK TO turn; RELEASE turn`); lost != nil {
			lost = fmt.Errorf("%w (after: %v)", errUndone, err)
		}
	}()
	err = do(&Tx{conn: mine})
	if err == nil {
		err = exec(conn, `RELEASE turn`)
		kept = err == nil
	}
	t.gone = false
	return err
}

// lent is the writing connection as one turn may use it.
type lent struct {
	conn *sql.Conn
	over atomic.Bool
}

func (l *lent) ExecContext(ctx context.Context, q string, args ...any) (sql.Result, error) {
	if err := l.ready(ctx); err != nil {
		return nil, err
	}
	return l.conn.ExecContext(context.WithoutCancel(ctx), q, args...)
}

func (l *lent) QueryContext(ctx context.Context, q string, args ...any) (*sql.Rows, error) {
	if err := l.ready(ctx); err != nil {
		return nil, err
	}
	return l.conn.QueryContext(context.WithoutCancel(ctx), q, args...)
}

// ready refuses what would harm the other turns. Statements run without ctx,
// because interrupting a write undoes the transaction of the whole group: ctx is
// asked between them. And when SQLite has undone it by itself, the next statement
// would be a transaction of its own.
func (l *lent) ready(ctx context.Context) error {
	if l.over.Load() {
		return sql.ErrTxDone
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return l.conn.Raw(func(c any) error {
		if c.(*sqlite3.SQLiteConn).AutoCommit() {
			return errUndone
		}
		return nil
	})
}
