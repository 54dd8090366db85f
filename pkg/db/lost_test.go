package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"

	"github.com/mattn/go-sqlite3"
)

// together runs the transactions of all in one group and returns their answers.
func together(d *DB, all ...func(tx *Tx) error) []error {
	letGo := pause(d, all[0])
	answers := make([]chan error, len(all)-1)
	for i := range answers {
		answers[i] = make(chan error, 1)
		go func() { answers[i] <- d.Tx(context.Background(), all[i+1]) }()
		synctest.Wait() // each behind the one before
	}
	errs := []error{letGo()}
	for _, answer := range answers {
		errs = append(errs, <-answer)
	}
	return errs
}

func writes(slug string) func(tx *Tx) error {
	return func(tx *Tx) error { return addBoard(tx, slug) }
}

// full makes SQLite itself find no room: every page its writer may have is taken.
// It lasts as long as the connection.
func full(tx *Tx) {
	ctx := context.Background()
	pages, err := One(ctx, tx, Value[int], `PRAGMA page_count`)
	if err == nil {
		_, err = tx.Exec(ctx, fmt.Sprintf(`PRAGMA max_page_count = %d`, pages))
	}
	if err != nil {
		panic(err)
	}
}

const long = `INSERT INTO board (slug, title) VALUES ('long', hex(zeroblob(1000000)))`

// One person's transaction makes SQLite undo the whole group, each time in another
// way. Everybody else in it is saved all the same, each alone.
func TestOneUndoesAll(t *testing.T) {
	ctx := context.Background()
	undone := func(tx *Tx) error {
		_, err := tx.Exec(ctx, `INSERT OR ROLLBACK INTO board (slug, title) VALUES ('first', 'A board')`)
		return err
	}
	for _, test := range []struct {
		name  string
		spoil func(tx *Tx) error
	}{
		{"a rule breaks it off", undone},
		{"and its turn goes on", func(tx *Tx) error {
			undone(tx)
			if err := addBoard(tx, "alone"); !errors.Is(err, errUndone) {
				return fmt.Errorf("it wrote outside any transaction: %v", err)
			}
			return nil
		}},
		{"there is no room", func(tx *Tx) error {
			full(tx)
			_, err := tx.Exec(ctx, long)
			return err
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			stepped(t, func(t *testing.T, d *DB) {
				if err := d.Tx(ctx, writes("first")); err != nil {
					t.Fatal(err)
				}
				raised := 0
				runs := 0
				errs := together(d, writes("before"), func(tx *Tx) error {
					runs++
					tx.After(func() { raised++ })
					return addBoard(tx, "beside")
				}, test.spoil, writes("after"))
				for i, err := range errs {
					if (err != nil) != (i == 2) || i == 2 && !errors.Is(err, ErrNotSaved) {
						t.Errorf("number %d was answered %v", i, err)
					}
				}
				if n := countBoards(t, d); n != 4 {
					t.Errorf("%d boards, want the four of those who did nothing wrong", n)
				}
				if runs != 2 || raised != 1 {
					t.Errorf("ran %d times and raised %d versions, want 2 and 1", runs, raised)
				}
			})
		})
	}
}

// There is no room, and there is none when they go alone: each hears that it was
// not saved, whatever it would have answered, and later there is room again.
func TestNoRoomForAnybody(t *testing.T) {
	stepped(t, func(t *testing.T, d *DB) {
		greedy := func(tx *Tx) error {
			full(tx)
			tx.After(func() { t.Error("a version was raised for what is not there") })
			_, err := tx.Exec(context.Background(), long)
			return err
		}
		for i, err := range together(d, greedy, greedy, greedy) {
			if !errors.Is(err, ErrNotSaved) || errors.Is(err, ErrUnknown) {
				t.Errorf("number %d was answered %v", i, err)
			}
		}
		if n := countBoards(t, d); n != 0 {
			t.Errorf("%d boards, want none", n)
		}
		if err := d.Tx(t.Context(), writes("next")); err != nil {
			t.Error(err)
		}
	})
}

