package db_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

var errChanged = errors.New("changed my mind")

// endings are the ways a transaction can end after its first write.
var endings = []struct {
	name string
	kept bool
	end  func(ctx context.Context, tx *db.Tx, slug string) error
}{
	{"well", true, func(ctx context.Context, tx *db.Tx, slug string) error { return addBoard(ctx, tx, slug+" again") }},
	{"with an error", false, func(context.Context, *db.Tx, string) error { return errChanged }},
	{"with a refused statement", false, func(ctx context.Context, tx *db.Tx, slug string) error { return addBoard(ctx, tx, slug) }},
	{"with a panic", false, func(context.Context, *db.Tx, string) error { panic(errChanged) }},
	{"cancelled", false, func(ctx context.Context, tx *db.Tx, slug string) error {
		ctx, cancel := context.WithCancel(ctx)
		cancel()
		return addBoard(ctx, tx, slug+" again")
	}},
}

// recovered runs do and turns a panic into the error it was called with.
func recovered(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = p.(error)
		}
	}()
	return do()
}

// Sixty-four people write at once, and many of them fail. Each gets their own
// answer, and exactly what was answered with success is there.
func TestFailureUndoesOnlyItself(t *testing.T) {
	d, ctx := open(t), t.Context()
	seed := rand.Uint64()
	t.Log("seed", seed)
	var mu sync.Mutex
	want := map[string]bool{}
	var crowd sync.WaitGroup
	for writer := range 64 {
		crowd.Go(func() {
			luck := rand.New(rand.NewPCG(seed, uint64(writer)))
			for round := range 10 {
				how, slug := endings[luck.IntN(len(endings))], fmt.Sprintf("%d %d", writer, round)
				err := recovered(func() error {
					return d.Tx(ctx, func(tx *db.Tx) error {
						if err := addBoard(ctx, tx, slug); err != nil {
							return err
						}
						return how.end(ctx, tx, slug)
					})
				})
				if (err == nil) != how.kept {
					t.Errorf("%s ended %s: %v", slug, how.name, err)
				}
				if how.kept {
					mu.Lock()
					want[slug], want[slug+" again"] = true, true
					mu.Unlock()
				}
			}
		})
	}
	crowd.Wait()
	if got := boards(t, d); !maps.Equal(got, want) {
		t.Errorf("%d boards are there, want the %d that were answered for", len(got), len(want))
	}
}

// Forty people add one to the same number; nobody's one is lost.
func TestOneAfterAnother(t *testing.T) {
	d, ctx := open(t), t.Context()
	var crowd sync.WaitGroup
	for range 4 {
		crowd.Go(func() {
			for range 10 {
				if err := d.Tx(ctx, func(tx *db.Tx) error {
					n, err := db.One(ctx, tx, db.Value[int], `SELECT count(*) FROM board`)
					if err != nil {
						return err
					}
					return addBoard(ctx, tx, fmt.Sprint(n))
				}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	crowd.Wait()
	if got := boards(t, d); len(got) != 40 || !got["39"] {
		t.Errorf("boards = %v, want 0 to 39", got)
	}
}

// A panic reaches the one who caused it as it was, with nothing written, and a
// goroutine that ends inside its transaction holds up nobody.
func TestPanicsAreTheirCallers(t *testing.T) {
	d, ctx := open(t), t.Context()
	err := recovered(func() error {
		return d.Tx(ctx, func(tx *db.Tx) error { return errors.Join(addBoard(ctx, tx, "panic"), nestedPanic()) })
	})
	if err != errChanged {
		t.Errorf("recovered %v, want the very value", err)
	}
	var gone sync.WaitGroup
	gone.Go(func() {
		d.Tx(ctx, func(tx *db.Tx) error {
			defer runtime.Goexit()
			return addBoard(ctx, tx, "gone")
		})
	})
	gone.Wait()
	if err := d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, "after") }); err != nil {
		t.Fatal(err)
	}
	if got := boards(t, d); len(got) != 1 || !got["after"] {
		t.Errorf("boards = %v, want only the last", got)
	}
}

func nestedPanic() error { panic(errChanged) }

// What follows a commit finds it committed, in the order it was asked for, before
// the answer; what follows a failure does not happen.
func TestAfter(t *testing.T) {
	d, ctx := open(t), t.Context()
	var raised []string
	for _, how := range endings {
		recovered(func() error {
			return d.Tx(ctx, func(tx *db.Tx) error {
				for _, time := range []string{"first", "then"} {
					tx.After(func() {
						raised = append(raised, how.name+" "+time)
						if got := boards(t, d); !got[how.name] {
							t.Errorf("%s: not there yet", how.name)
						}
					})
				}
				if err := addBoard(ctx, tx, how.name); err != nil {
					return err
				}
				return how.end(ctx, tx, how.name)
			})
		})
	}
	if want := []string{"well first", "well then"}; !slices.Equal(raised, want) {
		t.Errorf("raised %q, want %q", raised, want)
	}
}

func TestTxInsideTx(t *testing.T) {
	d, ctx := open(t), t.Context()
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a transaction inside a transaction was allowed")
			}
		}()
		d.Tx(ctx, func(tx *db.Tx) error {
			return errors.Join(addBoard(ctx, tx, "outer"), d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, "inner") }))
		})
	}()
	if got := boards(t, d); len(got) != 0 {
		t.Errorf("boards = %v, want none", got)
	}
}

func TestTxAfterItsEnd(t *testing.T) {
	d, ctx := open(t), t.Context()
	var kept *db.Tx
	if err := d.Tx(ctx, func(tx *db.Tx) error { kept = tx; return nil }); err != nil {
		t.Fatal(err)
	}
	if err := d.Tx(ctx, func(tx *db.Tx) error {
		if addBoard(ctx, kept, "late") == nil {
			t.Error("a transaction that was over wrote into another's")
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}

// People are writing when the house closes. Whoever was answered well finds their
// words there tomorrow; everybody else was told that it is closed.
func TestCloseWhileBusy(t *testing.T) {
	address, ctx := dbtest.Address(t), t.Context()
	d, err := db.OpenTest(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	want := map[string]bool{}
	busy := make(chan struct{})
	var crowd sync.WaitGroup
	for writer := range 16 {
		crowd.Go(func() {
			for round := 0; ; round++ {
				slug := fmt.Sprintf("%d %d", writer, round)
				err := d.Tx(ctx, func(tx *db.Tx) error { return addBoard(ctx, tx, slug) })
				if errors.Is(err, db.ErrClosed) {
					return
				}
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				if want[slug] = true; len(want) == 100 {
					close(busy)
				}
				mu.Unlock()
			}
		})
	}
	<-busy
	if err := errors.Join(d.Close(), d.Close()); err != nil {
		t.Error(err)
	}
	crowd.Wait()
	if d, err = db.OpenTest(ctx, address); err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if got := boards(t, d); !maps.Equal(got, want) {
		t.Errorf("%d boards are there, want the %d that were answered for", len(got), len(want))
	}
}
