// Package events carries word of what happened to whoever must act on it later.
//
// A verb tells an event inside its own transaction, so the event is exactly as
// durable as the change it reports. Each listener gets its own job, which is done
// after the commit, beside other jobs and in no order, and again until it succeeds;
// so being told twice must do no more than being told once.
//
// Events carry ids, never words. One that would join what the forum keeps apart, as
// a member's names, has a method Sealed, and is kept so that only the master key
// opens it.
package events

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// Queue knows who wants to hear of what.
type Queue struct {
	db        *db.DB
	now       func() time.Time
	listeners map[reflect.Type][]string
	work      map[string]func(ctx context.Context, event []byte) error
	sealed    map[string]bool // listeners whose events are sealed
	seal      func(plain []byte) ([]byte, error)
	open      func(sealed []byte) ([]byte, error)
	woken     chan struct{}
}

// An Option is a setting of a new queue.
type Option func(*Queue)

// WithSeal has events that are to be sealed pass through seal on their way into the
// database, and through open on their way to a listener.
func WithSeal(seal, open func([]byte) ([]byte, error)) Option {
	return func(q *Queue) { q.seal, q.open = seal, open }
}

// NewQueue returns a queue nobody listens to yet.
func NewQueue(d *db.DB, now func() time.Time, options ...Option) *Queue {
	q := &Queue{
		db: d, now: now,
		listeners: map[reflect.Type][]string{},
		work:      map[string]func(context.Context, []byte) error{},
		sealed:    map[string]bool{},
		woken:     make(chan struct{}, 1),
	}
	for _, set := range options {
		set(q)
	}
	return q
}

// secret is an event that is sealed.
type secret interface{ Sealed() }

// On asks that do hear every event of type E. The name is kept with its jobs, so it
// must not change while any are waiting. It panics when the name is taken, or when
// E is to be sealed and the queue cannot: mistakes of whoever builds the house.
func On[E any](q *Queue, name string, do func(context.Context, E) error) {
	kind := reflect.TypeFor[E]()
	if q.work[name] != nil {
		panic("events: two listeners are called " + name)
	}
	if q.sealed[name] = kind.Implements(reflect.TypeFor[secret]()); q.sealed[name] && q.seal == nil {
		panic(fmt.Sprintf("events: %v is sealed, and the queue was made without WithSeal", kind))
	}
	q.listeners[kind] = append(q.listeners[kind], name)
	q.work[name] = func(ctx context.Context, raw []byte) (err error) {
		if q.sealed[name] {
			if raw, err = q.open(raw); err != nil {
				return err
			}
		}
		var event E
		if json.Unmarshal(raw, &event) != nil {
			return errors.New("the event is not of the kind its listener knows")
		}
		return do(ctx, event)
	}
}

// Tell leaves a job in tx for every listener to event's type, to be done as soon as
// tx is committed.
func (q *Queue) Tell(ctx context.Context, tx *db.Tx, event any) error {
	return q.TellAt(ctx, tx, event, q.now())
}

// TellAt is Tell for jobs to be done at due, or soon after.
func (q *Queue) TellAt(ctx context.Context, tx *db.Tx, event any, due time.Time) error {
	for _, name := range q.listeners[reflect.TypeOf(event)] {
		raw, err := json.Marshal(event)
		if err == nil && q.sealed[name] {
			raw, err = q.seal(raw)
		}
		if err == nil {
			err = insertJob(ctx, tx, name, raw, due)
		}
		if err != nil {
			return fmt.Errorf("tell %T: %w", event, err)
		}
	}
	tx.After(q.wake)
	return nil
}

// Reseal passes every sealed event that waits through turn, which opens it with the
// master key it was sealed under and seals it under the next.
func (q *Queue) Reseal(ctx context.Context, tx *db.Tx, turn func(sealed []byte) ([]byte, error)) error {
	for name, sealed := range q.sealed {
		if !sealed {
			continue
		}
		waiting, err := jobsOf(ctx, tx, name)
		if err != nil {
			return err
		}
		for _, j := range waiting {
			again, err := turn(j.event)
			if err != nil {
				return fmt.Errorf("reseal job %d: %w", j.id, err)
			}
			if err := updateEvent(ctx, tx, j.id, again); err != nil {
				return err
			}
		}
	}
	return nil
}
