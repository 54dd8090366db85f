package account

import (
	"context"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// The desk's doors. What is decided on a name binds whoever it belongs to, through
// the seal: a name for one thread is opened here, in memory, and nothing that is
// written leads from it to the account. Of a name that has left, nobody is bound.

// PauseIn keeps whoever a name belongs to from publishing until a moment.
func (a *Accounts) PauseIn(ctx context.Context, tx *db.Tx, name NameID, until time.Time, decision string) error {
	return a.sanction(ctx, tx, name, sanction{Kind: paused, Until: until.UnixMilli(), Under: name, Decision: decision})
}

// BanIn keeps whoever a name belongs to from publishing for good.
func (a *Accounts) BanIn(ctx context.Context, tx *db.Tx, name NameID, decision string) error {
	return a.sanction(ctx, tx, name, sanction{Kind: banned, Under: name, Decision: decision})
}

// HoldFirstIn has what a name's owner writes, under any name, wait for a moderator
// until a moment, or by zero until that is lifted.
func (a *Accounts) HoldFirstIn(ctx context.Context, tx *db.Tx, name NameID, until time.Time, decision string) error {
	s := sanction{Kind: heldFirst, Under: name, Decision: decision}
	if !until.IsZero() {
		s.Until = until.UnixMilli()
	}
	return a.sanction(ctx, tx, name, s)
}

// LiftIn ends what a decision about a name's owner did. Of one that does nothing
// any more, there is nothing to end.
func (a *Accounts) LiftIn(ctx context.Context, tx *db.Tx, name NameID, decision string) error {
	return a.resolve(ctx, tx, name, decision, nil)
}

// sanction adds s. Decided twice, it holds once.
func (a *Accounts) sanction(ctx context.Context, tx *db.Tx, name NameID, s sanction) error {
	return a.resolve(ctx, tx, name, s.Decision, &s)
}

// resolve puts s, if any, in the place of what a decision did before.
func (a *Accounts) resolve(ctx context.Context, tx *db.Tx, name NameID, decision string, s *sanction) error {
	owner, err := a.OwnerOf(ctx, tx, name)
	if err != nil || owner == 0 {
		return err
	}
	sanctions, err := a.sanctionsOf(ctx, tx, owner)
	if err != nil {
		return err
	}
	sanctions = slices.DeleteFunc(sanctions, func(s sanction) bool { return s.Decision == decision })
	if s != nil {
		sanctions = append(sanctions, *s)
	}
	return a.amongOthers(ctx, tx, owner, sanctions)
}

// sealedTogether is how many standings are sealed anew with one that changes, so
// that whoever compares two copies of the database, or reads its log, sees many
// that could be meant.
const sealedTogether = 64

// amongOthers keeps the standing of one account, and seals those of its neighbours
// anew. Ids are random, so neighbours have nothing in common; and where among them
// it stands is chosen by lot.
func (a *Accounts) amongOthers(ctx context.Context, tx *db.Tx, of ID, sanctions []sanction) error {
	rows, at, err := neighbours(ctx, tx, of, sealedTogether-1)
	if err != nil {
		return err
	}
	together := min(sealedTogether, len(rows))
	first, last := max(0, at-together+1), min(at, len(rows)-together)
	first += rand.IntN(last - first + 1)
	rows = rows[first : first+together]
	for _, r := range rows {
		theirs := sanctions
		if r.of != of {
			if theirs, err = openStanding(a.keys, r.of, r.sealed); err != nil {
				return err
			}
		}
		if err := setStanding(ctx, tx, r.of, sealStanding(a.keys, r.of, theirs)); err != nil {
			return err
		}
	}
	return nil
}

// StandingOf returns what was decided on this very name, of a person's own or for
// one thread, and holds now. What was decided on another name of the same person is
// not in it: nobody at the desk may learn that they are the same.
func (a *Accounts) StandingOf(ctx context.Context, r db.Reader, name NameID) (Standing, error) {
	sanctions, err := a.decidedOn(ctx, r, name)
	return standing(sanctions, a.now()), err
}

func (a *Accounts) decidedOn(ctx context.Context, r db.Reader, name NameID) ([]sanction, error) {
	owner, err := a.OwnerOf(ctx, r, name)
	if err != nil || owner == 0 {
		return nil, err
	}
	sanctions, err := a.sanctionsOf(ctx, r, owner)
	return slices.DeleteFunc(sanctions, func(s sanction) bool { return s.Under != name }), err
}
