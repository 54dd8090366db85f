package events

import (
	"context"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

// running starts q, and returns what stops it and waits until it has stopped.
func running(t *testing.T, q *Queue) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan struct{})
	go func() { q.Run(ctx); close(stopped) }()
	stop = func() { cancel(); <-stopped }
	t.Cleanup(stop)
	return stop
}

// What is told is done at once, and what is told for later then: a worker with
// nothing to do looks only once a minute of its own accord.
func TestRun(t *testing.T) {
	q := NewQueue(dbtest.Open(t), time.Now)
	heard := make(chan int64)
	On(q, "ann", func(_ context.Context, e boiled) error { heard <- e.Kettle; return nil })
	running(t, q)
	next := func() int64 {
		select {
		case kettle := <-heard:
			return kettle
		case <-time.After(idle / 2):
			t.Fatal("nothing was heard for half a minute")
			return 0
		}
	}
	for i := range int64(20) { // the workers are asleep, or are just going to sleep
		tell(t, q, boiled{i})
		if got := next(); got != i {
			t.Fatalf("heard %d, want %d", got, i)
		}
	}
	due := time.Now().Add(50 * time.Millisecond)
	if err := q.db.Tx(t.Context(), func(tx *db.Tx) error { return q.TellAt(t.Context(), tx, boiled{21}, due) }); err != nil {
		t.Fatal(err)
	}
	if next(); time.Now().Before(due.Truncate(time.Millisecond)) {
		t.Error("it was done before its time")
	}
}

type posted struct{}

// A listener that takes long holds up nobody else's job.
func TestSlowListener(t *testing.T) {
	q := NewQueue(dbtest.Open(t), time.Now)
	busy, letGo, heard := make(chan struct{}), make(chan struct{}), make(chan struct{}, 9)
	On(q, "mail", func(context.Context, posted) error { close(busy); <-letGo; return nil })
	On(q, "ann", func(context.Context, boiled) error { heard <- struct{}{}; return nil })
	running(t, q)
	defer close(letGo)
	tell(t, q, posted{})
	<-busy
	tell(t, q, boiled{1}, boiled{2})
	<-heard
	<-heard
}

// The house closes while a job is at hand: it is done, and noted as done, before
// Run returns; no other is begun.
func TestStopWaits(t *testing.T) {
	q := NewQueue(dbtest.Open(t), time.Now)
	busy, letGo := make(chan struct{}, workers), make(chan struct{})
	On(q, "ann", func(ctx context.Context, _ boiled) error {
		busy <- struct{}{}
		<-letGo
		return ctx.Err()
	})
	ctx, cancel := context.WithCancel(t.Context())
	stopped := make(chan struct{})
	go func() { q.Run(ctx); close(stopped) }()
	var events []any
	for i := range workers + 3 {
		events = append(events, boiled{int64(i)})
	}
	tell(t, q, events...)
	for range workers {
		<-busy
	}
	cancel()
	select {
	case <-stopped:
		t.Error("it stopped with jobs at hand")
	default:
	}
	close(letGo)
	<-stopped
	if n := jobs(t, q); n != 3 {
		t.Errorf("%d jobs are left, want the 3 that nobody had begun", n)
	}
}
