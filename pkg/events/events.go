// Package events carries word of what happened to whoever must act on it later.
//
// A verb tells an event inside its own transaction, so the event is exactly as
// durable as the change it reports. Each subscriber gets its own job, and is
// tried until it succeeds; being told twice must do no more than being told once.
package events

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// Queue knows who wants to hear of what.
type Queue struct {
	db   *db.DB
	now  func() time.Time
	subs map[reflect.Type][]string
	work map[string]func(ctx context.Context, event []byte) error
}

// NewQueue returns a queue nobody listens to yet.
func NewQueue(d *db.DB, now func() time.Time) *Queue {
	return &Queue{db: d, now: now, subs: map[reflect.Type][]string{}, work: map[string]func(context.Context, []byte) error{}}
}

// On asks that do hear every event of type E. The name is kept with its jobs,
// so it must not change while any are waiting.
func On[E any](q *Queue, name string, do func(context.Context, E) error) {
	kind := reflect.TypeFor[E]()
	q.subs[kind] = append(q.subs[kind], name)
	q.work[name] = func(ctx context.Context, raw []byte) error {
		var event E
		if err := json.Unmarshal(raw, &event); err != nil {
			return err
		}
		return do(ctx, event)
	}
}

// Tell leaves a job in tx for every subscriber of event's type.
func (q *Queue) Tell(ctx context.Context, tx *db.Tx, event any) error {
	raw, err := json.Marshal(event)
	if err != nil {
		return fmt.Errorf("tell %T: %w", event, err)
	}
	for _, name := range q.subs[reflect.TypeOf(event)] {
		if err := insertJob(ctx, tx, name, string(raw), q.now()); err != nil {
			return fmt.Errorf("tell %T: %w", event, err)
		}
	}
	return nil
}

// Run does jobs as they fall due, until ctx ends.
func (q *Queue) Run(ctx context.Context) {
	for ctx.Err() == nil {
		did, err := q.Step(ctx)
		if err != nil {
			slog.ErrorContext(ctx, "job queue", "err", err)
		}
		if !did {
			select {
			case <-time.After(time.Second):
			case <-ctx.Done():
			}
		}
	}
}

// Step does one due job, and reports whether there was one.
func (q *Queue) Step(ctx context.Context) (bool, error) {
	var j job
	err := q.db.Tx(ctx, func(tx *db.Tx) (err error) {
		j, err = claimJob(ctx, tx, q.now())
		return err
	})
	if errors.Is(err, db.ErrNone) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	do, ok := q.work[j.who]
	if !ok {
		return true, fmt.Errorf("job %d: nobody is called %q", j.id, j.who)
	}
	failed := do(ctx, []byte(j.event))
	if failed != nil {
		slog.WarnContext(ctx, "job failed", "who", j.who, "tries", j.tries, "err", failed)
	}
	return true, q.db.Tx(ctx, func(tx *db.Tx) error {
		if failed != nil {
			return noteFailure(ctx, tx, j.id, failed)
		}
		return deleteJob(ctx, tx, j.id)
	})
}