// The commit itself fails. Where SQLite has certainly undone it, each goes again
// alone; where the disk failed, nobody knows, and nothing is done twice.
func TestCommitFails(t *testing.T) {
	for _, test := range []struct {
		err  sqlite3.Error
		want error // and nil: saved at the second try
	}{
		{sqlite3.Error{Code: sqlite3.ErrFull}, nil},
		{sqlite3.Error{Code: sqlite3.ErrConstraint}, nil},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, ExtendedCode: sqlite3.ErrIoErrWrite}, ErrUnknown},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, ExtendedCode: sqlite3.ErrIoErrFsync}, ErrUnknown},
	} {
		t.Run(test.err.Error(), func(t *testing.T) {
			stepped(t, func(t *testing.T, d *DB) {
				g := d.writer.(*group)
				commit := g.end
				var broken any
				g.end = func(conn *sql.Conn) (err error) {
					conn.Raw(func(c any) error {
						if c == broken {
							t.Error("a connection that failed was used again")
						}
						if broken == nil {
							broken, err = c, test.err
						}
						return nil
					})
					if err != nil {
						return err
					}
					return commit(conn)
				}
				raised := 0
				refusal := errors.New("a refusal, which may rest on what is lost")
				errs := together(d, func(tx *Tx) error {
					tx.After(func() { raised++ })
					return addBoard(tx, "first")
				}, func(tx *Tx) error { return refusal })
				if !errors.Is(errs[0], test.want) {
					t.Errorf("answered %v, want %v", errs[0], test.want)
				}
				if test.want == nil && errs[1] != refusal || !errors.Is(errs[1], test.want) && test.want != nil {
					t.Errorf("the refusal was answered %v", errs[1])
				}
				if raised != 1 {
					t.Errorf("%d versions were raised, want 1: what is not known must be forgotten too", raised)
				}
				if err := d.Tx(t.Context(), writes("next")); err != nil {
					t.Error(err)
				}
			})
		})
	}
}

// Somebody panics, and then the group is undone: nobody waits for them.
func TestPanicInALostGroup(t *testing.T) {
	stepped(t, func(t *testing.T, d *DB) {
		g := d.writer.(*group)
		commit, failed := g.end, false
		g.end = func(conn *sql.Conn) error {
			if !failed {
				failed = true
				return sqlite3.Error{Code: sqlite3.ErrFull}
			}
			return commit(conn)
		}
		panicked := make(chan any, 1)
		letGo := pause(d, writes("first"))
		go func() {
			defer func() { panicked <- recover() }()
			d.Tx(context.Background(), func(tx *Tx) error { panic("mine") })
		}()
		synctest.Wait()
		if err := letGo(); err != nil {
			t.Error(err)
		}
		if p := <-panicked; p != "mine" {
			t.Errorf("recovered %v", p)
		}
		if n := countBoards(t, d); n != 1 {
			t.Errorf("%d boards, want 1", n)
		}
	})
}

// Another program holds SQLite's lock for longer than we wait: that is an answer
// too, and when it lets go the next transaction is as good as any.
func TestLockedByAnother(t *testing.T) {
	stepped(t, func(t *testing.T, d *DB) {
		if err := d.Tx(t.Context(), func(tx *Tx) error {
			_, err := tx.Exec(t.Context(), `PRAGMA busy_timeout = 1`)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		other := sql.OpenDB(newConnector(d.address, "&_txlock=immediate", settings))
		defer other.Close()
		lock, err := other.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Tx(t.Context(), writes("first")); !errors.Is(err, ErrNotSaved) {
			t.Errorf("while it is locked: %v", err)
		}
		if err := errors.Join(lock.Rollback(), d.Tx(t.Context(), writes("first"))); err != nil {
			t.Error(err)
		}
	})
}
