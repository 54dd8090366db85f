package moderation

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// StaleError says that a moderator decided on what is no longer so. Nothing was done.
// It is a fault of kind Conflict.
type StaleError struct {
	Why string // a key: what has changed
	Now Whole  // the case as it is, with whatever was decided meanwhile

	of string
}

// What may have changed while a moderator was looking, as keys of the catalogue.
const (
	StaleDecided = "desk.stale.decided" // somebody else decided
	StaleSecond  = "desk.stale.second"  // a second moderator is asked for, or has answered
	StaleGraver  = "desk.stale.graver"  // it was flagged as something graver, or reopened
	StaleChanged = "desk.stale.changed" // its author changed the words
	StaleGone    = "desk.stale.gone"    // its author took it back
)

func (e *StaleError) Error() string { return "stale: " + e.Why }

// Unwrap gives the fault that a page without room for more shows.
func (e *StaleError) Unwrap() error { return fault.New(fault.Conflict, "fault.desk_stale") }

// stale returns what has changed since a case was shown, or nil.
func stale(c Case, a aim, version int64, revision int, v Verdict) error {
	why := ""
	switch {
	case !c.Open():
		why = StaleDecided
	case a.gone && v != Keep && v != Close && !v.onPerson():
		why = StaleGone
	case c.Version != version && c.SecondFor != "":
		why = StaleSecond
	case c.Version != version:
		why = StaleGraver
	case a.revision != revision:
		why = StaleChanged
	}
	if why == "" {
		return nil
	}
	return &StaleError{Why: why, of: c.PID}
}

// explained gives a StaleError in err's chain the case as it is now.
func (d *Desk) explained(ctx context.Context, by account.Account, err error) error {
	var old *StaleError
	if !errors.As(err, &old) {
		return err
	}
	now, failed := d.whole(ctx, by, old.of)
	if failed != nil {
		return errors.Join(err, failed)
	}
	old.Now = now
	return old
}
