package duty

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// Plan puts a shift of by's own on the rota. One that begins now or earlier has
// begun. An operator may plan for another moderator, called by the public id of
// their own name; for is "" for oneself.
func (r *Rota) Plan(ctx context.Context, by account.Account, of string, starts, ends time.Time) (Shift, error) {
	if err := mayServe(by); err != nil {
		return Shift{}, err
	}
	s := Shift{PID: seal.PublicID(), Of: by.Name, Starts: starts, Ends: ends}
	if err := checkTimes(starts, ends, r.now()); err != nil {
		return Shift{}, err
	}
	err := r.db.Tx(ctx, func(tx *db.Tx) error {
		s.Of = by.Name
		if of != "" && of != by.Name.PID {
			name, err := moderatorCalled(ctx, tx, by, of)
			if err != nil {
				return err
			}
			s.Of = name
		}
		if err := free(ctx, tx, s, r.now()); err != nil {
			return err
		}
		if err := insertShift(ctx, tx, s); err != nil {
			return err
		}
		r.changed(ctx, tx)
		return r.record(ctx, tx, by, "shift.planned", s)
	})
	return s, err
}

// moderatorCalled returns the name for which by, an operator, plans.
func moderatorCalled(ctx context.Context, tx *db.Tx, by account.Account, pid string) (account.Name, error) {
	if !by.Operates() {
		return account.Name{}, notHere()
	}
	name, err := account.FindName(ctx, tx, pid)
	if err != nil {
		return name, err
	}
	if name.Role != account.Moderator && name.Role != account.Operator {
		return name, fault.Field("of", "fault.shift_not_theirs")
	}
	return name, nil
}

// free refuses a shift that overlaps another of the same name.
func free(ctx context.Context, tx *db.Tx, s Shift, now time.Time) error {
	theirs, err := shiftsOfAfter(ctx, tx, s.Of.ID, now, mostAhead)
	if err != nil {
		return err
	}
	if len(theirs) == mostAhead {
		return fault.Field("starts", "fault.shift_many", "N", mostAhead)
	}
	for _, other := range theirs {
		if other.Ended.IsZero() && other.Starts.Before(s.Ends) && s.Starts.Before(other.Ends) {
			return fault.Field("starts", "fault.shift_twice")
		}
	}
	return nil
}

// Drop takes a shift that has not begun off the rota: one's own, or any for an
// operator.
func (r *Rota) Drop(ctx context.Context, by account.Account, pid string) error {
	if err := mayServe(by); err != nil {
		return err
	}
	return r.db.Tx(ctx, func(tx *db.Tx) error {
		s, err := r.ownShift(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if !s.Starts.After(r.now()) {
			return fault.New(fault.Conflict, "fault.shift_begun")
		}
		if err := deleteShift(ctx, tx, pid); err != nil {
			return err
		}
		r.changed(ctx, tx)
		return r.record(ctx, tx, by, "shift.dropped", s)
	})
}

func (r *Rota) ownShift(ctx context.Context, tx *db.Tx, by account.Account, pid string) (Shift, error) {
	s, err := findShift(ctx, tx, pid)
	switch {
	case errors.Is(err, db.ErrNone):
		return s, notHere()
	case err != nil:
		return s, err
	case s.Of.ID != by.Name.ID && !by.Operates():
		return s, notHere()
	}
	return s, nil
}

// EndIn ends by's shift now, within tx, and leaves words for whoever comes next. It
// does nothing when they have none. Nobody counts breaks.
func (r *Rota) EndIn(ctx context.Context, tx *db.Tx, by account.Account, words string) error {
	words = strings.TrimSpace(words)
	if over := utf8.RuneCountInString(words) - MaxHandOver; over > 0 {
		return fault.Field("hand_over", "fault.site_long", "N", over)
	}
	theirs, err := shiftsOfAfter(ctx, tx, by.Name.ID, r.now(), mostAhead)
	if err != nil {
		return err
	}
	for _, s := range theirs {
		if !s.On(r.now()) {
			continue
		}
		if err := endShift(ctx, tx, s.PID, r.now(), words); err != nil {
			return err
		}
		r.changed(ctx, tx)
	}
	return nil
}

// End is [Rota.EndIn] in a transaction of its own.
func (r *Rota) End(ctx context.Context, by account.Account, words string) error {
	if err := mayServe(by); err != nil {
		return err
	}
	return r.db.Tx(ctx, func(tx *db.Tx) error { return r.EndIn(ctx, tx, by, words) })
}

// HandOvers returns what those who were there last left in words, newest first.
func (r *Rota) HandOvers(ctx context.Context, by account.Account, limit int) ([]Shift, error) {
	if err := mayServe(by); err != nil {
		return nil, err
	}
	shifts, err := lastShifts(ctx, r.db, r.now(), limit)
	if err != nil {
		return nil, err
	}
	return shifts, named(ctx, r.db, shifts)
}

// ForgetIn removes everything of a name that has left or serves no more.
func (r *Rota) ForgetIn(ctx context.Context, tx *db.Tx, name account.NameID) error {
	r.changed(ctx, tx)
	return deleteShiftsOf(ctx, tx, name)
}

// Tidy forgets shifts that were over long ago.
func (r *Rota) Tidy(ctx context.Context) error {
	return r.db.Tx(ctx, func(tx *db.Tx) error { return forgetShifts(ctx, tx, r.now().Add(-keptFor)) })
}

func (r *Rota) record(ctx context.Context, tx *db.Tx, by account.Account, act string, s Shift) error {
	if r.log == nil {
		return nil
	}
	return r.log(ctx, tx, by, act, "name "+s.Of.PID)
}

// mayServe returns nil when by may be on the rota. To anybody else there is no
// such page.
func mayServe(by account.Account) error {
	if by.ModeratesSome() {
		return nil
	}
	return notHere()
}

func notHere() error { return fault.New(fault.NotFound, "fault.not_here") }
