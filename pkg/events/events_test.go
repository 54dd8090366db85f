package events

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

// boiled is what these tests tell of.
type boiled struct{ Kettle int64 }

// left is an event that only the master key opens.
type left struct{ Name int64 }

func (left) Sealed() {}

type clock struct{ time.Time }

func (c *clock) now() time.Time { return c.Time }

func (c *clock) pass(d time.Duration) { c.Time = c.Add(d) }

// kitchen is a queue over a fresh database, and its clock.
func kitchen(t *testing.T, options ...Option) (*Queue, *clock) {
	t.Helper()
	c := &clock{time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC)}
	return NewQueue(dbtest.Open(t), c.now, options...), c
}

func tell(t *testing.T, q *Queue, events ...any) {
	t.Helper()
	if err := q.db.Tx(t.Context(), func(tx *db.Tx) error {
		for _, e := range events {
			if err := q.Tell(t.Context(), tx, e); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// step does every job that is due and returns how many there were.
func step(t *testing.T, q *Queue) (n int) {
	t.Helper()
	for {
		did, err := q.Step(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if !did {
			return n
		}
		n++
	}
}

func jobs(t *testing.T, q *Queue) int {
	t.Helper()
	n, err := db.One(t.Context(), q.db, db.Value[int], `SELECT count(*) FROM job`)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Every listener hears of what was committed, once, and of nothing else.
func TestTell(t *testing.T) {
	q, _ := kitchen(t)
	var heard []int64
	for _, who := range []string{"ann", "ben"} {
		On(q, who, func(_ context.Context, e boiled) error { heard = append(heard, e.Kettle); return nil })
	}
	On(q, "deaf", func(context.Context, *boiled) error { t.Error("that is another type"); return nil })
	tell(t, q, boiled{7})
	sorry := errors.New("changed my mind")
	if err := q.db.Tx(t.Context(), func(tx *db.Tx) error {
		return errors.Join(q.Tell(t.Context(), tx, boiled{8}), sorry)
	}); !errors.Is(err, sorry) {
		t.Fatal(err)
	}
	if n := step(t, q); n != 2 || !slices.Equal(heard, []int64{7, 7}) {
		t.Errorf("%d jobs, heard %v", n, heard)
	}
	if n := jobs(t, q); n != 0 {
		t.Errorf("%d jobs are left", n)
	}
}

func TestTellAt(t *testing.T) {
	q, c := kitchen(t)
	heard := 0
	On(q, "ann", func(context.Context, boiled) error { heard++; return nil })
	if err := q.db.Tx(t.Context(), func(tx *db.Tx) error {
		return q.TellAt(t.Context(), tx, boiled{1}, c.now().Add(24*time.Hour))
	}); err != nil {
		t.Fatal(err)
	}
	c.pass(24*time.Hour - time.Millisecond)
	if n := step(t, q); n != 0 {
		t.Error("it was done before its time")
	}
	c.pass(time.Millisecond)
	if n := step(t, q); n != 1 || heard != 1 {
		t.Errorf("%d jobs, heard %d", n, heard)
	}
}

// A job that fails is tried again, later each time, and says why without anybody's
// words; one whose worker died is tried again too.
func TestTriedUntilItSucceeds(t *testing.T) {
	q, c := kitchen(t)
	var ways = []func() error{
		func() error { return errors.New(`550 <ann@example.org> refused "my words"`) },
		func() error { panic("my words") },
		func() error { var none []int; _ = none[len(t.Name())]; return nil },
		func() error { return nil },
	}
	tries := 0
	On(q, "ann", func(context.Context, boiled) error { tries++; return ways[tries-1]() })
	tell(t, q, boiled{1})
	for _, want := range []struct {
		wait time.Duration
		says string
	}{{time.Minute, "550 … refused …"}, {2 * time.Minute, "it panicked with a string"}, {4 * time.Minute, "index out of range"}} {
		if n := step(t, q); n != 1 {
			t.Fatalf("%d jobs were due", n)
		}
		why, err := db.One(t.Context(), q.db, db.Value[string], `SELECT last_err FROM job`)
		if err != nil || !strings.Contains(why, want.says) || strings.Contains(why, "words") {
			t.Errorf("it says %q, %v; want %q", why, err, want.says)
		}
		c.pass(want.wait - time.Second)
		if n := step(t, q); n != 0 {
			t.Errorf("it was tried again before %v", want.wait)
		}
		c.pass(time.Second)
	}
	// A worker takes it, and is never heard of again.
	if _, err := q.claim(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := step(t, q); n != 0 {
		t.Error("it was taken twice at once")
	}
	c.pass(lease)
	if n := step(t, q); n != 1 || tries != 4 || jobs(t, q) != 0 {
		t.Errorf("%d jobs, %d tries, %d left", n, tries, jobs(t, q))
	}
}

func TestBackoff(t *testing.T) {
	for tries, want := range map[int]time.Duration{1: time.Minute, 2: 2 * time.Minute, 9: 256 * time.Minute, 10: 6 * time.Hour, 1000: 6 * time.Hour} {
		if got := backoff(tries); got != want {
			t.Errorf("after %d tries: %v, want %v", tries, got, want)
		}
	}
}

// Nobody listens any more under a name that jobs were left for: they wait.
func TestListenerIsGone(t *testing.T) {
	q, c := kitchen(t)
	On(q, "ann", func(context.Context, boiled) error { return nil })
	tell(t, q, boiled{1})
	heard := 0
	again := NewQueue(q.db, c.now)
	if n := step(t, again); n != 1 || jobs(t, q) != 1 {
		t.Errorf("%d jobs were done, %d are left", n, jobs(t, q))
	}
	On(again, "ann", func(context.Context, boiled) error { heard++; return nil })
	c.pass(time.Hour)
	if step(t, again); heard != 1 {
		t.Errorf("heard %d times when the name was back", heard)
	}
}

// A sealed event cannot be read from the database, is whole for its listener, and
// survives a new master key.
func TestSealed(t *testing.T) {
	key := byte(0x5a)
	turn := func(with byte, text []byte) []byte {
		turned := bytes.Clone(text)
		for i := range turned {
			turned[i] ^= with
		}
		return turned
	}
	seal := func(text []byte) ([]byte, error) { return turn(key, text), nil }
	q, _ := kitchen(t, WithSeal(seal, seal))
	var heard []int64
	On(q, "ann", func(_ context.Context, e left) error { heard = append(heard, e.Name); return nil })
	On(q, "ben", func(context.Context, boiled) error { return nil })
	tell(t, q, left{4711}, boiled{1234})
	raw, err := db.All(t.Context(), q.db, db.Value[[]byte], `SELECT event FROM job`)
	if err != nil {
		t.Fatal(err)
	}
	if all := bytes.Join(raw, nil); bytes.Contains(all, []byte("4711")) || !bytes.Contains(all, []byte("1234")) {
		t.Errorf("the database holds %q", all)
	}
	const next = byte(0x33)
	if err := q.db.Tx(t.Context(), func(tx *db.Tx) error {
		return q.Reseal(t.Context(), tx, func(sealed []byte) ([]byte, error) { return turn(key^next, sealed), nil })
	}); err != nil {
		t.Fatal(err)
	}
	key = next
	if n := step(t, q); n != 2 || !slices.Equal(heard, []int64{4711}) {
		t.Errorf("%d jobs, heard %v", n, heard)
	}
}

func TestMistakesOfTheBuilder(t *testing.T) {
	q, _ := kitchen(t)
	On(q, "ann", func(context.Context, boiled) error { return nil })
	for name, mistake := range map[string]func(){
		"one name twice":      func() { On(q, "ann", func(context.Context, boiled) error { return nil }) },
		"sealed with no seal": func() { On(q, "ben", func(context.Context, left) error { return nil }) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s was let pass", name)
				}
			}()
			mistake()
		}()
	}
}

// The ids of a hundred jobs tell no order.
func TestIDsTellNoOrder(t *testing.T) {
	q, _ := kitchen(t)
	On(q, "ann", func(context.Context, boiled) error { return nil })
	var events []any
	for i := range 100 {
		events = append(events, boiled{int64(i)})
	}
	tell(t, q, events...)
	told, err := db.All(t.Context(), q.db, db.Value[[]byte], `SELECT event FROM job ORDER BY id`)
	if err != nil || len(told) != 100 {
		t.Fatal(len(told), err)
	}
	rising := 0
	for i := range told[1:] {
		if len(told[i]) < len(told[i+1]) || len(told[i]) == len(told[i+1]) && bytes.Compare(told[i], told[i+1]) < 0 {
			rising++
		}
	}
	if rising < 25 || rising > 75 { // of 99; by chance 49.5 ± 2.9
		t.Errorf("%d of 99 neighbours are in the order they were told", rising)
	}
}

// A hundred jobs and eight workers: each is done once.
func TestWorkersShare(t *testing.T) {
	q, _ := kitchen(t)
	var mu sync.Mutex
	done := map[int64]int{}
	On(q, "ann", func(_ context.Context, e boiled) error {
		mu.Lock()
		defer mu.Unlock()
		done[e.Kettle]++
		return nil
	})
	var events []any
	for i := range 100 {
		events = append(events, boiled{int64(i)})
	}
	tell(t, q, events...)
	var crew sync.WaitGroup
	for range 8 {
		crew.Go(func() {
			for did, err := true, error(nil); did; {
				if did, err = q.Step(t.Context()); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	crew.Wait()
	step(t, q) // what one worker saw and another had taken
	for kettle, times := range done {
		if times != 1 {
			t.Errorf("%d was done %d times", kettle, times)
		}
	}
	if len(done) != 100 || jobs(t, q) != 0 {
		t.Errorf("%d were done, %d are left", len(done), jobs(t, q))
	}
}
