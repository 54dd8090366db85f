package events

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

const (
	// workers do jobs side by side, so that a slow mail server holds up no notice.
	workers = 4

	// lease is how long a claimed job is left alone: the process that claimed it may
	// have died. Its listener has patience, which is less.
	lease    = 3 * time.Minute
	patience = 2 * time.Minute

	// grace is what a listener that is at work gets when the house closes.
	grace = 10 * time.Second

	// idle is how long a worker looks at nothing, told or not: it guards against a
	// clock that was set, and jobs another process left.
	idle = time.Minute
)

// backoff is the wait before a job that has failed so many times is tried again: a
// minute, then twice as long each time, at most six hours.
func backoff(tries int) time.Duration {
	return min(time.Minute<<min(tries-1, 9), 6*time.Hour)
}

// Run does jobs as they fall due, until ctx ends; then it returns as soon as the
// jobs at hand are done, or have had ten seconds.
func (q *Queue) Run(ctx context.Context) {
	var crew sync.WaitGroup
	for range workers {
		crew.Go(func() {
			for ctx.Err() == nil {
				did, err := q.Step(ctx)
				if err != nil && ctx.Err() == nil {
					slog.ErrorContext(ctx, "job queue", "err", err)
				}
				if !did || err != nil {
					q.rest(ctx, err)
				}
			}
		})
	}
	crew.Wait()
}

// wake has a worker look for jobs now.
func (q *Queue) wake() {
	select {
	case q.woken <- struct{}{}:
	default: // somebody is about to look
	}
}

// rest waits until there may be something to do.
func (q *Queue) rest(ctx context.Context, failed error) {
	wait, woken := idle, q.woken
	if failed != nil {
		wait, woken = 5*time.Second, nil // the database is in trouble: let it be
	} else if due, err := nextDue(ctx, q.db); err == nil {
		wait = min(wait, max(0, due.Sub(q.now())))
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-woken:
	case <-ctx.Done():
	}
}

// Step does one job that is due, and reports whether there was one. A listener that
// fails is an entry in the log and a later try, not an error of Step.
func (q *Queue) Step(ctx context.Context) (did bool, err error) {
	j, err := q.claim(ctx)
	if errors.Is(err, db.ErrNone) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	q.wake() // there may be more, for another worker
	failed := q.do(ctx, j)
	ctx = context.WithoutCancel(ctx) // what was done must not be done again only because the house closes
	return true, q.db.Tx(ctx, func(tx *db.Tx) error {
		if failed != nil {
			return noteFailure(ctx, tx, j, said(failed), q.now().Add(backoff(j.tries)))
		}
		return deleteJob(ctx, tx, j.id)
	})
}

// claim looks before it asks for a transaction, which others who write would wait for.
func (q *Queue) claim(ctx context.Context) (j job, err error) {
	now := q.now()
	due, err := nextDue(ctx, q.db)
	if err != nil {
		return job{}, err
	}
	if due.After(now) {
		return job{}, db.ErrNone
	}
	err = q.db.Tx(ctx, func(tx *db.Tx) (err error) {
		j, err = claimJob(ctx, tx, now, now.Add(lease))
		return err
	})
	return j, err
}

// do runs j's listener, outside any transaction.
func (q *Queue) do(ctx context.Context, j job) (err error) {
	work, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })()
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("it panicked with a %T", p)
			if broken, ok := p.(runtime.Error); ok {
				err = fmt.Errorf("it panicked: %w", broken)
			}
			slog.ErrorContext(ctx, "job panicked", "who", j.who, "stack", string(debug.Stack()))
		}
		if err != nil {
			slog.WarnContext(ctx, "job failed", "job", j.id, "who", j.who, "tries", j.tries, "err", said(err))
		}
	}()
	listen := q.work[j.who]
	if listen == nil {
		return errors.New("nobody is called that")
	}
	return listen(work, j.event)
}

// said is what is kept and logged of a failure. A listener's errors hold nobody's
// words; those of a mail server may repeat an address, or quote.
func said(err error) string {
	text := []rune(personal.ReplaceAllString(err.Error(), "…"))
	return string(text[:min(len(text), 300)])
}

var personal = regexp.MustCompile(`".*"|\S+@\S+`)
